package import LandModel

/// The features of a layer, for the nearest by true distance: of polygons their insides count too.
///
/// Whatever lies inside a polygon, or has a position in common with a feature, has distance zero, as in GEOS;
/// a hole is no part of its polygon. Points, lines and polygons may stand in one layer.
package struct FeatureIndex: Sendable {
  private let edges: EdgeTree
  /// Boxes of rows, and the same in a tree.
  private let boxes: [BoundingBox]
  private let boxTree: BoxTree

  /// - Complexity: O(v log v).
  package init(_ column: GeometryColumn) {
    edges = EdgeTree(column)
    boxes = column.boundingBoxes
    boxTree = BoxTree(boxes)
  }

  /// The feature nearest to a row elsewhere, and the nearest positions of both.
  ///
  /// - Parameters:
  ///   - probe: the row, laid out.
  ///   - positions: the positions of the column that the probe was loaded from.
  ///   - limit: features beyond this distance are not found; one at it is.
  /// - Returns: nil where nothing is within the limit, or one of both has no position.
  /// - Complexity: O(log v) for edges spread as in maps, plus the edges of features round the probe.
  package func nearest(
    to probe: ProbeEdges, positions: [XY], within limit: Double = .infinity,
    scratch: inout NearnessScratch
  ) -> NearestFeature? {
    var best = EdgeContact(bound: Square.bound(of: limit))
    var shared: XY?
    if best.square >= 0 {
      boxTree.forEachRow(meeting: probe.box) { row in
        guard row < best.row, let place = placeInside(row, probe) else { return }
        (best.square, best.row, shared) = (0, row, place)
      }
    }
    edges.findNearest(to: probe, best: &best, queue: &scratch.queue)
    if best.run >= 0 {
      let pair = edges.closest(best, of: probe, in: positions)
      // Touching, whatever rounding makes of the foot of a perpendicular.
      return NearestFeature(
        row: best.row, pair: best.square == 0 ? .meeting(at: pair.to) : pair)
    }
    return shared.map { NearestFeature(row: best.row, pair: .meeting(at: $0)) }
  }

  /// A position of the probe inside a polygon of the layer, or of a feature inside the probe.
  ///
  /// Where boundaries do not meet, the first position of a part tells for all of it.
  private func placeInside(_ row: Int, _ probe: ProbeEdges) -> XY? {
    let column = edges.column
    if column.kinds[row] == .polygon {
      for start in probe.partStarts where contains(start, row: row) { return start }
    }
    guard probe.isArea else { return nil }
    for part in column.parts(ofRow: row) {
      guard let ring = column.rings(ofPart: part).first,
        let index = column.range(ofRing: ring).first
      else { continue }
      let start = column.positions[index]
      if probe.contains(start) { return start }
    }
    return nil
  }

  /// As `GeometryColumn.contains(_:inRow:)`, by the runs that a ray to the right may cross.
  private func contains(_ place: XY, row: Int) -> Bool {
    guard boxes[row].holds(place) else { return false }
    let positions = edges.column.positions
    let first = row == 0 ? 0 : edges.runEnds[row - 1]
    var isInside = false
    for index in first..<edges.runEnds[row] {
      let run = edges.runs[index]
      if place.y < run.box.minY || place.y >= run.box.maxY || place.x > run.box.maxX { continue }
      for end in (run.positions.lowerBound + 1)...run.positions.upperBound {
        let (a, b) = (positions[end - 1], positions[end])
        guard (a.y > place.y) != (b.y > place.y) else { continue }
        if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
