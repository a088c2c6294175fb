package import Foundation
package import LandModel

/// A GeoJSON feature collection read as plainly as possible: any positions, valid or not.
///
/// For fixtures only: it must hold what a real reader would refuse, and owe nothing to GDAL.
package struct GeoJSONFixture {
  package let geometries: [Geometry]
  package let attributes: AttributeTable

  package init(contentsOf url: URL) throws {
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    let features = (root as? [String: Any])?["features"] as? [[String: Any]] ?? []
    geometries = features.map { Self.geometry($0["geometry"]) }
    let properties = features.map { $0["properties"] as? [String: Any] ?? [:] }
    let names = Set(properties.flatMap(\.keys)).sorted()
    attributes = AttributeTable(
      names: names, columns: names.map { name in Self.column(properties.map { $0[name] }) })
  }

  /// A geometry object; null for anything else.
  package static func geometry(_ json: Any?) -> Geometry {
    guard let object = json as? [String: Any], let type = object["type"] as? String else {
      return .null
    }
    let coordinates = object["coordinates"]
    switch type {
    case "Point": return .multiLine([[position(coordinates)]]).as(.point)
    case "MultiPoint": return .multiLine(positions(coordinates).map { [$0] }).as(.point)
    case "LineString": return .line(positions(coordinates))
    case "MultiLineString": return .multiLine(list(coordinates).map(positions))
    case "Polygon":
      let rings = list(coordinates).map(positions)
      return rings.isEmpty
        ? Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: [])
        : .polygon(rings: rings)
    default: return .multiPolygon(list(coordinates).map { list($0).map(positions) })
    }
  }

  private static func list(_ json: Any?) -> [Any] { json as? [Any] ?? [] }

  private static func positions(_ json: Any?) -> [XY] { list(json).map(position) }

  private static func position(_ json: Any?) -> XY {
    let numbers = (json as? [NSNumber] ?? []).map(\.doubleValue)
    return numbers.count < 2 ? XY(.nan, .nan) : XY(numbers[0], numbers[1])
  }

  /// Text where any value is text, else reals.
  private static func column(_ values: [Any?]) -> AttributeColumn {
    if values.contains(where: { $0 is String }) {
      return .text(values.map { $0 as? String ?? ($0 as? NSNumber)?.stringValue })
    }
    return .real(values.map { ($0 as? NSNumber)?.doubleValue })
  }
}

extension Geometry {
  /// The same layout under another kind.
  fileprivate func `as`(_ kind: GeometryKind) -> Geometry {
    Geometry(kind: kind, positions: positions, ringEnds: ringEnds, partEnds: partEnds)
  }
}
