import LandModel

/// What the member `crs` of the 2008 format says (gone from RFC 7946, and in daily use for metric data).
enum CRSMember: Equatable {
  /// There is none: longitude and latitude on WGS 84 (RFC 7946 §4).
  case absent
  /// Null: "no CRS can be assumed" (the GeoJSON format of 2008, §3).
  case unknown
  /// A name, such as `urn:ogc:def:crs:EPSG::4547`.
  case named(String)

  init(_ value: JSONToken, in cursor: JSONCursor) throws(JSONStop) {
    guard value.kind == .nested else {
      self = .unknown
      return
    }
    var found = CRSMember.unknown
    for (name, value) in try cursor.members(of: value)
    where cursor.matches(name.range, "properties") {
      for (name, value) in try cursor.members(of: value) {
        if cursor.matches(name.range, "name") {
          found = .named(cursor.string(of: value))
        } else if cursor.matches(name.range, "code") {
          found = .named("EPSG:" + cursor.string(of: value))
        }
      }
    }
    self = found
  }

  /// The system as a layer states it; heights are left out, so that a system of three dimensions gives
  /// the one of two on the same datum.
  var identifier: CRSIdentifier? {
    switch self {
    case .absent: CRSIdentifier(epsg: 4326)
    case .unknown: nil
    case .named(let name): Self.code(of: name) ?? ReferenceSystemReader.identifier(named: name)
    }
  }

  /// The authority's code in the usual spellings of a name.
  private static func code(of name: String) -> CRSIdentifier? {
    let isAddress = name.contains("://")
    let parts = name.split(separator: isAddress ? "/" : ":").map(String.init)
    // `urn:ogc:def:crs:EPSG::4547`, `http://www.opengis.net/def/crs/EPSG/0/4547`, `EPSG:4547`.
    let isLong = parts.count >= 6 && (isAddress || parts[0].lowercased() == "urn")
    guard isLong || parts.count == 2, let code = parts.last else { return nil }
    let authority = isLong ? parts[4] : parts[0]
    if code.uppercased().hasPrefix("CRS84") { return CRSIdentifier(epsg: 4326) }
    guard authority.uppercased() == "EPSG", let number = Int(code) else { return nil }
    return switch number {
    case 4979: CRSIdentifier(epsg: 4326)
    case 4480: CRSIdentifier(epsg: 4490)
    default: CRSIdentifier(epsg: number)
    }
  }
}

extension JSONCursor {
  /// The members of an object token; none of any other value.
  func members(of token: JSONToken) throws(JSONStop) -> [(name: JSONToken, value: JSONToken)] {
    var cursor = self
    cursor.position = token.range.lowerBound
    var members: [(name: JSONToken, value: JSONToken)] = []
    guard token.kind == .nested, cursor.take(UInt8(ascii: "{")) else { return [] }
    cursor.skipSpace()
    guard !cursor.take(UInt8(ascii: "}")) else { return [] }
    repeat {
      cursor.skipSpace()
      let name = try cursor.text()
      try cursor.expect(UInt8(ascii: ":"))
      members.append((name, try cursor.token()))
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    return members
  }
}
