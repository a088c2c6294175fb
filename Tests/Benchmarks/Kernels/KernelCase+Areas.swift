import LandModel
import SpatialIndex

/// Areas in common without overlay: the only place here that knows the calls of these kernels.
extension KernelCase {
  static let areas = [
    KernelCase(name: "edge-grid-build") { _ in
      let scene = KernelScene()
      return { Double(EdgeGrid(row: 0, of: scene.redLine).positionCount) }
    },
    KernelCase(name: "overlap-area") { _ in
      let scene = KernelScene()
      let grid = EdgeGrid(row: 0, of: scene.redLine)
      return {
        var (edges, window) = (PolygonEdges(), EdgeWindow())
        var sum = 0.0
        for row in 0..<scene.towns.count {
          edges.load(row: row, of: scene.towns)
          sum += grid.overlapArea(with: &edges, in: scene.redLine, window: &window)
        }
        return sum
      }
    },
    KernelCase(name: "window-area") { _ in
      let towns = KernelScene().towns
      let boxes = towns.boundingBoxes
      let hasLandOnLeft = [Bool](repeating: true, count: towns.ringEnds.count)
      return {
        var (left, right) = (WindowEdges(), WindowEdges())
        var sum = 0.0
        for row in 1..<towns.count where boxes[row].meets(boxes[row - 1]) {
          let (a, b) = (boxes[row - 1], boxes[row])
          let window = BoundingBox(
            minX: max(a.minX, b.minX), minY: max(a.minY, b.minY), maxX: min(a.maxX, b.maxX),
            maxY: min(a.maxY, b.maxY))
          left.load(row: row - 1, of: towns, hasLandOnLeft: hasLandOnLeft, window: window)
          right.load(row: row, of: towns, hasLandOnLeft: hasLandOnLeft, window: window)
          sum += left.area(inCommonWith: right)
        }
        return sum
      }
    },
  ]
}
