package import LandModel

/// How sure a number is, by the marks of domain facts: what no official text confirms warns and does not fail.
package enum SourceConfidence: String, Sendable, Codable, CaseIterable {
  /// An official text, or an official site's copy of it.
  case official = "A"
  /// Press or mirrors of one.
  case mirrored = "B"
  /// Held to be so by the trade; no official text confirms it.
  case known = "K+"
  /// Set by the user.
  case user

  /// How grave a breach of such a number is.
  package var severity: Severity { self == .known ? .warning : .error }
}

/// A class of objects that towns keep away from, with its statutory distance.
package struct SetbackClass: Sendable, Hashable {
  /// Stable name in plan files and outputs.
  package let code: String
  package let title: LocalizedText
  /// Least distance from the edge that the rule speaks of.
  package let distance: Metres
  /// What new towns keep beyond that: zero where the rule says nothing.
  package let newTownExtra: Metres
  package let confidence: SourceConfidence
  package let source: String
  /// Attribute values that mean the class, besides the code and the Chinese title.
  package let names: [String]
}

/// The distances that rules set, in one place; every number from domain facts §2.3.
///
/// | kind | measured from | numbers |
/// |---|---|---|
/// | railway | foot or top of the embankment, outside of the bridge | 铁路安全保护区, A |
/// | road | outer edge of the road's land, not the centreline | 公路安全保护条例第11条, K+; new towns 第14条, K+ |
/// | power line | outer conductor | 电力设施保护条例, A |
package enum SetbackTable {
  /// The class of features whose class is not known: the largest distance of the kind, and a warning.
  package static let unclassified = "unclassified"

  private static let railwaySource = "铁路安全保护区（铁路安全管理条例第27条）"
  private static let roadSource = "公路建筑控制区（公路安全保护条例第11条）"
  private static let powerSource = "架空电力线路保护区（电力设施保护条例）"

  /// Classes of railways are a speed and what the line runs through.
  package static let railways: [SetbackClass] = [
    (RailwaySurroundings.urban, 10.0, 8.0), (.suburban, 12, 10), (.village, 15, 12),
    (.other, 20, 15),
  ].flatMap { surroundings, fast, other in
    [
      SetbackClass(
        code: "high-speed-\(surroundings.rawValue)",
        title: LocalizedText(
          english: "high-speed railway, \(surroundings.title.english)",
          chinese: "高速铁路（\(surroundings.title.chinese)）"),
        distance: Metres(fast), newTownExtra: .zero, confidence: .official, source: railwaySource,
        names: ["高速铁路", "高铁", "客运专线", "high-speed"]),
      SetbackClass(
        code: "railway-\(surroundings.rawValue)",
        title: LocalizedText(
          english: "railway, \(surroundings.title.english)",
          chinese: "铁路（\(surroundings.title.chinese)）"),
        distance: Metres(other), newTownExtra: .zero, confidence: .official, source: railwaySource,
        names: ["铁路", "普速铁路", "普通铁路", "其他铁路", "railway", "rail"]),
    ]
  }

  /// Control zones by grade.
  ///
  /// New towns keep 50 m more from national and provincial roads and 20 m more from county and township roads.
  /// Expressways are national or provincial roads by administration.
  package static let roads: [SetbackClass] = [
    road("expressway", "高速公路", 30, 50, ["高速", "motorway"]),
    road("national", "国道", 20, 50, ["普通国道", "trunk"]),
    road("provincial", "省道", 15, 50, ["普通省道", "primary"]),
    road("county", "县道", 10, 20, ["secondary"]),
    road("township", "乡道", 5, 20, ["tertiary"]),
    // Some provinces' rules only.
    road("village", "村道", 3, 0, []),
  ]

  /// Overhead lines by voltage; a voltage between two classes is none of them.
  package static let powerLines: [SetbackClass] = [
    power("kv-1-10", "1–10 kV", 5), power("kv-35-110", "35–110 kV", 10),
    power("kv-154-330", "154–330 kV", 15), power("kv-500", "500 kV", 20),
  ]

  private static func road(
    _ code: String, _ chinese: String, _ zone: Double, _ extra: Double, _ names: [String]
  ) -> SetbackClass {
    SetbackClass(
      code: code,
      title: LocalizedText(
        english: code == "expressway" ? code : "\(code) road", chinese: chinese),
      distance: Metres(zone), newTownExtra: Metres(extra), confidence: .known, source: roadSource,
      names: names)
  }

  private static func power(_ code: String, _ voltage: String, _ distance: Double) -> SetbackClass {
    SetbackClass(
      code: code,
      title: LocalizedText(english: "power line \(voltage)", chinese: "\(voltage) 架空电力线路"),
      distance: Metres(distance), newTownExtra: .zero, confidence: .official, source: powerSource,
      names: [])
  }
}

/// What a railway runs through; its safety zone is widest where nobody lives.
package enum RailwaySurroundings: String, Sendable, Codable, CaseIterable {
  case urban
  case suburban
  case village
  case other

  package var title: LocalizedText {
    switch self {
    case .urban: LocalizedText(english: "city", chinese: "城市市区")
    case .suburban: LocalizedText(english: "suburban settlement", chinese: "城市郊区居民居住区")
    case .village: LocalizedText(english: "village or town settlement", chinese: "村镇居民居住区")
    case .other: LocalizedText(english: "elsewhere", chinese: "其他地区")
    }
  }
}
