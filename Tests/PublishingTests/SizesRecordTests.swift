import Foundation
import LandModel
import Publishing
import Testing

/// The sizes of towns in the record and in the report of a run.
@Suite struct SizesRecordTests {
  @Test func `the record tells curve, price and where it stops`() throws {
    let bytes = RunRecord.sampleBytes(of: SampleRun.make())
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let sizes = try #require(record["sizes"] as? [String: Any])
    let price = try #require(sizes["price"] as? [String: Any])
    #expect(price["points_per_ha"] as? Double == 0.1)
    #expect(price["source"] as? String == "land-quota")
    let towns = try #require(sizes["towns"] as? [[String: Any]])
    #expect(towns.count == 1)
    #expect(towns[0]["stops_at_m2"] as? Double == 2_000_000)
    let curve = try #require(towns[0]["curve"] as? [[String: Any]])
    #expect(curve.map { $0["area_m2"] as? Double } == [1_000_000, 2_000_000, 5_000_000])
    #expect(curve[0]["points_per_ha"] as? Double == 0.12)
    #expect(curve[2]["points_per_ha"] is NSNull)
  }

  @Test func `the report draws the curve in both languages`() throws {
    for (language, words, axes) in [
      (Language.english, "stops paying at 2", ["area, km²", "value, points"]),
      (.chinese, "平方公里处不再划算", ["面积 km²", "价值（分）"]),
    ] {
      let text = String(
        decoding: HTMLReport.bytes(of: SampleRun.make(), in: language), as: UTF8.self)
      #expect(text.contains("<polyline points="))
      #expect(text.contains("stroke-dasharray=\"4 3\""))
      #expect(text.contains(words))
      for axis in axes { #expect(text.contains(">\(axis)</text>")) }
      // Ticks of the curve from 1 to 5 km², and of 0 to 47 points.
      for tick in ["1", "5", "0", "60"] { #expect(text.contains(">\(tick)</text>"), "\(tick)") }
    }
  }
}
