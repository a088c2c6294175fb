internal import LandModel
internal import SpatialIndex

extension CheckedLayer {
  /// Rows along a curve through the land, so that those near each other go to one worker; rows without
  /// geometry last.
  ///
  /// - Parameter boxes: those of all rows.
  func rowsInCurveOrder(_ boxes: [BoundingBox]) -> [Int] {
    var order = BoxTree.curveOrder(of: boxes).map { Int($0) }
    var isPlaced = [Bool](repeating: false, count: count)
    for row in order { isPlaced[row] = true }
    order += isPlaced.indices.filter { !isPlaced[$0] }
    return order
  }
}
