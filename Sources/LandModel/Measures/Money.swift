/// An amount of money in 10 000 yuan (万元), the unit of plans and budgets.
package struct Money: Hashable, Sendable, Codable, Comparable, AdditiveArithmetic {
  /// In 10 000 yuan.
  package var tenThousandYuan: Double

  package init(tenThousandYuan: Double) { self.tenThousandYuan = tenThousandYuan }
  package init(yuan: Double) { tenThousandYuan = yuan / 10_000 }
  package init(from decoder: any Decoder) throws {
    tenThousandYuan = try decoder.singleValueContainer().decode(Double.self)
  }

  /// The amount to a thousand yuan, in the unit that each language counts large sums by.
  package var text: LocalizedText {
    func short(_ value: Double, _ power: Double) -> String {
      let rounded = (value * power).rounded() / power
      return rounded == rounded.rounded() && abs(rounded) < 1e15
        ? "\(Int(rounded))" : "\(rounded)"
    }
    return LocalizedText(
      english: "\(short(tenThousandYuan / 100, 1000)) million CNY",
      chinese: "\(short(tenThousandYuan, 10)) 万元")
  }

  /// By how much the amount is above a limit, in whole yuan, for a text that states both; nil where their own texts
  /// already differ.
  package func excess(over most: Money) -> LocalizedText? {
    guard text == most.text else { return nil }
    let yuan = ((tenThousandYuan - most.tenThousandYuan) * 10_000).rounded()
    let number = abs(yuan) < 1e15 ? "\(Int(yuan))" : "\(yuan)"
    return LocalizedText(english: "\(number) CNY", chinese: "\(number) 元")
  }

  package static let zero = Money(tenThousandYuan: 0)

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(tenThousandYuan)
  }

  package static func < (left: Money, right: Money) -> Bool {
    left.tenThousandYuan < right.tenThousandYuan
  }
  package static func + (left: Money, right: Money) -> Money {
    Money(tenThousandYuan: left.tenThousandYuan + right.tenThousandYuan)
  }
  package static func - (left: Money, right: Money) -> Money {
    Money(tenThousandYuan: left.tenThousandYuan - right.tenThousandYuan)
  }
  package static func * (left: Double, right: Money) -> Money {
    Money(tenThousandYuan: left * right.tenThousandYuan)
  }
}
