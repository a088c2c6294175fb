import LandModel

/// Writes a layer as a survey text (勘测定界 TXT): the canonical form of <doc:SurveyTextFormat>.
///
/// Attributes that ``SurveyTextReader`` made go back to where they came from; others that the format has no
/// field for are left out, and that is a remark.
struct SurveyTextWriter {
  private let layer: OutputLayer
  private let file: String
  private let header: SurveyHeader
  private(set) var remarks = LayerRemarks()

  /// - Throws: ``LayerStoreError/notRepresentable(file:layer:reason:)`` for a reference system that the
  ///   format cannot state, and for an ordinate that is no number.
  init(_ layer: OutputLayer, file: String) throws(LayerStoreError) {
    guard let system = layer.crs?.epsg.flatMap({ SurveySystem(epsg: $0) }) else {
      throw .notRepresentable(
        file: file, layer: layer.name,
        reason: "a survey text states a Gauss–Krüger zone or degrees of a national datum, not "
          + (layer.crs?.text ?? "nothing"))
    }
    for row in 0..<layer.geometry.count
    where !layer.geometry.range(ofRow: row).allSatisfy({ layer.geometry.positions[$0].isFinite }) {
      throw .notRepresentable(
        file: file, layer: layer.name,
        reason: "row \(row + 1) has an ordinate that is not a finite number")
    }
    self.layer = layer
    self.file = file
    header = SurveyHeader(layer, system: system)
  }

  /// The whole text in an encoding, lines ended as on Windows.
  ///
  /// - Complexity: O(v) in vertices.
  mutating func bytes(in encoding: SurveyTextOptions.Encoding) throws(LayerStoreError) -> [UInt8] {
    var lines = header.lines
    lines.append("[地块坐标]")
    var parcels = SurveyParcelWriter(layer, system: header.system, decimals: header.decimals)
    for row in 0..<layer.geometry.count { parcels.append(row, to: &lines) }
    remarks = header.remarks
    remarks.append(parcels.remarks)
    addUnusedAttributes(parcels.usedNames.union(header.usedNames))
    let text = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    guard encoding == .gbk else { return text }
    guard let bytes = TextRecoder.bytes(ofUTF8: text, in: "GB18030") else {
      throw .notRepresentable(
        file: file, layer: layer.name, reason: "it holds text that GB 18030 cannot express")
    }
    return bytes
  }

  private mutating func addUnusedAttributes(_ used: Set<String>) {
    let unused = layer.attributes.names.filter { !used.contains($0) }
    guard !unused.isEmpty else { return }
    let shown = unused.prefix(12).joined(separator: ", ")
    remarks.add(
      .loss,
      "A survey text has no field for \(unused.count.counted("attribute")), left out here: \(shown).",
      "勘测定界文本没有对应字段，以下 \(unused.count) 个属性被略去：\(shown)。")
  }
}

extension OutputLayer {
  /// The one value of an attribute that is the same in every row of a survey: its first.
  func common(_ name: String) -> (value: String?, differs: Bool) {
    guard let column = attributes[name] else { return (nil, false) }
    var first: String?
    for row in 0..<column.count {
      guard let value = column.text(at: row) else { continue }
      guard let known = first else {
        first = value
        continue
      }
      if known != value { return (known, true) }
    }
    return (first, false)
  }
}
