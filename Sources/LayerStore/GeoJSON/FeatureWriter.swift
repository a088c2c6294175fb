import LandModel

/// Writes the rows of a layer as GeoJSON features, each on a line of its own.
struct FeatureWriter: ~Copyable {
  /// What stands round the features.
  enum Frame {
    /// One feature collection.
    case collection
    /// A text sequence: each feature behind a record separator (RFC 8142 §2.1).
    case sequence
    /// Lines of features.
    case lines
  }

  private static let recordSeparator: UInt8 = 0x1E

  private let layer: OutputLayer
  private let frame: Frame
  private let precision: GeoJSONPrecision
  /// On WGS 84 shells run anticlockwise and holes clockwise (RFC 7946 §3.1.6).
  ///
  /// In other systems, and where a layer asks for it, rings are written as they are.
  private let windsRings: Bool
  /// `"name":` of each attribute.
  private let keys: [[UInt8]]
  /// The member `crs` with a comma behind it; empty on WGS 84 and where no system is known.
  private let system: [UInt8]
  /// Real values that are no finite numbers, and written as null.
  private(set) var valuesLost = 0

  init(_ layer: OutputLayer, frame: Frame, precision: GeoJSONPrecision) {
    self.layer = layer
    self.frame = frame
    self.precision = precision
    let isOnWGS84 = layer.crs?.epsg == 4326
    windsRings = isOnWGS84 && !layer.keepsRings
    keys = layer.attributes.names.map { name in
      var bytes: [UInt8] = []
      JSONText.append(name, to: &bytes)
      return bytes + [UInt8(ascii: ":")]
    }
    system = isOnWGS84 ? [] : Self.member(of: layer.crs)
  }

  /// The member of the 2008 format that names a system (its §3.1).
  private static func member(of crs: CRSIdentifier?) -> [UInt8] {
    guard let crs else { return [] }
    var bytes = Array(#""crs":{"type":"name","properties":{"name":"#.utf8)
    JSONText.append(crs.epsg.map { "urn:ogc:def:crs:EPSG::\($0)" } ?? crs.text, to: &bytes)
    return bytes + Array("}},".utf8)
  }

  /// What comes before the first feature.
  func begin(_ sink: inout ByteSink) {
    guard frame == .collection else { return }
    sink.append(#"{"type":"FeatureCollection","name":"#)
    sink.append(quoting: layer.name)
    sink.append(",")
    sink.append(system)
    sink.append("\"features\":[\n")
  }

  /// What comes behind the last feature.
  func end(_ sink: inout ByteSink) { if frame == .collection { sink.append("]}\n") } }

  /// Writes a row with the line break that ends it.
  mutating func write(row: Int, to sink: inout ByteSink) {
    if frame == .sequence { sink.append(Self.recordSeparator) }
    sink.append(#"{"type":"Feature","#)
    if let number = layer.numbers?[row] {
      sink.append(#""id":"#)
      sink.append(number)
      sink.append(",")
    }
    // The texts of a sequence have no collection round them that could name the system.
    if frame != .collection { sink.append(system) }
    sink.append(#""properties":{"#)
    for column in keys.indices {
      if column > 0 { sink.append(UInt8(ascii: ",")) }
      sink.append(keys[column])
      write(layer.attributes.columns[column], row: row, to: &sink)
    }
    sink.append(#"},"geometry":"#)
    writeGeometry(row: row, to: &sink)
    sink.append(UInt8(ascii: "}"))
    if frame == .collection, row + 1 < layer.geometry.count { sink.append(UInt8(ascii: ",")) }
    sink.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ column: AttributeColumn, row: Int, to sink: inout ByteSink) {
    switch column {
    case .text(let values):
      if let value = values[row] { sink.append(quoting: value) } else { sink.append("null") }
    case .integer(let values):
      if let value = values[row] { sink.append(value) } else { sink.append("null") }
    case .real(let values):
      guard let value = values[row], value.isFinite else {
        if values[row] != nil { valuesLost += 1 }
        return sink.append("null")
      }
      sink.appendShortest(value)
      // A real stays one when it is read again.
      if value == value.rounded(), value.magnitude < 1e15 { sink.append(".0") }
    }
  }

  // MARK: Geometry

  private func writeGeometry(row: Int, to sink: inout ByteSink) {
    let column = layer.geometry
    let parts = column.parts(ofRow: row)
    let kind = column.kinds[row]
    switch (kind, parts.count < 2) {
    case (.null, _): return sink.append("null")
    case (.point, true): sink.append(#"{"type":"Point","coordinates":"#)
    case (.point, false): sink.append(#"{"type":"MultiPoint","coordinates":"#)
    case (.line, true): sink.append(#"{"type":"LineString","coordinates":"#)
    case (.line, false): sink.append(#"{"type":"MultiLineString","coordinates":"#)
    case (.polygon, true): sink.append(#"{"type":"Polygon","coordinates":"#)
    case (.polygon, false): sink.append(#"{"type":"MultiPolygon","coordinates":"#)
    }
    if parts.count == 1 {
      writePart(parts.lowerBound, kind: kind, to: &sink)
    } else {
      sink.append(UInt8(ascii: "["))
      for part in parts {
        if part > parts.lowerBound { sink.append(UInt8(ascii: ",")) }
        writePart(part, kind: kind, to: &sink)
      }
      sink.append(UInt8(ascii: "]"))
    }
    sink.append(UInt8(ascii: "}"))
  }

  private func writePart(_ part: Int, kind: GeometryKind, to sink: inout ByteSink) {
    let column = layer.geometry
    let rings = column.rings(ofPart: part)
    switch kind {
    case .null: break
    case .point:
      write(column.positions[column.range(ofRing: rings.lowerBound).lowerBound], to: &sink)
    case .line: writeRun(column.range(ofRing: rings.lowerBound), isReversed: false, to: &sink)
    case .polygon:
      sink.append(UInt8(ascii: "["))
      for ring in rings {
        if ring > rings.lowerBound { sink.append(UInt8(ascii: ",")) }
        let range = column.range(ofRing: ring)
        let isReversed = windsRings && isWoundWrong(range, isShell: ring == rings.lowerBound)
        writeRun(range, isReversed: isReversed, to: &sink)
      }
      sink.append(UInt8(ascii: "]"))
    }
  }

  private func isWoundWrong(_ range: Range<Int>, isShell: Bool) -> Bool {
    let area = PlanarMeasure.signedArea(ofRing: layer.geometry.positions[range])
    return isShell ? area < 0 : area > 0
  }

  private func writeRun(_ range: Range<Int>, isReversed: Bool, to sink: inout ByteSink) {
    let positions = layer.geometry.positions
    sink.append(UInt8(ascii: "["))
    for step in 0..<range.count {
      if step > 0 { sink.append(UInt8(ascii: ",")) }
      write(
        positions[isReversed ? range.upperBound - 1 - step : range.lowerBound + step], to: &sink)
    }
    sink.append(UInt8(ascii: "]"))
  }

  @inline(__always) private func write(_ position: XY, to sink: inout ByteSink) {
    sink.append(UInt8(ascii: "["))
    switch precision {
    case .decimals(let decimals):
      sink.append(position.x, decimals: decimals)
      sink.append(UInt8(ascii: ","))
      sink.append(position.y, decimals: decimals)
    case .shortest:
      sink.appendShortest(position.x)
      sink.append(UInt8(ascii: ","))
      sink.appendShortest(position.y)
    }
    sink.append(UInt8(ascii: "]"))
  }
}
