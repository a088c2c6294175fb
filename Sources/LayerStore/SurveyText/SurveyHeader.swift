import LandModel

/// The sections of a survey text before its parcels, as they are written.
///
/// What states the reference system, the unit and the precision follows from the layer; anything else is
/// the layer's attribute of that name, or empty.
struct SurveyHeader {
  let system: SurveySystem
  /// Decimals of every ordinate.
  let decimals: Int
  let lines: [String]
  let usedNames: Set<String>
  let remarks: LayerRemarks

  init(_ layer: OutputLayer, system: SurveySystem) {
    self.system = system
    var remarks = LayerRemarks()
    var used: Set<String> = [SurveyField.extensions]
    let precision = SurveyPrecision(layer, isDegrees: system.zone == nil)
    decimals = precision.decimals
    if precision.isRounded {
      remarks.add(
        .loss, "Ordinates are rounded to \(precision.decimals) decimals.",
        "坐标值舍入到小数点后 \(precision.decimals) 位。")
    }
    func value(_ key: String, as name: String) -> String? {
      let held = SurveyField.attribute(for: name, among: layer.attributes.names) ?? name
      used.insert(held)
      let common = layer.common(held)
      if common.differs {
        remarks.add(
          .loss, "“\(key)” differs between parcels; a survey text has one, the first is written.",
          "各地块的“\(key)”不同；文本只有一个，写入第一个。")
      }
      return common.value.map(SurveyParcelWriter.oneLine)
    }
    var lines =
      layer.common(SurveyField.extensions).value.map { [$0.replacing("\n", with: "\r\n")] } ?? []
    lines.append("[属性描述]")
    for key in SurveyField.headerKeys {
      let declared = value(key, as: key)
      lines.append(
        "\(key)=" + Self.text(key, declared: declared, system: system, precision: precision))
    }
    for name in layer.attributes.names where name.hasPrefix(SurveyField.otherKeyPrefix) {
      let key = String(name.dropFirst(SurveyField.otherKeyPrefix.count))
      lines.append("\(key)=" + (value(key, as: name) ?? ""))
    }
    self.lines = lines
    usedNames = used
    self.remarks = remarks
  }

  /// The value of a key: as declared where that is true of what is written.
  private static func text(
    _ key: String, declared: String?, system: SurveySystem, precision: SurveyPrecision
  ) -> String {
    switch key {
    case SurveyField.system:
      return declared.flatMap { SurveySystem.Datum(named: $0) == system.datum ? $0 : nil }
        ?? system.datum.title
    case SurveyField.zoneWidth: return system.zone.map { "\($0.width)" } ?? ""
    case SurveyField.zone: return system.zone.map { "\($0.number)" } ?? ""
    case SurveyField.projection: return system.zone == nil ? "" : declared ?? "高斯克吕格"
    case SurveyField.unit:
      return system.zone == nil ? "度" : declared.flatMap { $0.contains("度") ? nil : $0 } ?? "米"
    case SurveyField.precision: return precision.text
    case "格式版本号": return declared ?? "1.01"
    case "转换参数": return declared ?? ",,,,,,"
    default: return declared ?? ""
    }
  }
}

/// How many decimals the ordinates of a survey text have, and how its header says so.
struct SurveyPrecision {
  let decimals: Int
  let text: String
  /// Whether some ordinate had more.
  let isRounded: Bool

  /// The declared precision, or a millimetre (in degrees nine decimals, domain facts §3.2); more where the
  /// ordinates are written exactly with a few more.
  init(_ layer: OutputLayer, isDegrees: Bool) {
    let declared = SurveyField.attribute(
      for: SurveyField.precision, among: layer.attributes.names
    ).flatMap { layer.common($0).value }
    let wanted = declared.flatMap(Self.decimals) ?? (isDegrees ? 9 : 3)
    let ordinates = layer.geometry.positions.lazy.flatMap { [$0.x, $0.y] }
    let needed = DecimalNumber.decimals(
      for: ordinates, from: wanted, to: max(wanted, isDegrees ? 12 : 6))
    decimals = needed ?? wanted
    isRounded = needed == nil
    let isCount = declared.map { !$0.contains(".") } ?? false
    if let declared, Self.decimals(declared) == decimals {
      text = declared
    } else if isCount || decimals == 0 {
      text = "\(decimals)"
    } else {
      text = "0." + String(repeating: "0", count: decimals - 1) + "1"
    }
  }

  /// Decimals of `0.001` or `3`; nil for anything else.
  private static func decimals(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard let number = DecimalNumber(bytes, 0..<bytes.count) else { return nil }
    if number.decimals == 0 {
      return Int(exactly: number.value).flatMap { (0...12).contains($0) ? $0 : nil }
    }
    // One unit of the last place written: 0.001, and not 0.002.
    return number.value > 0 && number.decimals <= 12 ? number.decimals : nil
  }
}
