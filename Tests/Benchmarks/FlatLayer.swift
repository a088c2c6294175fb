import Foundation
import LandModel

/// Polygon layers as raw columns, so that reading takes no part in a comparison.
///
/// `NAME.xy` holds pairs of doubles, `NAME.rings` and `NAME.rows` ends as 64-bit integers; one polygon
/// for each row.
enum FlatLayer {
  static func write(_ column: GeometryColumn, _ name: String, into folder: URL) throws {
    func save<Value>(_ values: [Value], _ ending: String) throws {
      try values.withUnsafeBytes { Data($0) }.write(to: folder.appending(path: name + ending))
    }
    try save(column.positions, ".xy")
    try save(column.ringEnds.map { Int64($0) }, ".rings")
    try save(column.partEnds.map { Int64($0) }, ".rows")
  }

  /// Reads the first rows of a layer, all of them when nil.
  static func read(_ name: String, from folder: URL, rows: Int?) throws -> GeometryColumn {
    func load<Value>(_ ending: String, _ zero: Value) throws -> [Value] {
      let data = try Data(contentsOf: folder.appending(path: name + ending))
      var values = [Value](repeating: zero, count: data.count / MemoryLayout<Value>.stride)
      _ = values.withUnsafeMutableBytes { data.copyBytes(to: $0) }
      return values
    }
    let positions = try load(".xy", XY(0, 0))
    let rings = try load(".rings", Int64(0))
    let ends = try load(".rows", Int64(0))
    var column = GeometryColumn()
    let last = rows.map { min($0, ends.count) } ?? ends.count
    column.reserveCapacity(rows: last, positions: positions.count)
    var (ring, position) = (0, 0)
    for row in 0..<last {
      while ring < ends[row] {
        while position < rings[ring] {
          column.append(positions[position])
          position += 1
        }
        column.endRing()
        ring += 1
      }
      column.endPart()
      column.endRow(.polygon)
    }
    return column
  }
}
