/// Where a reader stands in GeoJSON text, and what it learned on the way.
///
/// A file is a run of GeoJSON texts with white space or record separators between them: one feature
/// collection, or a text sequence (RFC 8142), or lines of features. Each step reads one piece that cannot
/// be left in the middle, so that a step which runs out of bytes is taken again with more of them.
struct GeoJSONText {
  enum Phase: Equatable {
    /// At the first byte of the file.
    case start
    /// Before a text, or at the end.
    case between
    /// At the opening brace of a text of which the type is not known yet.
    case head
    /// Within `features`.
    case features(isFirst: Bool)
    /// Behind `features`.
    case tail
  }

  enum Outcome { case feature, moved }

  private(set) var phase = Phase.start
  /// The feature that was read last.
  var feature = FeatureScratch()
  /// Features read.
  private(set) var featureCount = 0
  /// Whether the step at hand is within a feature.
  private(set) var isInFeature = false
  /// Whether a text was a collection; what is broken within one ends the reading.
  private(set) var isInCollection = false
  /// Whether texts stand behind record separators; they may then go over several lines.
  private(set) var hasSeparators = false
  /// The member `name` of the first collection.
  private(set) var name: String?
  /// The member `crs` of the first text that has it.
  private(set) var system = CRSMember.absent
  /// The type of the present text has been read and is `FeatureCollection`.
  private var isCollection = false
  /// Texts read to their end.
  private(set) var textCount = 0

  /// Reads the next piece.
  mutating func step(
    _ cursor: inout JSONCursor, isAtEnd: Bool
  ) throws(JSONStop) -> Outcome {
    isInFeature = false
    switch phase {
    case .start:
      try passMark(&cursor, isAtEnd: isAtEnd)
      phase = .between
    case .between:
      try passSpace(&cursor)
      guard cursor.byte == UInt8(ascii: "{") else {
        if cursor.byte == UInt8(ascii: "["), textCount == 0 { throw cursor.stop(.notGeoJSON) }
        throw cursor.unexpected()
      }
      phase = .head
    case .head: return try readHead(&cursor)
    case .features(let isFirst):
      cursor.skipSpace()
      if cursor.take(UInt8(ascii: "]")) {
        phase = .tail
        return .moved
      }
      if !isFirst { try cursor.expect(UInt8(ascii: ",")) }
      cursor.skipSpace()
      try readFeature(&cursor, depth: 2)
      phase = .features(isFirst: false)
      return .feature
    case .tail: try readTail(&cursor)
    }
    return .moved
  }

  /// Gives up the text that is broken, for the reader to go on behind the next separator.
  mutating func giveUpText() { phase = .between }

  /// Counts a feature that could not be read, so that the numbers of later ones are right.
  mutating func countBroken() { featureCount += 1 }

  /// Passes a byte-order mark; text that is not in bytes is told as such.
  private func passMark(_ cursor: inout JSONCursor, isAtEnd: Bool) throws(JSONStop) {
    guard cursor.end >= 4 || isAtEnd else { throw cursor.stop(.endOfBytes) }
    let (first, second) = (cursor.byte(at: 0), cursor.byte(at: 1))
    switch (first, second) {
    case (0xEF, 0xBB) where cursor.byte(at: 2) == 0xBF: cursor.position = 3
    case (0xFF, 0xFE), (0xFE, 0xFF): throw cursor.stop(.wideEncoding)
    // RFC 4627 §3: the zero bytes among the first four tell UTF-16 and UTF-32.
    case (0, _) where cursor.end >= 2, (_, 0) where cursor.end >= 2:
      throw cursor.stop(.wideEncoding)
    default: break
    }
  }

  private mutating func passSpace(_ cursor: inout JSONCursor) throws(JSONStop) {
    cursor.skipSpace()
    while cursor.take(0x1E) {
      hasSeparators = true
      cursor.skipSpace()
    }
    if cursor.position == cursor.end { throw cursor.stop(.endOfBytes) }
  }

  private mutating func readFeature(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    isInFeature = true
    try feature.read(&cursor, depth: depth)
    if let stated = feature.system { try take(stated, at: feature.start) }
    featureCount += 1
  }

  /// Reads a text up to its features, or the whole of one that is a feature or a geometry.
  private mutating func readHead(_ cursor: inout JSONCursor) throws(JSONStop) -> Outcome {
    let start = cursor.position
    isCollection = false
    cursor.position += 1
    cursor.skipSpace()
    guard cursor.byte != UInt8(ascii: "}") else { throw notGeoJSON(at: start) }
    repeat {
      cursor.skipSpace()
      let name = try cursor.text()
      try cursor.expect(UInt8(ascii: ":"))
      switch GeoJSONMember(name, in: cursor) {
      case .type:
        let value = try cursor.token()
        guard value.kind == .text, !cursor.matches(value.range, "FeatureCollection") else {
          isCollection = true
          break
        }
        guard
          cursor.matches(value.range, "Feature") || GeometryType(value, in: cursor) != nil
        else { throw notGeoJSON(at: value.start) }
        cursor.position = start
        isInCollection = false
        try readFeature(&cursor, depth: 0)
        (phase, textCount) = (.between, textCount + 1)
        return .feature
      case .features:
        cursor.skipSpace()
        guard cursor.byte == UInt8(ascii: "[") else {
          let value = try cursor.token()
          throw isCollection
            ? JSONStop(reason: .featuresNotArray, position: value.start)
            : notGeoJSON(at: value.start)
        }
        cursor.position += 1
        isInCollection = true
        phase = .features(isFirst: true)
        return .moved
      case let member: try readMember(member, &cursor)
      }
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    throw isCollection
      ? JSONStop(reason: .featuresNotArray, position: start) : notGeoJSON(at: start)
  }

  /// Reads one member behind `features`, or the end of the text.
  private mutating func readTail(_ cursor: inout JSONCursor) throws(JSONStop) {
    cursor.skipSpace()
    if cursor.take(UInt8(ascii: "}")) {
      guard isCollection else { throw notGeoJSON(at: cursor.position - 1) }
      (phase, textCount, isInCollection) = (.between, textCount + 1, false)
      return
    }
    try cursor.expect(UInt8(ascii: ","))
    cursor.skipSpace()
    let name = try cursor.text()
    try cursor.expect(UInt8(ascii: ":"))
    switch GeoJSONMember(name, in: cursor) {
    case .type:
      let value = try cursor.token()
      guard value.kind == .text, cursor.matches(value.range, "FeatureCollection"), !isCollection
      else { throw isCollection ? repeated(name) : notGeoJSON(at: value.start) }
      isCollection = true
    case .features: throw repeated(name)
    case let member: try readMember(member, &cursor)
    }
  }

  /// Reads a member of a collection other than its features.
  private mutating func readMember(
    _ member: GeoJSONMember, _ cursor: inout JSONCursor
  ) throws(JSONStop) {
    let value = try cursor.token()
    switch member {
    case .name where name == nil && textCount == 0:
      if value.kind == .text || value.kind == .escapedText { name = cursor.string(of: value) }
    case .crs:
      try take(CRSMember(value, in: cursor), at: value.start)
    default: break
    }
  }

  /// The texts of a sequence make one layer, which is in one reference system.
  private mutating func take(_ stated: CRSMember, at position: Int) throws(JSONStop) {
    guard textCount == 0 || system == stated else {
      throw JSONStop(reason: .otherReferenceSystem, position: position)
    }
    system = stated
  }

  private func repeated(_ name: JSONToken) -> JSONStop {
    JSONStop(reason: .repeatedMember, position: name.range.lowerBound)
  }

  /// JSON of another kind, which other drivers may know, or a text of a sequence that is none of GeoJSON.
  private func notGeoJSON(at position: Int) -> JSONStop {
    JSONStop(reason: textCount == 0 ? .notGeoJSON : .notAFeature, position: position)
  }
}
