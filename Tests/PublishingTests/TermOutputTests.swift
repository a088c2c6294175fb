import Foundation
import FoundationXML
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios
import Testing

/// Equity and the front of two terms in the report and in `run.json`.
struct TermOutputTests {
  private func report(_ language: Language) -> String {
    String(decoding: HTMLReport.bytes(of: SampleRun.make(), in: language), as: UTF8.self)
  }

  @Test func `the report draws the front with a mark for each plan, and lists it`() throws {
    let html = report(.english)
    let start = try #require(html.range(of: "<svg viewBox=\"0 0 640 400\""))
    let end = try #require(html[start.upperBound...].range(of: "</svg>"))
    let picture = String(html[start.lowerBound..<end.upperBound])
    // Well-formed, as a browser's stricter cousin sees it.
    let parser = XMLParser(data: Data(picture.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(picture.components(separatedBy: "<circle").count == 4)
    #expect(picture.components(separatedBy: "fill=\"#ffffff\"").count == 2)
    #expect(picture.contains("<rect"))
    #expect(picture.contains("Suitability, points") && picture.contains("Reach: "))
    #expect(picture.contains("<title>Suitability 80.5, "))
    // Every mark lies within the frame.
    let places = picture.matches(of: /c([xy])="([0-9.-]+)"/)
    #expect(places.count == 6)
    for place in places {
      let number = try #require(Double(place.2))
      #expect(number >= 20 && number <= (place.1 == "x" ? 612 : 344))
    }
    #expect(html.contains("5.000 %") || html.contains("5 %"))
    #expect(html.contains("the time limit ended their proof"))
    #expect(report(.chinese).contains("适宜性（分）"))
  }

  @Test func `the report tells how counties share, and which does not count`() {
    let html = report(.english)
    #expect(html.contains("How counties share"))
    #expect(html.contains("does not count"))
    #expect(html.contains("2.408"))
    #expect(report(.chinese).contains("不均衡指数"))
  }

  @Test func `the record states counties and points with their towns`() throws {
    let bytes = RunRecord.sampleBytes(of: SampleRun.make())
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let equity = try #require(record["equity"] as? [String: Any])
    #expect(equity["unit"] as? String == "km2" && equity["per"] as? String == "population")
    let counties = try #require(equity["counties"] as? [[String: Any]])
    #expect(counties.map { $0["fair_share"] is NSNull } == [false, false, true])
    let pareto = try #require(record["pareto"] as? [String: Any])
    #expect(pareto["terms"] as? [String] == ["suitability", "coverage.scenic"])
    #expect(pareto["complete"] as? Bool == false)
    let points = try #require(pareto["points"] as? [[String: Any]])
    #expect(points.map { $0["proven"] as? Bool } == [true, true, false])
    #expect(points.map { $0["in_common"] as? Int } == [2, 1, 0])
    let towns = try #require(points[0]["towns"] as? [[String: Any]])
    #expect(towns.count == 2 && towns[0]["town_id"] as? String == "T01")
  }
}
