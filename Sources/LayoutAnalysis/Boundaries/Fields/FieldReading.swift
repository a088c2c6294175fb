/// Field values read as numbers and days, as strictly as a database would.
enum FieldReading {
  /// Whether a value reads as a type.
  static func reads(_ value: String, as type: FieldType) -> Bool {
    switch type {
    case .text: true
    case .integer: Int64(value) != nil
    case .real: number(value) != nil
    case .date: isDay(value)
    }
  }

  /// A finite number; nil for anything that a database would not take as one.
  static func number(_ value: String) -> Double? {
    // The standard library reads hexadecimal numbers too, which no file means.
    guard !value.contains(where: { $0 == "x" || $0 == "X" }) else { return nil }
    return Double(value).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number that a value most likely means: full-width digits, thousands separators or a unit behind.
  static func plainNumber(in value: String) -> String? {
    var plain = ""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19:
        plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0xFF0E: plain.append(".")
      case 0xFF0D: plain.append("-")
      case 0x2C, 0xFF0C, 0x20, 0x3000: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    while let last = plain.unicodeScalars.last, !(0x30...0x39).contains(last.value) || isUnit(plain)
    {
      if let unit = units.first(where: plain.hasSuffix) {
        plain.removeLast(unit.count)
      } else {
        return nil
      }
    }
    return number(plain) == nil || plain == value ? nil : plain
  }

  /// Longer ones first, where one ends as another does.
  private static let units = [
    "平方千米", "平方公里", "平方米", "公顷", "亩", "万元", "亿元", "元", "人", "米", "km²", "km2", "m²", "m2", "ha",
    "m", "%",
  ]

  private static func isUnit(_ text: String) -> Bool { units.contains(where: text.hasSuffix) }

  /// Whether a value is a day of the calendar, in one of the forms of ``FieldType/date``.
  static func isDay(_ value: String) -> Bool {
    let parts: [Substring]
    if value.count == 8, value.allSatisfy(\.isNumber) {
      parts = [value.prefix(4), value.dropFirst(4).prefix(2), value.suffix(2)]
    } else {
      // A time of day behind the day is left to the database.
      let day = value.prefix { $0 != "T" && $0 != " " }
      let separators: Set<Character> = ["-", "/", ".", "年", "月", "日"]
      parts = day.split(whereSeparator: separators.contains)
      guard day.contains(where: separators.contains) else { return false }
    }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts[0].count == 4 else { return false }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard year > 0, (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
