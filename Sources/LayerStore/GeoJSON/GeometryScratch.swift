import LandModel

/// The geometry of the feature being read: flat columns that are used again for the next one.
struct GeometryScratch {
  private(set) var kind = GeometryKind.null
  var positions: [XY] = []
  var ringEnds: [Int] = []
  var partEnds: [Int] = []
  /// Whether a position had more than two numbers.
  var hasHeights = false
  /// Whether a collection mixes points, lines and polygons.
  private(set) var isMixed = false
  /// Collections that are open where reading stands.
  private var collectionDepth = 0
  /// Whether the feature states a geometry object; false for null.
  private(set) var isStated = false
  /// Why the geometry object cannot be taken for one, and where.
  private(set) var fault: (fault: GeometryFault, position: Int)?
  /// Kind and end, as an index into `partEnds`, of each member of a collection, through collections;
  /// empty for any other geometry.
  private(set) var members: [(kind: GeometryKind, partEnd: Int)] = []

  /// Forgets the geometry and keeps the room it took.
  mutating func clear() {
    kind = .null
    dropPositions()
    (hasHeights, isMixed, isStated, fault) = (false, false, false, nil)
    collectionDepth = 0
  }

  /// The geometry as a value; null where it cannot be read or mixes kinds.
  var geometry: Geometry {
    isMixed
      ? .null : Geometry(kind: kind, positions: positions, ringEnds: ringEnds, partEnds: partEnds)
  }

  /// Whether a polygon has a ring that does not end where it begins.
  var hasUnclosedRing: Bool {
    guard kind == .polygon, !isMixed else { return false }
    var start = 0
    for end in ringEnds {
      if positions[start] != positions[end - 1] { return true }
      start = end
    }
    return false
  }

  private mutating func dropPositions() {
    positions.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    partEnds.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }

  private mutating func fail(_ fault: GeometryFault, at position: Int) {
    if self.fault == nil { self.fault = (fault, position) }
  }

  // MARK: Objects

  /// Reads a geometry object, or null, as the value of a member.
  mutating func readMember(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    cursor.skipSpace()
    guard cursor.byte != UInt8(ascii: "{") else {
      try readObject(&cursor, depth: depth)
      finish()
      return
    }
    let token = try cursor.token()
    if token.kind != .null {
      isStated = true
      fail(.notAnObject, at: token.start)
    }
  }

  /// Drops what was read of a geometry that cannot be used.
  mutating func finish() {
    guard fault != nil else { return }
    dropPositions()
    kind = .null
  }

  /// Reads a geometry object and adds its parts.
  ///
  /// - Parameter depth: brackets already open.
  mutating func readObject(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    isStated = true
    guard depth < JSONCursor.deepestNesting else { throw cursor.stop(.nestedTooDeep) }
    let start = cursor.position
    cursor.position += 1
    var type: GeometryType?
    var content = Content()
    cursor.skipSpace()
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        cursor.skipSpace()
        let name = try cursor.text()
        try cursor.expect(UInt8(ascii: ":"))
        switch GeoJSONMember(name, in: cursor) {
        case .type:
          guard !content.hasType else { throw repeated(name) }
          content.hasType = true
          let value = try cursor.token()
          type = GeometryType(value, in: cursor)
          if type == nil { fail(.unknownType, at: value.start) }
        case let member where member == .coordinates || member == .geometries:
          guard content.add(member) else { throw repeated(name) }
          cursor.skipSpace()
          if type?.content == member {
            content.isRead = true
            if let type { try readContent(of: type, &cursor, depth: depth + 1) }
          } else {
            // Before the type, coordinates say nothing; their place is kept.
            content.places[member == .coordinates ? 0 : 1] = cursor.position
            _ = try cursor.token()
          }
        default: _ = try cursor.token()
        }
        cursor.skipSpace()
      } while cursor.take(UInt8(ascii: ","))
      try cursor.expect(UInt8(ascii: "}"))
    }
    if !content.hasType { return fail(.typeMissing, at: start) }
    guard let type, !content.isRead else { return }
    guard let place = content.places[type == .collection ? 1 : 0] else {
      return fail(.coordinatesMissing, at: start)
    }
    var again = cursor
    again.position = place
    try readContent(of: type, &again, depth: depth + 1)
  }

  /// Which members of a geometry object have been seen.
  private struct Content {
    var hasType = false
    /// The member that the type asks for has been read.
    var isRead = false
    /// Where `coordinates` and `geometries` stand that have been passed.
    var places: InlineArray<2, Int?> = [nil, nil]
    private var seen: InlineArray<2, Bool> = [false, false]

    /// Takes note of `coordinates` or `geometries`; false where the object has had it.
    mutating func add(_ member: GeoJSONMember) -> Bool {
      let index = member == .coordinates ? 0 : 1
      defer { seen[index] = true }
      return !seen[index]
    }
  }

  private func repeated(_ name: JSONToken) -> JSONStop {
    JSONStop(reason: .repeatedMember, position: name.range.lowerBound)
  }

  /// Reads the coordinates of a geometry, or the members of a collection.
  ///
  /// Whatever is JSON but no coordinates of that type makes the geometry faulty and is passed.
  private mutating func readContent(
    of type: GeometryType, _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONStop) {
    let start = cursor.position
    guard type != .collection else {
      try readCollection(&cursor, depth: depth)
      return
    }
    if kind == .null { kind = type.kind }
    if kind != type.kind { isMixed = true }
    guard !readCoordinates(of: type, &cursor) else {
      if collectionDepth > 0 { members.append((type.kind, partEnds.count)) }
      return
    }
    guard cursor.position < cursor.end else { throw cursor.stop(.endOfBytes) }
    let place = cursor.position
    // A fault of the text comes before a fault of what it says.
    cursor.position = start
    let token = try cursor.token()
    fail(token.kind == .nested ? .coordinates(of: type.name) : .notAnArray, at: place)
  }

  private mutating func readCollection(
    _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONStop) {
    guard cursor.byte == UInt8(ascii: "[") else {
      fail(.notAnArray, at: cursor.position)
      _ = try cursor.token()
      return
    }
    guard depth < JSONCursor.deepestNesting else { throw cursor.stop(.nestedTooDeep) }
    cursor.position += 1
    cursor.skipSpace()
    guard !cursor.take(UInt8(ascii: "]")) else { return }
    collectionDepth += 1
    defer { collectionDepth -= 1 }
    repeat {
      cursor.skipSpace()
      if cursor.byte == UInt8(ascii: "{") {
        try readObject(&cursor, depth: depth + 1)
      } else {
        let token = try cursor.token()
        fail(.notAnObject, at: token.start)
      }
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "]"))
  }
}
