import Foundation
import LandModel
import Publishing
import Scenarios
import Testing

struct ReportTests {
  private func report(_ run: RunResult, _ language: Language) -> String {
    String(decoding: HTMLReport.bytes(of: run, in: language), as: UTF8.self)
  }

  @Test func `the report fetches nothing`() {
    for language in Language.allCases {
      let html = report(SampleRun.make(), language)
      for word in ["http", "src=", "@import", "url(", "fetch(", "XMLHttpRequest", "<link"] {
        #expect(!html.contains(word), "\(word)")
      }
    }
  }

  @Test func `parcels that towns are made of are on the map`() {
    #expect(!report(SampleRun.make(), .english).contains(#""key":"dltb""#))
    let html = report(SampleRun.make(more: [SampleRun.parcels]), .english)
    #expect(html.contains(#""key":"dltb","title":"Parcels","group":"base","kind":"polygon""#))
  }

  @Test func `paper shows no words of layers that are switched off`() {
    let html = report(SampleRun.make(), .english)
    #expect(html.contains(".legend label:has(input:not(:checked))+ul"))
    #expect(html.contains(".legend fieldset:not(:has(input:checked)){display:none}"))
  }

  @Test func `what must be known first stands above everything`() throws {
    let warning = SampleRun.both("layer red-line holds no feature", "图层 red-line 没有要素")
    for (language, words) in [(Language.english, warning.english), (.chinese, warning.chinese)] {
      let html = report(SampleRun.make(warnings: [warning]), language)
      let place = try #require(html.range(of: words))
      let figures = try #require(html.range(of: #"class="figures""#))
      #expect(place.lowerBound < figures.lowerBound)
    }
    #expect(!report(SampleRun.make(), .english).contains(#"class="warnings""#))
  }

  @Test func `names from data stay text`() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{2028}\"'&"
    let html = report(SampleRun.make(townName: hostile), .english)
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<img"))
    #expect(html.contains("&lt;/script&gt;"))
    #expect(html.components(separatedBy: "<script").count == 3)
    #expect(html.components(separatedBy: "</script>").count == 3)
  }

  @Test func `each language is spoken throughout`() throws {
    let english = report(SampleRun.make(), .english)
    #expect(english.contains(#"<html lang="en">"#))
    #expect(english.contains("Proven optimal"))
    #expect(english.contains("Because of no-boundary"))
    let chinese = report(SampleRun.make(), .chinese)
    #expect(chinese.contains(#"<html lang="zh-CN">"#))
    #expect(chinese.contains("已证明最优"))
    #expect(chinese.contains("原因：no-boundary"))
    // No sentence of the one in the other: headings differ, all of them.
    let heading = /<h[23][^>]*>([^<]+)</
    let headings = [english, chinese].map { text in Set(text.matches(of: heading).map { "\($0.1)" })
    }
    #expect(headings[0].count == headings[1].count)
    #expect(headings[0].isDisjoint(with: headings[1]))
    // Places in a sentence are all filled.
    #expect(!english.contains("%@") && !chinese.contains("%@") && !chinese.contains("$@"))
  }

  @Test func `made-up layers are flagged`() {
    let html = report(SampleRun.make(), .english)
    #expect(html.contains("Synthetic data"))
    #expect(html.contains(#"<span class="badge warning">synthetic</span>"#))
  }

  @Test func `the map's data are JSON and hold every layer`() throws {
    let html = report(SampleRun.make(), .english)
    let start = try #require(html.range(of: #"id="map-data">"#)).upperBound
    let end = try #require(html[start...].range(of: "</script>")).lowerBound
    let json = try JSONSerialization.jsonObject(with: Data(html[start..<end].utf8))
    let map = try #require(json as? [String: Any])
    let layers = try #require(map["layers"] as? [[String: Any]])
    let keys = layers.compactMap { $0["key"] as? String }
    #expect(
      keys == [
        "counties", "red-line", "settlements", "resources", "submitted:candidates",
        "submitted:conflicts", "submitted:findings", "plan:service",
        "plan:towns", "plan:construction",
      ])
    let towns = try #require(
      layers.first { $0["key"] as? String == "plan:towns" }?["features"] as? [[Any]])
    #expect(towns.map { $0[1] as? String } == ["莽山小镇", "九龙江小镇"])
  }
}
