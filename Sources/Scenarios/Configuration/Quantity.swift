package import LandModel

/// Quantities as a plan file writes them: a number, a space, a unit.
///
/// Lengths are `500 m` or `6 km`; areas `400 m2`, `20 ha`, `30 mu`, `3 km2`; shares `5 %` or `0.05`;
/// durations `60 s` or `5 min`; money `120000 万元`
/// (10 000 yuan), `12 亿元` (10⁸ yuan) or `500 CNY`; points of an objective `1500 points`. A number without a unit is refused, because nobody can tell which unit
/// its author had in mind. 1 mu (亩) is 10 000/15 m² (domain facts §3.2).
package enum Quantity {
  /// Units of area, for options and keys that name one.
  package static let areaUnits = ["m2", "ha", "mu", "km2"]

  /// Lengths with a meaning on Earth; squares of much longer ones leave the range of a double.
  package static let lengths = Metres.zero...Metres(kilometres: 100_000)
  package static let lengthRange = "0 m to 100000 km"
  /// Areas with a meaning on Earth, whose surface is 5.1e8 km2.
  static let areas = SquareMetres.zero...SquareMetres(squareKilometres: 1e9)
  /// In seconds, 30 years; much longer ones leave the range of a clock.
  static let longestDuration = 1e9

  /// A length, or nil when the text is not one.
  package static func length(_ text: String) -> Metres? {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "m": return Metres(number)
    case "km": return Metres(kilometres: number)
    default: return nil
    }
  }

  /// An area, or nil when the text is not one; `m²`, `km²`, `公顷` and `亩` are understood too.
  package static func area(_ text: String) -> SquareMetres? {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "m2", "m²", "平方米": return SquareMetres(number)
    case "ha", "公顷": return SquareMetres(hectares: number)
    case "mu", "亩": return SquareMetres(mu: number)
    case "km2", "km²", "平方公里": return SquareMetres(squareKilometres: number)
    default: return nil
    }
  }

  /// Units of money, longest spelling of each first.
  static let moneyUnits = ["10k CNY", "万元", "亿元", "元", "CNY"]
  /// 10¹⁶ yuan is more than a country has.
  static let amounts = Money.zero...Money(tenThousandYuan: 1e12)
  static let mostPoints = 1e12

  /// An amount of money, or nil when the text is not one; `10k CNY` is 万元.
  package static func money(_ text: String) -> Money? {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "万元", "10kCNY": return Money(tenThousandYuan: number)
    case "亿元": return Money(tenThousandYuan: 10_000 * number)
    case "元", "CNY": return Money(yuan: number)
    default: return nil
    }
  }

  /// Points of an objective, or nil when the text is none.
  package static func points(_ text: String) -> Double? {
    guard let (number, unit) = split(text), ["points", "point", "分"].contains(unit) else {
      return nil
    }
    return number
  }

  /// A share, or nil when the text is not one.
  package static func ratio(_ text: String) -> Ratio? {
    if let plain = Double(text) { return plain.isFinite ? Ratio(plain) : nil }
    guard let (number, unit) = split(text), unit == "%" else { return nil }
    return Ratio(percent: number)
  }

  /// A duration in seconds, or nil when the text is not one.
  package static func seconds(_ text: String) -> Double? {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "s": return number
    case "min": return number * 60
    default: return nil
    }
  }

  /// Cuts `3 km2` into 3 and `km2`; not finite, no number or no unit give nil.
  private static func split(_ text: String) -> (number: Double, unit: String)? {
    let trimmed = text.drop { $0 == " " }
    let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    guard let number = Double(digits), number.isFinite else { return nil }
    let unit = trimmed.dropFirst(digits.count).filter { $0 != " " }
    return unit.isEmpty ? nil : (number, String(unit))
  }
}
