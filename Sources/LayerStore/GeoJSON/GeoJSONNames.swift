import LandModel

/// The members of GeoJSON objects that a reader acts on (RFC 7946 §3, and `crs` of the 2008 format).
enum GeoJSONMember {
  case type, features, geometry, properties, id, coordinates, geometries, name, crs, other

  /// The member that a text names; escapes in a name are not looked through.
  @inline(__always) init(_ name: JSONToken, in cursor: JSONCursor) {
    func isNamed(_ text: StaticString) -> Bool { cursor.matches(name.range, text) }
    switch name.range.count {
    case 2: self = isNamed("id") ? .id : .other
    case 3: self = isNamed("crs") ? .crs : .other
    case 4: self = isNamed("type") ? .type : isNamed("name") ? .name : .other
    case 8: self = isNamed("geometry") ? .geometry : isNamed("features") ? .features : .other
    case 10:
      self = isNamed("properties") ? .properties : isNamed("geometries") ? .geometries : .other
    case 11: self = isNamed("coordinates") ? .coordinates : .other
    default: self = .other
    }
  }
}

/// The types of geometry objects (RFC 7946 §1.4).
enum GeometryType {
  case point, multiPoint, lineString, multiLineString, polygon, multiPolygon, collection

  /// The type that a text names; nil for any other value.
  init?(_ value: JSONToken, in cursor: JSONCursor) {
    guard value.kind == .text else { return nil }
    func isNamed(_ text: StaticString) -> Bool { cursor.matches(value.range, text) }
    if isNamed("Polygon") {
      self = .polygon
    } else if isNamed("MultiPolygon") {
      self = .multiPolygon
    } else if isNamed("Point") {
      self = .point
    } else if isNamed("LineString") {
      self = .lineString
    } else if isNamed("MultiPoint") {
      self = .multiPoint
    } else if isNamed("MultiLineString") {
      self = .multiLineString
    } else if isNamed("GeometryCollection") {
      self = .collection
    } else {
      return nil
    }
  }

  /// The kind of each geometry of the type; a collection has none of its own.
  var kind: GeometryKind {
    switch self {
    case .point, .multiPoint: .point
    case .lineString, .multiLineString: .line
    case .polygon, .multiPolygon: .polygon
    case .collection: .null
    }
  }

  /// The member that holds what a geometry of the type is made of.
  var content: GeoJSONMember { self == .collection ? .geometries : .coordinates }

  /// The type as GeoJSON writes it.
  var name: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }
}

/// Why a geometry object that is right JSON is no geometry; its feature is kept without one.
package enum GeometryFault: Hashable, Sendable {
  /// Something else than an object or null stands for it.
  case notAnObject
  case typeMissing
  /// The type is none of the seven.
  case unknownType
  case coordinatesMissing
  /// The coordinates are no array.
  case notAnArray
  /// The coordinates are not nested, or not numbers, as the type asks.
  case coordinates(of: String)
}
