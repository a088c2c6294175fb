import LandModel

/// The field 地块面积 of a parcel, in hectares whatever it was written in.
///
/// The format asks for hectares; square metres by mistake are common, mu occur (domain facts §3.4). A
/// written unit is believed. A bare number is compared with the geometry.
struct SurveyArea: Equatable {
  enum Assumption: Equatable { case none, squareMetres, mu }

  /// Nil where the field is empty or no number.
  let hectares: Double?
  let assumption: Assumption
  /// Whether the field holds something that is no area.
  let isUnreadable: Bool

  /// How far a measured area may be from a declared one for the unit to be beyond doubt: areas on the
  /// plane, the ellipsoid and older datums differ by some 0.1 %, units by 15 times or more.
  private static let agreement = 0.05

  /// - Parameters:
  ///   - text: the field.
  ///   - measured: area of the geometry; nil or zero where it has none.
  init(_ text: String?, measured: SquareMetres?) {
    guard let text, !text.isEmpty else {
      (hectares, assumption, isUnreadable) = (nil, .none, false)
      return
    }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || ".+-eE".contains($0)) }
    let bytes = Array(digits.utf8)
    let unit = text.dropFirst(digits.count).trimmed.lowercased()
    guard let number = DecimalNumber(bytes, 0..<bytes.count)?.value,
      let factor = Self.hectares(unit)
    else {
      (hectares, assumption, isUnreadable) = (nil, .none, true)
      return
    }
    isUnreadable = false
    guard unit.isEmpty, let measured, measured.value > 0, number > 0 else {
      (hectares, assumption) = (number * factor, .none)
      return
    }
    let ratio = number * 1e4 / measured.value
    if abs(ratio / 1e4 - 1) < Self.agreement {
      (hectares, assumption) = (number / 1e4, .squareMetres)
    } else if abs(ratio / 15 - 1) < Self.agreement {
      (hectares, assumption) = (number / 15, .mu)
    } else {
      (hectares, assumption) = (number, .none)
    }
  }

  /// Hectares in one of a unit; nil for a word that is none.
  private static func hectares(_ unit: String) -> Double? {
    switch unit {
    case "", "公顷", "ha", "hm2", "hm²": 1
    case "亩", "mu": 1.0 / 15
    case "平方米", "㎡", "m2", "m²", "平米": 1e-4
    default: nil
    }
  }
}
