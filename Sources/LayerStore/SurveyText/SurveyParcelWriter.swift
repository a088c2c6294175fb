import LandModel

/// Writes the parcels of a survey text: a line of fields, then a line for each point.
struct SurveyParcelWriter {
  let usedNames: Set<String>
  private(set) var remarks = LayerRemarks()

  private let layer: OutputLayer
  private let isDegrees: Bool
  private let decimals: Int
  private let meter: EllipsoidalAreaMeter?
  /// The column of each of the eight fields, then of those behind them.
  private let columns: [AttributeColumn?]
  private var rowsRenamed: [Int] = []
  private var rowsCleaned: [Int] = []

  init(_ layer: OutputLayer, system: SurveySystem, decimals: Int) {
    self.layer = layer
    self.decimals = decimals
    isDegrees = system.zone == nil
    meter = system.epsg.flatMap { GaussKrugerGrid(epsg: $0) }.map(EllipsoidalAreaMeter.init(grid:))
    measuresDegrees = isDegrees && (system.datum == .cgcs2000 || system.datum == .wgs84)
    var used: Set<String> = []
    if let name = SurveyField.attribute(
      for: SurveyField.pointNames, among: layer.attributes.names)
    {
      used.insert(name)
    }
    var columns = SurveyField.parcelFields.map { field -> AttributeColumn? in
      guard let name = SurveyField.attribute(for: field, among: layer.attributes.names) else {
        return nil
      }
      used.insert(name)
      return layer.attributes[name]
    }
    let extras = layer.attributes.names.compactMap { name in
      SurveyField.extraIndex(name).map { (index: $0, name: name) }
    }
    columns += [AttributeColumn?](repeating: nil, count: extras.map { $0.index + 1 }.max() ?? 0)
    for extra in extras {
      columns[SurveyField.parcelFields.count + extra.index] = layer.attributes[extra.name]
      used.insert(extra.name)
    }
    self.columns = columns
    usedNames = used
  }

  private let measuresDegrees: Bool

  /// Adds the lines of a row.
  mutating func append(_ row: Int, to lines: inout [String]) {
    let rings = SurveyRingOrder(layer, row: row)
    if rings.isRenamed { rowsRenamed.append(row) }
    let place = lines.count
    lines.append("")
    for ring in rings.rings {
      for (name, position) in zip(ring.names, ring.positions) {
        let (northing, easting) = (
          DecimalNumber.text(position.y, decimals: decimals),
          DecimalNumber.text(position.x, decimals: decimals)
        )
        lines.append("\(name),\(ring.number),\(northing),\(easting)")
      }
    }
    lines[place] = fields(row, rings).joined(separator: ",") + ",@"
    if row == layer.geometry.count - 1 { tell() }
  }

  // MARK: Fields

  private mutating func fields(_ row: Int, _ rings: SurveyRingOrder) -> [String] {
    var fields = SurveyField.parcelFields.indices.map { index -> String in
      switch SurveyField.parcelFields[index] {
      case SurveyField.count: return "\(count(row, rings))"
      case SurveyField.area: return area(row)
      case SurveyField.shape: return shape(row)
      case "地块编号": return text(index, row) ?? "\(row + 1)"
      default: return text(index, row) ?? ""
      }
    }
    let extras = columns.indices.dropFirst(SurveyField.parcelFields.count)
    if let last = extras.last(where: { columns[$0]?.text(at: row) != nil }) {
      for index in extras where index <= last { fields.append(text(index, row) ?? "") }
    }
    return fields
  }

  private mutating func text(_ index: Int, _ row: Int) -> String? {
    guard let value = columns[index]?.text(at: row) else { return nil }
    let clean = Self.field(value)
    if clean != value, rowsCleaned.last != row { rowsCleaned.append(row) }
    return clean
  }

  /// The declared count where it counts these points in one of the ways in use; else the lines written,
  /// which is what a reader that counts lines needs.
  private func count(_ row: Int, _ rings: SurveyRingOrder) -> Int {
    let declared = columns[0]?.number(at: row).flatMap { Int(exactly: $0) }
    guard let declared, rings.possibleCounts.contains(declared) else { return rings.lineCount }
    return declared
  }

  /// Hectares with four decimals: as declared, or else the statutory ellipsoidal area.
  private func area(_ row: Int) -> String {
    if let declared = columns[1]?.number(at: row), declared.isFinite {
      let decimals = DecimalNumber.decimals(for: [declared], from: 4, to: 8) ?? 4
      return DecimalNumber.text(declared, decimals: decimals)
    }
    let geometry = layer.geometry.geometry(ofRow: row)
    guard geometry.kind == .polygon else { return "" }
    let area =
      measuresDegrees ? EllipsoidalArea.area(ofGeodetic: geometry) : meter?.area(of: geometry)
    return area.map { DecimalNumber.text($0.hectares, decimals: 4) } ?? ""
  }

  private func shape(_ row: Int) -> String {
    switch layer.geometry.kinds[row] {
    case .point: return SurveyField.point
    case .line: return SurveyField.line
    case .polygon: return SurveyField.polygon
    case .null:
      let declared = columns[4]?.text(at: row) ?? ""
      let known = [SurveyField.point, SurveyField.line, SurveyField.polygon]
      return known.contains(declared) ? declared : SurveyField.polygon
    }
  }

  // MARK: Text

  /// A text that can stand between commas: full-width comma, no line break, no lone `@`.
  static func field(_ text: String) -> String {
    // Point names, which are many, are plain.
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
    if isPlain, text != "@" { return text }
    let clean = oneLine(text).replacing(",", with: "，")
    return clean == "@" ? "＠" : clean
  }

  static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return text.trimmed
    }
    return text.split(whereSeparator: {
      $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F }
    })
    .joined(separator: " ").trimmed
  }

  private mutating func tell() {
    if !rowsRenamed.isEmpty {
      remarks.add(
        .note, rows: rowsRenamed,
        "Boundaries of \(rowsRenamed.count.counted("parcel")) have no point names, or were changed since they were "
          + "given; they are numbered J1, J2, … clockwise from the north-west.",
        "\(rowsRenamed.count) 个地块无点号或图形已改动，自西北角起顺时针重新编号 J1、J2……")
    }
    if !rowsCleaned.isEmpty {
      remarks.add(
        .loss, rows: rowsCleaned,
        "Texts of \(rowsCleaned.count.counted("parcel")) hold commas, line breaks or blanks at their ends, which "
          + "the format has no place for; they are replaced.",
        "\(rowsCleaned.count) 个地块的文字含逗号、换行或首尾空格，已替换。")
    }
  }
}
