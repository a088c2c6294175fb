import LandModel
import SpatialIndex

/// Trees of boxes and of edges.
extension KernelCase {
  static let trees = [
    KernelCase(name: "box-tree-build") { _ in
      let boxes = seededBoxes(5000)
      return { Double(BoxTree(boxes).rowCount) }
    },
    KernelCase(name: "box-tree-query") { _ in
      let boxes = seededBoxes(5000)
      let tree = BoxTree(boxes)
      return {
        var sum = 0
        for box in boxes { tree.forEachRow(meeting: box) { sum += $0 } }
        return Double(sum)
      }
    },
    KernelCase(name: "nearest-distance") { _ in
      let scene = KernelScene()
      let tree = EdgeTree(scene.redLine)
      // Moved away, so that each has a way to go.
      let towns = GeometryColumn(
        (0..<scene.towns.count).map { row in
          scene.towns.geometry(ofRow: row).mapPositions { XY($0.x + 4000, $0.y + 1500) }
        })
      return {
        (0..<towns.count).reduce(0) { sum, row in
          sum + (tree.nearestRow(to: ProbeEdges(row: row, of: towns), of: towns)?.distance ?? 0)
        }
      }
    },
    KernelCase(name: "points-within") { _ in
      let towns = KernelScene().towns
      var random = SeededGenerator(seed: 73)
      let tree = PointTree(
        (0..<4000).map { _ in
          XY(420_000 + 20_000 * random.unit(), 2_840_000 + 20_000 * random.unit())
        })
      return {
        var (sum, scratch) = (0, NearnessScratch())
        for row in 0..<towns.count {
          let probe = ProbeEdges(row: row, of: towns)
          sum += tree.sums(within: [500, 2000], of: probe, scratch: &scratch)[1].count
        }
        return Double(sum)
      }
    },
    KernelCase(name: "inscribed-circle") { _ in
      let town = KernelScene().towns.geometry(ofRow: 0)
      return { InscribedCircle(in: town, tolerance: Metres(0.1))?.radius.value ?? 0 }
    },
  ]

  /// Boxes of 100 m to 900 m spread over 30 km.
  private static func seededBoxes(_ count: Int) -> [BoundingBox] {
    var random = SeededGenerator(seed: 72)
    return (0..<count).map { _ in
      let (x, y) = (430_000 + 30_000 * random.unit(), 2_850_000 + 30_000 * random.unit())
      return BoundingBox(
        minX: x, minY: y, maxX: x + 100 + 800 * random.unit(), maxY: y + 100 + 800 * random.unit())
    }
  }
}
