internal import LandModel
internal import Topology

/// The features of a layer as GEOS shapes, cut down to the neighbourhood of what they are compared with.
///
/// A red line of 50 000 vertices is not walked for each town. It is cut into tiles, each from the next
/// larger one and only where something asks for it. A tile's cut reaches half a tile beyond its sides, so
/// that whatever is no larger than a tile and has its centre in it lies inside the cut. Belongs to one
/// workspace; what a query returns depends on the query only, never on those before it.
final class ClippedFeatures {
  /// A shape with no more vertices than this is not cut further.
  private static let smallEnough = 96

  private struct TileKey: Hashable {
    let row: Int
    let level: Int
    let x: Int
    let y: Int
  }

  /// A tile: a class because it sits in a dictionary.
  private final class Tile {
    let shape: Shape
    let vertexCount: Int

    init(_ shape: consuming Shape, vertexCount: Int) {
      self.shape = shape
      self.vertexCount = vertexCount
    }
  }

  private let column: GeometryColumn
  private let workspace: Workspace
  private var tiles: [TileKey: Tile] = [:]

  init(_ column: GeometryColumn, in workspace: Workspace) {
    self.column = column
    self.workspace = workspace
  }

  /// Calls the body with a shape that is the same as the feature wherever the window reaches.
  func withFeature<Result: ~Copyable>(
    _ row: Int, near window: BoundingBox,
    _ body: (borrowing Shape) throws(TopologyError) -> Result
  ) throws(TopologyError) -> Result {
    try body(tile(row, near: window).shape)
  }

  /// Calls the body with the whole feature, uncut.
  func withWholeFeature<Result: ~Copyable>(
    _ row: Int, _ body: (borrowing Shape) throws(TopologyError) -> Result
  ) throws(TopologyError) -> Result {
    try body(root(row).shape)
  }

  private func root(_ row: Int) throws(TopologyError) -> Tile {
    let key = TileKey(row: row, level: 0, x: 0, y: 0)
    if let known = tiles[key] { return known }
    let made = Tile(
      try Shape(row: row, of: column, in: workspace),
      vertexCount: column.range(ofRow: row).count)
    tiles[key] = made
    return made
  }

  /// The smallest tile whose cut holds the window, or the last one worth cutting.
  private func tile(_ row: Int, near window: BoundingBox) throws(TopologyError) -> Tile {
    var tile = try root(row)
    guard tile.vertexCount > Self.smallEnough else { return tile }
    let box = column.boundingBox(ofRow: row)
    let extent = max(window.width, window.height)
    var side = max(box.width, box.height) / 2
    var level = 1
    while side >= extent, tile.vertexCount > Self.smallEnough {
      let x = Int(((window.centre.x - box.minX) / side).rounded(.down))
      let y = Int(((window.centre.y - box.minY) / side).rounded(.down))
      let key = TileKey(row: row, level: level, x: x, y: y)
      if let known = tiles[key] {
        tile = known
      } else {
        let cut = BoundingBox(
          minX: box.minX + Double(x) * side, minY: box.minY + Double(y) * side,
          maxX: box.minX + Double(x + 1) * side, maxY: box.minY + Double(y + 1) * side
        ).expanded(by: side * Self.reach)
        let shape = try tile.shape.clipped(to: cut)
        let vertexCount = try shape.vertexCount()
        tile = Tile(shape, vertexCount: vertexCount)
        tiles[key] = tile
      }
      side /= 2
      level += 1
    }
    return tile
  }

  /// How far a cut reaches beyond its tile, in sides.
  ///
  /// A little more than half, so that nothing that is
  /// compared lies on the cut itself; an odd number, so that cuts miss edges on round coordinates.
  private static let reach = 0.503_217_9
}
