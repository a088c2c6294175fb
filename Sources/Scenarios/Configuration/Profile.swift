package import LandModel

/// The rule numbers of a policy document, which a plan may override.
///
/// All from domain facts §1.2 and §1.3: press or mirrored copies of official texts, confidence B.
package struct Profile: Sendable {
  package let key: String
  package let title: LocalizedText
  /// Planning area of a town (规划面积).
  package let area: ProfileRange
  /// Construction land inside it (建设用地).
  package let construction: ProfileRange
  /// The document that the numbers stand in.
  package let source: String

  package static let all = [
    Profile(
      key: "national-2021",
      title: LocalizedText(
        english: "National guideline 2021", chinese: "全国特色小镇规范健康发展导则（2021）"),
      area: ProfileRange(smallest: 1, wanted: 3, greatest: 5),
      construction: ProfileRange(smallest: 0.5, wanted: 1, greatest: 1),
      source: "发改规划〔2021〕1383号; wanted area and greatest construction area after 发改规划〔2017〕2084号"),
    Profile(
      key: "national-2017",
      title: LocalizedText(english: "National opinion 2017", chinese: "四部委若干意见（2017）"),
      area: ProfileRange(smallest: 1, wanted: 3, greatest: 5),
      construction: ProfileRange(smallest: 0.5, wanted: 1, greatest: 1),
      source: "发改规划〔2017〕2084号; limits of the planning area after 国办发〔2020〕33号"),
    Profile(
      key: "zhejiang-2015",
      title: LocalizedText(english: "Zhejiang 2015", chinese: "浙江省特色小镇（2015）"),
      area: ProfileRange(smallest: 1, wanted: 3, greatest: 5),
      construction: ProfileRange(smallest: 0.5, wanted: 1, greatest: 1),
      source: "浙特镇办〔2015〕9号; limits of the planning area after 国办发〔2020〕33号"),
    Profile(
      key: "hunan-2019",
      title: LocalizedText(english: "Hunan 2019", chinese: "湖南省特色产业小镇（2019）"),
      area: ProfileRange(smallest: 1, wanted: 3, greatest: 5),
      construction: ProfileRange(smallest: 0.5, wanted: 1, greatest: 1),
      source: "湖南省特色产业小镇 2019-01-31; limits of the planning area after 国办发〔2020〕33号"),
  ]

  package static let keys = all.map(\.key)

  /// The profile of a key.
  package static func named(_ key: String) -> Profile? { all.first { $0.key == key } }

  /// The numbers as reports list them.
  package var numbers: [ProfileNumber] {
    func row(_ name: String, _ area: SquareMetres) -> ProfileNumber {
      ProfileNumber(name: name, value: "\(area.squareKilometres) km2", source: source)
    }
    return [
      row("town area, least", area.smallest), row("town area, wanted", area.wanted),
      row("town area, most", area.greatest), row("construction land, least", construction.smallest),
      row("construction land, wanted", construction.wanted),
      row("construction land, most", construction.greatest),
    ]
  }
}

/// Smallest, wanted and greatest area of a profile.
package struct ProfileRange: Sendable {
  package let smallest: SquareMetres
  package let wanted: SquareMetres
  package let greatest: SquareMetres

  /// In square kilometres, as the documents give them.
  init(smallest: Double, wanted: Double, greatest: Double) {
    self.smallest = SquareMetres(squareKilometres: smallest)
    self.wanted = SquareMetres(squareKilometres: wanted)
    self.greatest = SquareMetres(squareKilometres: greatest)
  }
}
