import LandModel

/// The structure of administrative division codes.
///
/// Six digits for province, prefecture and county (GB/T 2260), three more for the township (GB/T 10114),
/// three more for the village (统计用区划代码). Which units exist changes every year and is not judged.
enum AdministrativeCode {
  /// What keeps a text from being a code.
  enum Fault: Sendable, Hashable {
    case notDigits
    case length(Int)
    case province(String)
    /// A level is named below one that is not.
    case levelLeftOut

    var title: LocalizedText {
      switch self {
      case .notDigits:
        LocalizedText(
          english: "a code has digits 0 to 9 only", chinese: "代码只能由数字 0–9 组成")
      case .length(let count):
        LocalizedText(
          english: "a code has 6, 9 or 12 digits, not \(count)",
          chinese: "代码应为 6、9 或 12 位，实际 \(count) 位")
      case .province(let digits):
        LocalizedText(
          english: "no province has the number \(digits)", chinese: "不存在省级代码 \(digits)")
      case .levelLeftOut:
        LocalizedText(
          english: "a lower level is numbered while the one above it is 0",
          chinese: "下级有编号而上级为 0")
      }
    }
  }

  /// First two digits of GB/T 2260: provinces, autonomous regions, municipalities, Taiwan, Hong Kong, Macao.
  private static let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    "81", "82",
  ]

  /// Why a text is no code; nil where it is built as one.
  static func fault(of text: String) -> Fault? {
    let digits = Array(text.unicodeScalars)
    guard digits.allSatisfy({ (0x30...0x39).contains($0.value) }) else { return .notDigits }
    guard [6, 9, 12].contains(digits.count) else { return .length(digits.count) }
    let province = String(text.prefix(2))
    guard provinces.contains(province) else { return .province(province) }
    func isZero(_ range: Range<Int>) -> Bool { digits[range].allSatisfy { $0 == "0" } }
    let hasPrefecture = !isZero(2..<4)
    let hasCounty = !isZero(4..<6)
    let hasTownship = digits.count >= 9 && !isZero(6..<9)
    let hasVillage = digits.count == 12 && !isZero(9..<12)
    // Some cities have townships and no counties (东莞 441900, 中山 442000).
    let isWhole =
      (hasPrefecture || !(hasCounty || hasTownship)) && (hasTownship || !hasVillage)
    return isWhole ? nil : .levelLeftOut
  }
}
