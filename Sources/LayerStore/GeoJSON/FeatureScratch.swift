/// The feature being read: its geometry, and where its attributes stand in the window.
struct FeatureScratch {
  var geometry = GeometryScratch()
  /// The member `id`, a number or a text.
  private(set) var id: JSONToken?
  private(set) var attributes: [(name: JSONToken, value: JSONToken)] = []
  /// The member `crs` of a feature that is a text of its own.
  private(set) var system: CRSMember?
  /// Where the object begins.
  private(set) var start = 0

  /// Reads a feature object, or a geometry object for a feature of nothing else.
  ///
  /// Members that GeoJSON does not know are passed (RFC 7946 §6.1).
  ///
  /// - Parameter depth: brackets already open.
  mutating func read(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    clear()
    start = cursor.position
    guard cursor.take(UInt8(ascii: "{")) else {
      let token = try cursor.token()
      throw JSONStop(reason: .notAFeature, position: token.start)
    }
    var seen: (type: Bool, geometry: Bool, properties: Bool) = (false, false, false)
    cursor.skipSpace()
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        cursor.skipSpace()
        let name = try cursor.text()
        try cursor.expect(UInt8(ascii: ":"))
        let member = GeoJSONMember(name, in: cursor)
        switch member {
        case .type:
          guard !seen.type else { throw repeated(name) }
          seen.type = true
          let value = try cursor.token()
          if value.kind == .text, cursor.matches(value.range, "Feature") { break }
          guard GeometryType(value, in: cursor) != nil else {
            throw JSONStop(reason: .notAFeature, position: value.start)
          }
          cursor.position = start
          clear()
          try geometry.readMember(&cursor, depth: depth)
          return
        case .geometry:
          guard !seen.geometry else { throw repeated(name) }
          seen.geometry = true
          try geometry.readMember(&cursor, depth: depth + 1)
        case .properties:
          guard !seen.properties else { throw repeated(name) }
          seen.properties = true
          try readProperties(&cursor)
        case .id:
          guard id == nil else { throw repeated(name) }
          id = try cursor.token()
        case .crs where depth == 0: system = try CRSMember(cursor.token(), in: cursor)
        default: _ = try cursor.token()
        }
        cursor.skipSpace()
      } while cursor.take(UInt8(ascii: ","))
      try cursor.expect(UInt8(ascii: "}"))
    }
    guard seen.type || seen.geometry || seen.properties else {
      throw JSONStop(reason: .notAFeature, position: start)
    }
  }

  private mutating func clear() {
    geometry.clear()
    (id, system) = (nil, nil)
    attributes.removeAll(keepingCapacity: true)
  }

  private func repeated(_ name: JSONToken) -> JSONStop {
    JSONStop(reason: .repeatedMember, position: name.range.lowerBound)
  }

  private mutating func readProperties(_ cursor: inout JSONCursor) throws(JSONStop) {
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: "{")) else {
      let value = try cursor.token()
      guard value.kind == .null else {
        throw JSONStop(reason: .propertiesNotObject, position: value.start)
      }
      return
    }
    cursor.skipSpace()
    guard !cursor.take(UInt8(ascii: "}")) else { return }
    repeat {
      cursor.skipSpace()
      let name = try cursor.text()
      try cursor.expect(UInt8(ascii: ":"))
      attributes.append((name, try cursor.token()))
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }
}
