import LandModel
import Testing

@testable import LayerStore

struct DecimalNumberTests {
  private func number(_ text: String) -> DecimalNumber? {
    let bytes = Array(text.utf8)
    return DecimalNumber(bytes, 0..<bytes.count)
  }

  /// The standard library rounds correctly, so that equality of every bit is the measure.
  @Test func `a number is the double nearest to its text`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let whole = Int.random(in: 0...50_000_000, using: &generator)
      let decimals = Int.random(in: 1...9, using: &generator)
      let fraction = (0..<decimals).map { _ in "\(Int.random(in: 0...9, using: &generator))" }
      let text = (Bool.random(using: &generator) ? "-" : "") + "\(whole).\(fraction.joined())"
      #expect(number(text)?.value == Double(text))
      #expect(number(text)?.decimals == decimals)
    }
  }

  @Test(arguments: [
    "0", "-0", "+5", ".5", "5.", "1e3", "2.5E-2", "123456789012345678", "0.00000000000000000001",
  ])
  func `usual and unusual forms are read`(text: String) {
    #expect(number(text)?.value == Double(text == "5." ? "5" : text))
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "nan", "inf", "0x10", "1 2", "1.2.3", "1-2", "1e999", "１",
  ])
  func `what is no number is nil`(text: String) { #expect(number(text) == nil) }

  @Test(arguments: [
    (2_851_811.0, 3, "2851811.000"), (38_402_694.1235, 4, "38402694.1235"), (-0.5, 2, "-0.50"),
    (0.0004, 3, "0.000"), (-0.0004, 3, "0.000"), (9.9996, 3, "10.000"), (7, 0, "7"),
    (1e15, 3, "1000000000000000"), (1e300, 3, "1e+300"),
  ])
  func `a number is written with the decimals asked for`(value: Double, decimals: Int, text: String)
  {
    #expect(DecimalNumber.text(value, decimals: decimals) == text)
  }
}
