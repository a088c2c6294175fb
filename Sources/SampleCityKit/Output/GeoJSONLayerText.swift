import LandModel

/// Writes a layer as GeoJSON, one feature on a line, with the reference system and the origin inside.
struct GeoJSONLayerText {
  let seed: UInt64

  /// The old `crs` member names the datum; RFC 7946 dropped it and knows WGS 84 only.
  func text(_ layer: OutputLayer) -> String {
    let decimals = GaussKrugerGrid(epsg: layer.epsg) == nil ? 7 : 3
    var text = """
      {"type":"FeatureCollection","name":"\(layer.name)",
      "description":"SYNTHETIC, not real: \(layer.title.english); made by SampleCity from seed \
      \(seed). Names are generated and are no real places. 虚构数据：\(layer.title.chinese)，地名均为生成，不代表真实地点。",
      "synthetic":true,
      "seed":\(seed),
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::\(layer.epsg)"}},
      "features":[

      """
    for (row, feature) in layer.features.enumerated() {
      if row > 0 { text += ",\n" }
      text += #"{"type":"Feature","properties":{"#
      for property in feature.properties {
        text += "\(quoted(property.name)):\(Self.text(property.value)),"
      }
      text += #""synthetic":true},"geometry":"#
      write(feature.geometry, decimals, to: &text)
      text += "}"
    }
    return text + "\n]}\n"
  }

  static func text(_ value: PropertyValue) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .integer(let number): "\(number)"
    case .real(let number, let decimals): DecimalText.text(number, decimals: decimals)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  private func write(_ geometry: Geometry, _ decimals: Int, to text: inout String) {
    let isMulti = geometry.partCount > 1
    switch geometry.kind {
    case .null: text += "null"
    case .point:
      text += #"{"type":"Point","coordinates":"#
      write(geometry.positions[0], decimals, to: &text)
      text += "}"
    case .line:
      text += "{\"type\":\"\(isMulti ? "MultiLineString" : "LineString")\",\"coordinates\":"
      writeList(0..<geometry.partCount, isBracketed: isMulti, to: &text) { part, text in
        write(ring: part, of: geometry, decimals, to: &text)
      }
      text += "}"
    case .polygon:
      text += "{\"type\":\"\(isMulti ? "MultiPolygon" : "Polygon")\",\"coordinates\":"
      writeList(0..<geometry.partCount, isBracketed: isMulti, to: &text) { part, text in
        writeList(geometry.rings(ofPart: part), isBracketed: true, to: &text) { ring, text in
          write(ring: ring, of: geometry, decimals, to: &text)
        }
      }
      text += "}"
    }
  }

  private func write(
    ring: Int, of geometry: Geometry, _ decimals: Int, to text: inout String
  ) {
    writeList(geometry.range(ofRing: ring), isBracketed: true, to: &text) { index, text in
      write(geometry.positions[index], decimals, to: &text)
    }
  }

  private func writeList(
    _ range: Range<Int>, isBracketed: Bool, to text: inout String,
    _ body: (Int, inout String) -> Void
  ) {
    if isBracketed { text += "[" }
    for index in range {
      if index > range.lowerBound { text += "," }
      body(index, &text)
    }
    if isBracketed { text += "]" }
  }

  private func write(_ position: XY, _ decimals: Int, to text: inout String) {
    text += "["
    text += DecimalText.text(position.x, decimals: decimals)
    text += ","
    text += DecimalText.text(position.y, decimals: decimals)
    text += "]"
  }
}

/// A text as a JSON string; the generator's texts hold no control characters.
func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

/// Numbers in plain decimals, trailing zeros left out.
enum DecimalText {
  static func text(_ value: Double, decimals: Int) -> String {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((value * Double(scale)).rounded())
    let whole = scaled.magnitude / scale.magnitude
    var fraction = scaled.magnitude % scale.magnitude
    var text = (scaled < 0 ? "-" : "") + "\(whole)"
    guard fraction > 0 else { return text }
    var digits = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    let tail = "\(fraction)"
    text += "." + String(repeating: "0", count: digits - tail.count) + tail
    return text
  }
}
