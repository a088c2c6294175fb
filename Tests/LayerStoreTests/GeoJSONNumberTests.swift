import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

/// Numbers as text against the standard library's exact conversion.
struct GeoJSONNumberTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Reads texts as ordinates.
  private func ordinates(_ texts: [String]) throws -> [Double] {
    let points = texts.map { "[\($0),0]" }.joined(separator: ",")
    let path = try folder.write(
      #"{"type":"MultiPoint","coordinates":[\#(points)]}"#, to: "numbers.geojson")
    return try LayerReader.read(LayerAddress(file: path)).geometry.positions.map(\.x)
  }

  private func expectExact(_ texts: [String]) throws {
    let read = try ordinates(texts)
    #expect(read.count == texts.count)
    for (text, value) in zip(texts, read)
    where Double(text)?.bitPattern != value.bitPattern {
      Issue.record("\(text) is read as \(value)")
    }
  }

  @Test func `numbers at the limits of the fast ways are exact`() throws {
    try expectExact([
      "0", "-0", "0.0", "-0.0e5", "1", "-1", "0.1", "113.123456789012", "9007199254740992",
      "9007199254740993", "9007199254740993.0", "90071992547409.93", "1e22", "1e23", "-1e23",
      "123456789012345678", "18446744073709551615", "18446744073709551616",
      "99999999999999999999", "0.000001", "1e-22", "1e-23", "12345678901234567e-19",
      "0.12345678901234567", "113.01234567890123", "0.30000000000000004", "1.7976931348623157e308",
      "1.7976931348623159e308", "1e400", "-1e400", "5e-324", "2.4703282292062327e-324", "1e-400",
      "2.2250738585072011e-308", "0.00000000000000000000000000000000000001", "1E5", "1e+5", "1e05",
      "4503599627370496.5", "4503599627370497.5", "1000000000000000000000000000000000000000",
      "0." + String(repeating: "9", count: 400), String(repeating: "1", count: 400),
      "3.5e\(String(repeating: "0", count: 50))1",
    ])
  }

  /// Ties between two doubles, at 16 to 19 digits, are where a wrong rounding shows.
  @Test func `numbers halfway between two doubles go to the even one`() throws {
    var generator = SeededGenerator(seed: 3)
    let texts = (0..<2000).map { _ -> String in
      let odd = UInt64.random(in: (1 << 53)..<(1 << 54), using: &generator) | 1
      // A tie over a power of two is a decimal of a few digits more.
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: return "\(odd)"
      case 1: return "\(odd / 2).5"
      default: return "\(odd / 4).\(["0", "25", "5", "75"][Int(odd % 4)])"
      }
    }
    try expectExact(texts)
  }

  @Test func `seeded numbers are read as the standard library reads them`() throws {
    let isHeavy = ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<(isHeavy ? 100 : 1) {
      try expectExact(
        (0..<10_000).map { index in
          switch index % 4 {
          case 0:
            return "\(Double(bitPattern: UInt64.random(in: 0..<(0x7FF << 52), using: &generator)))"
          case 1: return "\(Double.random(in: -180...180, using: &generator))"
          default:
            let whole = UInt64.random(in: 0...999_999, using: &generator)
            let digits = Int.random(in: 1...20, using: &generator)
            let fraction = (0..<digits).map { _ in
              "\(Int.random(in: 0...9, using: &generator))"
            }.joined()
            let exponent = Int.random(in: -40...40, using: &generator)
            return index % 4 == 2 ? "-\(whole).\(fraction)" : "\(whole).\(fraction)e\(exponent)"
          }
        })
    }
  }
}
