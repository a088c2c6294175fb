import LandModel
import Testing

@testable import LayoutAnalysis

struct PlanCertificateTests {
  @Test(arguments: [1, 2])
  func `one of a thing is told in the singular`(count: Int) throws {
    var question = CertificateCase()
    question.towns = Array(question.towns.prefix(count))
    question.resources = Array(question.resources.prefix(1))
    question.sites = Array(question.sites.prefix(count))
    for check in try question.checks() {
      let detail = check.detail.english
      #expect(
        !detail.contains(#/\b1 (towns|pairs|boundaries|terms|resources|sites|cells)\b/#),
        "\(detail)")
    }
  }

  @Test func `a plan that is what it says holds, from the towns to the bound`() throws {
    let checks = try CertificateCase().checks()
    #expect(checks.filter { $0.outcome != .holds } == [])
    let codes = CertificateCode.allCases.map(\.rawValue)
    let first = try #require(codes.firstIndex(of: "towns"))
    let last = try #require(codes.firstIndex(of: "bound"))
    // What the plan does not ask for is not looked at.
    let unasked: Set = ["budget", "equity", "minimums"]
    #expect(checks.map(\.code) == codes[first...last].filter { !unasked.contains($0) })
  }

  @Test func `a town 1 m inside the spacing is found, one at the spacing is not`() throws {
    var question = CertificateCase()
    // 2.5 km apart at first.
    question.move(1, east: -500)
    #expect(try question.faults() == [:])
    question.move(1, east: -1)
    #expect(
      try question.faults() == ["spacing": ["T1 and T2 are 1999.0 m apart, less than 2000.0 m."]])
  }

  @Test func `a town 5 cm inside the spacing is found, in either file`() throws {
    var question = CertificateCase()
    question.move(1, east: -500)
    let sound = question
    question.move(1, east: -0.05)
    let text = "T1 and T2 are 1999.95 m apart, less than 2000.0 m."
    #expect(try question.faults() == ["spacing": [text]])
    // Moved in one file only; that the files differ is told elsewhere.
    let moved = question.towns[1].boundary
    question = sound
    question.towns[1] = question.towns[1].stating(published: moved)
    #expect(try question.faults() == ["spacing": [text]])
    question = sound
    question.towns[1] = question.towns[1].stating(boundary: moved)
    #expect(try question.faults()["spacing"] == [text])
  }

  /// 5·10⁻⁸ degrees are 5.5 mm northwards and 5.0 mm eastwards there.
  @Test func `no more is allowed for than seven decimals can move two towns`() throws {
    var question = CertificateCase()
    question.move(1, east: -500)
    let (towns, drawn) = (question.towns, question.towns[1].boundary)
    for (metres, holds) in [(0.0148, true), (0.0151, false)] {
      question.towns = towns
      question.towns[1] = towns[1].stating(
        published: drawn.mapPositions { XY($0.x - metres, $0.y) })
      #expect(try question.faults().isEmpty == holds, "\(metres) m")
    }
    // Unrounded boundaries are held to a thousandth of a millimetre.
    question.towns = towns
    question.towns[1] = towns[1].stating(boundary: drawn.mapPositions { XY($0.x - 0.000_01, $0.y) })
    #expect(try question.faults()["spacing"]?.count == 1)
  }

  @Test func `towns of one industry keep the greater spacing`() throws {
    var question = CertificateCase()
    question.layout.spacing = Metres(500)
    question.move(2, east: -1500)
    #expect(try question.faults()["spacing"] == nil)
    question.move(2, east: -1)
    #expect(
      try question.faults()["spacing"] == [
        "T1 and T3, both of “tourism”, are 4999.0 m apart, less than 5000.0 m."
      ])
  }

  @Test func `rounding of published positions is no clash, and neither is a shared border`() throws
  {
    var question = CertificateCase()
    question.move(1, east: -500)
    question.towns[1] = question.towns[1].stating(
      published: question.towns[1].boundary.mapPositions { XY($0.x - 0.007, $0.y) })
    #expect(try question.faults() == [:])
    question.layout.spacing = .zero
    question.move(1, east: -2000)
    #expect(try question.faults() == [:])
    question.move(1, east: -0.1)
    #expect(try question.faults() == ["spacing": ["T1 and T2 share land."]])
  }

  @Test func `a town inside another is found`() throws {
    var question = CertificateCase()
    question.layout.spacing = .zero
    question.towns[1] = question.towns[1].stating(published: CertificateCase.square(0, 0, 300))
    #expect(try question.faults()["spacing"] == ["T1 and T2 share land."])
  }

  @Test func `quotas broken by one are found`() throws {
    var question = CertificateCase()
    question.layout.towns.max = 2
    question.layout.countyQuotas["west"] = TownQuota(min: 0, max: 1)
    question.layout.countyQuotas["north"] = TownQuota(min: 1)
    question.layout.industryQuotas["digital"] = TownQuota(min: 2)
    question.layout.industryQuotas["tourism"] = TownQuota(min: 0, max: 1)
    #expect(
      try question.faults() == [
        "quotas": [
          "The city has 3 towns, more than 2.", "County north has 0 towns, fewer than 1.",
          "County west has 2 towns, more than 1.",
          "Industry “digital” has 1 town, fewer than 2.",
          "Industry “tourism” has 2 towns, more than 1.",
        ]
      ])
  }

  @Test func `land beyond a quota, and sums that are not the towns', are found`() throws {
    var question = CertificateCase()
    let sum = question.plan.ellipsoidalArea
    question.layout.landQuota = sum
    #expect(try question.faults() == [:])
    question.layout.landQuota = sum - SquareMetres(1)
    question.layout.constructionQuota = question.plan.constructionArea - SquareMetres(1)
    question.statedArea = sum + SquareMetres(1)
    let faults = try question.faults()
    #expect(faults.keys.sorted() == ["land"])
    #expect(faults["land"]?.count == 3)
    #expect(faults["land"]?[0].hasPrefix("Town land is ") == true)
    #expect(faults["land"]?[1].contains("but the towns sum to") == true)
    #expect(faults["land"]?[2].hasPrefix("Building land is ") == true)
  }

  @Test func `an area stated 1 m² wrong, or beyond the profile, is found`() throws {
    var question = CertificateCase()
    let area = question.towns[0].ellipsoidalArea
    question.towns[0] = question.towns[0].stating(area: area + SquareMetres(1))
    let faults = try question.faults()
    #expect(faults.keys.sorted() == ["areas"])
    #expect(faults["areas"]?.first?.contains("The area of T1 is stated as") == true)

    question = CertificateCase()
    question.delimitation.areas.construction.largest = SquareMetres(639_000)
    #expect(try question.faults()["areas"]?.count == 3)
    question.delimitation.industries[1].areas = .national2021
    #expect(try question.faults()["areas"]?.count == 2)
  }

  @Test func `two parts, a hole, a crossing and building land outside are found`() throws {
    var question = CertificateCase()
    let shell = RedLineSamples.square(-750, -750, 1500)
    let hole = Array(RedLineSamples.square(-740, -740, 10).reversed())
    question.towns[0] = question.towns[0].stating(published: .polygon(rings: [shell, hole]))
    question.towns[1] = question.towns[1].stating(
      boundary: .multiPolygon([
        [RedLineSamples.square(3250, -750, 1500)], [RedLineSamples.square(5000, -750, 10)],
      ]))
    question.towns[2] = question.towns[2].stating(
      published: .polygon(rings: [
        RedLineSamples.polygon([(7000, 0), (8000, 1000), (8000, 0), (7000, 1000), (7000, 0)])
      ]))
    #expect(
      try question.faults()["shape"] == [
        "The published boundary of T1 has 1 part and 1 hole, not one part without a hole.",
        "The boundary of T2 has 2 parts and 0 holes, not one part without a hole.",
        "The published boundary of T3 is no valid polygon.",
      ])
    question = CertificateCase()
    question.towns[0] = question.towns[0].stating(
      construction: CertificateCase.square(400, 0, 800))
    #expect(
      try question.faults()["shape"] == ["The building land of T1 reaches beyond the town."])
  }

  @Test func `a broken ring is a fault and stops nothing`() throws {
    var question = CertificateCase()
    question.towns[0] = question.towns[0].stating(
      published: .polygon(rings: [[XY(0, 0), XY(.nan, 1)]]), boundary: .null,
      construction: .point(XY(0, 0)))
    let faults = try question.faults()
    #expect(faults["shape"]?.count == 3)
    #expect(faults["spacing"] == nil)
  }

  @Test func `a site taken twice, unknown, or with what it is not offered for is found`() throws {
    var question = CertificateCase()
    question.sites[0] = Site(
      id: "T1", name: "T1", county: "west", countyName: "west",
      seed: question.sites[0].seed, industries: ["digital"])
    question.sites[2] = Site(
      id: "T9", name: "T9", county: "east", countyName: "east",
      seed: question.sites[2].seed, industries: ["tourism"])
    question.towns[1] = question.towns[1].stating(county: "east")
    question.towns.append(question.towns[1])
    #expect(
      try question.faults()["towns"] == [
        "T2 is a town twice; a site has one town.",
        "T1 lives on “tourism”, which its site is not offered for.",
        "T2 is stated in county east; the inputs have it in west.",
        "T3 is no valid candidate of the inputs.",
        "T2 is stated in county east; the inputs have it in west.",
      ])
  }

  @Test func `locks that are not kept are found`() throws {
    var question = CertificateCase()
    question.layout.lockedIn = [
      LockedSite(site: "T1", industry: "digital"), LockedSite(site: "T2"),
    ]
    question.layout.lockedOut = [
      LockedSite(site: "T3"), LockedSite(site: "T2", industry: "tourism"),
    ]
    #expect(
      try question.faults() == [
        "locks": [
          "T1 must be a town of “digital” and is none.", "T3 must not be a town and is one.",
        ]
      ])
  }
}
