import Foundation
import Testing

@testable import LayoutAnalysis

struct GarbledTextTests {
  private static let chinese = String.Encoding(rawValue: 0x8000_0632)

  /// Names of Chenzhou, whose bytes are garbled here in each way.
  private static let names = [
    "郴州", "北湖区", "苏仙区", "资兴市", "桂阳县", "宜章县", "永兴县", "嘉禾县", "临武县", "汝城县", "桂东县", "安仁县",
    "飞天山镇", "沙洲文旅小镇",
  ]

  @Test(arguments: names)
  func `GBK read as Latin-1 is known and told`(_ name: String) throws {
    let bytes = try #require(name.data(using: Self.chinese))
    let garbled = try #require(String(data: bytes, encoding: .isoLatin1))
    #expect(GarbledText(garbled)?.likelyText == name)
  }

  @Test(arguments: names)
  func `UTF-8 read as Latin-1 is known and told`(_ name: String) throws {
    let garbled = try #require(String(data: Data(name.utf8), encoding: .isoLatin1))
    #expect(GarbledText(garbled)?.likelyText == name)
  }

  @Test(arguments: names.filter { $0.utf8.count.isMultiple(of: 2) })
  func `UTF-8 read as GBK is known and told`(_ name: String) throws {
    let garbled = try #require(String(data: Data(name.utf8), encoding: Self.chinese))
    #expect(GarbledText(garbled)?.likelyText == name)
  }

  @Test(
    arguments: names + [
      "", "plain", "Zürich", "Köln–Düsseldorf", "naïve café", "ÄÖÜ", "Ångström", "45 m²", "“引号”",
      "１２３",
      "瓮安县鋆鋆村", "東江湖風景名勝區", "São Tomé e Príncipe",
    ])
  func `good text is left alone`(_ text: String) {
    #expect(GarbledText(text) == nil)
  }
}
