package import LandModel

/// The rule numbers of a policy document, which a plan may override.
///
/// From domain facts §1.1 to §1.3: press or mirrored copies of official texts. No document states all six
/// numbers, so each carries the one that it stands in. Those of 发改规划〔2017〕2084号 are known less surely
/// than the others: they are to warn with, not to fail with.
package struct Profile: Sendable {
  package let key: String
  package let title: LocalizedText
  /// Planning area of a town (规划面积).
  package let area: ProfileRange
  /// Construction land inside it (建设用地).
  package let construction: ProfileRange

  /// Limits of the planning area, before the guideline of 2021 repeated them; in principle (原则上).
  private static let limits2020 = "国办发〔2020〕33号"
  /// Limits of the planning area and least construction land (domain facts §1.2).
  private static let guideline2021 = "发改规划〔2021〕1383号"
  /// About 3 km² of planning area, about 1 km² of it built.
  private static let opinion2017 = "发改规划〔2017〕2084号"

  package static let all = [
    Profile(
      key: "national-2021",
      title: LocalizedText(
        english: "National guideline 2021", chinese: "全国特色小镇规范健康发展导则（2021）"),
      area: .planning(limits: guideline2021, wanted: opinion2017),
      construction: .construction(least: guideline2021, wanted: opinion2017)),
    Profile(
      key: "national-2017",
      title: LocalizedText(english: "National opinion 2017", chinese: "四部委若干意见（2017）"),
      area: .planning(limits: limits2020, wanted: opinion2017),
      construction: .construction(least: guideline2021, wanted: opinion2017)),
    Profile(
      key: "zhejiang-2015",
      title: LocalizedText(english: "Zhejiang 2015", chinese: "浙江省特色小镇（2015）"),
      area: .planning(limits: limits2020, wanted: "浙特镇办〔2015〕9号"),
      construction: .construction(least: guideline2021, wanted: "浙特镇办〔2015〕9号")),
    Profile(
      key: "hunan-2019",
      title: LocalizedText(english: "Hunan 2019", chinese: "湖南省特色产业小镇（2019）"),
      area: .planning(limits: limits2020, wanted: "湖南省特色产业小镇 2019-01-31"),
      construction: .construction(least: guideline2021, wanted: opinion2017)),
  ]

  package static let keys = all.map(\.key)

  /// The profile of a key.
  package static func named(_ key: String) -> Profile? { all.first { $0.key == key } }

  /// The numbers as reports list them.
  package var numbers: [ProfileNumber] {
    func row(_ name: String, _ limit: ProfileArea) -> ProfileNumber {
      ProfileNumber(
        name: name, value: "\(limit.area.squareKilometres) km2", source: limit.source)
    }
    return [
      row("town area, least", area.smallest), row("town area, wanted", area.wanted),
      row("town area, most", area.largest), row("construction land, least", construction.smallest),
      row("construction land, wanted", construction.wanted),
      row("construction land, most", construction.largest),
    ]
  }
}

/// An area that a profile sets, and the document that it stands in.
package struct ProfileArea: Sendable {
  package let area: SquareMetres
  package let source: String
}

/// Smallest, wanted and largest area of a profile.
package struct ProfileRange: Sendable {
  package let smallest: ProfileArea
  package let wanted: ProfileArea
  package let largest: ProfileArea

  /// 1 to 5 km², about 3, in all profiles; their documents differ.
  static func planning(limits: String, wanted: String) -> ProfileRange {
    ProfileRange(
      smallest: ProfileArea(area: SquareMetres(squareKilometres: 1), source: limits),
      wanted: ProfileArea(area: SquareMetres(squareKilometres: 3), source: wanted),
      largest: ProfileArea(area: SquareMetres(squareKilometres: 5), source: limits))
  }

  /// From 0.5 km², about 1 in all profiles; what is wanted is the most as well, as no document sets one.
  static func construction(least: String, wanted: String) -> ProfileRange {
    let wantedArea = ProfileArea(area: SquareMetres(squareKilometres: 1), source: wanted)
    return ProfileRange(
      smallest: ProfileArea(area: SquareMetres(squareKilometres: 0.5), source: least),
      wanted: wantedArea, largest: wantedArea)
  }
}
