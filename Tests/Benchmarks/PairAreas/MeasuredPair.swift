import LandModel
import SpatialIndex
import Topology

/// The area in common of a town and a feature of another layer, by two ways that share no code.
struct MeasuredPair: Sendable {
  let town: Int
  let feature: Int
  /// By the sum over edges.
  let kernel: Double
  /// By the overlay of GEOS; zero where it was not asked for.
  let overlay: Double

  /// All pairs whose boxes meet, by feature, then by town.
  ///
  /// GEOS prepares each feature; a town wholly inside is measured without an overlay.
  static func pairs(
    of towns: GeometryColumn, with features: GeometryColumn, workers: Int?
  ) throws -> [MeasuredPair] {
    let tree = BoxTree(towns)
    return try Chunks.map(count: features.count, size: 16, workers: workers) {
      rows throws(TopologyError) in
      let workspace = Workspace()
      var (edges, window) = (PolygonEdges(), EdgeWindow())
      var pairs: [MeasuredPair] = []
      for row in rows where features.kinds[row] == .polygon {
        let near = tree.rows(meeting: features.boundingBox(ofRow: row))
        if near.isEmpty { continue }
        let grid = EdgeGrid(row: row, of: features)
        let prepared = try PreparedShape(try Shape(row: row, of: features, in: workspace))
        for town in near where towns.kinds[town] == .polygon {
          edges.load(row: town, of: towns)
          pairs.append(
            MeasuredPair(
              town: town, feature: row,
              kernel: grid.overlapArea(with: &edges, in: features, window: &window),
              overlay: try overlay(of: try Shape(row: town, of: towns, in: workspace), prepared)))
        }
      }
      return pairs
    }.flatMap { $0 }
  }

  private static func overlay(
    of town: borrowing Shape, _ feature: borrowing PreparedShape
  ) throws(TopologyError) -> Double {
    guard try feature.meets(town) else { return 0 }
    if try feature.containsProperly(town) { return try town.planarArea().value }
    return try town.intersection(with: feature.shape).planarArea().value
  }

  /// The areas of pairs by the kernel alone, such as in another plane.
  static func areas(
    of pairs: [(town: Int, feature: Int)], _ towns: GeometryColumn, _ features: GeometryColumn
  ) -> [Double] {
    var grids: [Int: EdgeGrid] = [:]
    var (edges, window) = (PolygonEdges(), EdgeWindow())
    return pairs.map { pair in
      let grid = grids[pair.feature] ?? EdgeGrid(row: pair.feature, of: features)
      grids[pair.feature] = grid
      edges.load(row: pair.town, of: towns)
      return grid.overlapArea(with: &edges, in: features, window: &window)
    }
  }
}
