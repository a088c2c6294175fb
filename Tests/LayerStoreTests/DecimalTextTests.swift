import Foundation
import LandModel
import LayerStore
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    (113.025, "113.025"), (-0.00000004, "0"), (0.1 + 0.2, "0.3"), (1234.5678901, "1234.5678901"),
    (-112.99999999, "-113"), (0, "0"), (10, "10"), (1e300, "1e+300"), (0.00000005, "0.0000001"),
    (-0.0, "0"), (100, "100"), (1005.5, "1005.5"), (99.99999995, "100"), (0.05, "0.05"),
  ]) func `numbers are rounded, without trailing zeros`(value: Double, text: String) {
    #expect(DecimalText.text(value, decimals: 7) == text)
  }

  @Test(arguments: [
    (0.1, "0.1"), (113.03, "113.03"), (-1e-300, "-1e-300"), (1, "1"), (-25, "-25"), (0, "0"),
    (999_999_999_999_999, "999999999999999"), (0.30000000000000004, "0.30000000000000004"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (0.000012345, "1.2345e-05"),
    (2_851_711.123456, "2851711.123456"),
  ]) func `the shortest notation is the one that is known`(value: Double, text: String) {
    var bytes: [UInt8] = []
    #expect(DecimalText.appendShortest(value, to: &bytes))
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(written == text || Double(written) == value && written.count <= text.count)
  }

  /// The digits taken off one by one, as a person would.
  private func plain(_ value: Double, decimals: Int) -> String {
    var scaled = value.magnitude
    scaled *= [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9][decimals]
    var digits = String(UInt64(scaled.rounded(.toNearestOrAwayFromZero)))
    while digits.count <= decimals { digits = "0" + digits }
    var (whole, fraction) = (digits.dropLast(decimals), digits.suffix(decimals))
    while fraction.last == "0" { fraction = fraction.dropLast() }
    if whole.isEmpty { whole = "0" }
    let text = fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    return value < 0 && text != "0" ? "-\(text)" : text
  }

  @Test func `seeded numbers have the digits of the plain way`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      let size = Double.random(in: -3...9, using: &generator)
      let value = Double.random(in: -1...1, using: &generator) * exp2(size * 3)
      let decimals = Int.random(in: 0...9, using: &generator)
      #expect(DecimalText.text(value, decimals: decimals) == plain(value, decimals: decimals))
    }
  }

  /// Half of the numbers have few digits, as measured ones do; the others use all bits.
  @Test func `the shortest notation reads back as the same number and is not longer than Swift's`()
  {
    var generator = SeededGenerator(seed: 8)
    let count =
      ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 5000 : 1_000_000
    for index in 0..<count {
      let value =
        index.isMultiple(of: 2)
        ? Double.random(in: -1e3...1e3, using: &generator)
        : (Double.random(in: -1e9...1e9, using: &generator)).rounded()
          / pow(10, Double(Int.random(in: 0...12, using: &generator)))
      var bytes: [UInt8] = []
      DecimalText.appendShortest(value, to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      let usual = "\(value)"
      guard Double(text) != value || text.count > usual.count, !usual.contains("e") else {
        continue
      }
      Issue.record("\(value) is written \(text)")
    }
  }
}
