import LandModel
import Testing

@testable import LayoutAnalysis

/// Rules by class on hostile layers, and against the plain rules that they are made of.
struct RedLineRuleTests {
  typealias S = RedLineSamples

  private let road = SetbackRule(kind: .road, classField: "class")
  private let conditional = ConditionalRule(allowed: [.visitors], zoneField: "zone")

  private func results(
    _ towns: CheckedLayer, _ constraints: [Constraint], _ fields: TownFields = TownFields(),
    draws: Bool = true, workers: Int? = nil
  ) throws -> RedLineResult {
    var parameters = RedLineParameters()
    parameters.drawsPieces = draws
    return try RedLineCheck(parameters: parameters).result(
      towns: towns, constraints: constraints, fields: fields, workers: workers)
  }

  @Test func `an empty layer is clear and keeps its rule`() throws {
    let town = S.layer("town", rings: [S.square(0, 0, 1000)])
    let none = S.layer("none", rings: [])
    let found = try results(
      town, [S.constraint(none, .setback(road)), S.constraint(none, .conditional(conditional))])
    #expect(found.results.map(\.situation) == [.clear, .clear])
    #expect(found.results.map(\.rule.name) == ["setback", "conditional"])
    #expect(found.results.allSatisfy { !$0.isBreach && $0.nearestDistance == nil })
    #expect(found.rules.map(\.featureCount) == [0, 0])
  }

  @Test func `a layer without the attribute is judged by the strictest class`() throws {
    let town = S.layer("town", rings: [S.square(0, 0, 1000)], attributes: ["activity": ["5"]])
    let line = S.layer("line", rings: [S.square(900, 0, 200)])
    let found = try results(
      town, [S.constraint(line, .setback(road)), S.constraint(line, .conditional(conditional))],
      TownFields(activity: "activity"))
    #expect(found.results.map(\.isBreach) == [true, true])
    #expect(found.results[0].classes.map(\.code) == [SetbackTable.unclassified])
    #expect(found.results[0].severity == .warning)
    #expect(found.results[1].classes.map(\.code) == ["zone-unstated"])
    #expect(found.rules.allSatisfy { !$0.remarks.isEmpty })
  }

  @Test func `a null town has a result and no land`() throws {
    let town = S.layer("town", [.null, .polygon(rings: [S.square(0, 0, 100)])])
    let line = S.layer("line", rings: [S.square(50, 0, 200)], attributes: ["class": ["国道"]])
    let found = try results(town, [S.constraint(line, .setback(road))])
    #expect(found.results.count == 2 && found.results[1].isBreach)
    #expect(!found.results[0].isBreach && found.results[0].pieces.isEmpty)
  }

  @Test func `a class is told by its code, its Chinese name, another name or a voltage`() {
    func places(_ rule: SetbackRule, _ values: [String?]) -> [String] {
      let layer = S.layer(
        "line", rings: values.map { _ in S.square(0, 0, 1) }, attributes: ["class": values])
      return rule.groupPlaces(of: layer).map { rule.groups[$0].code }
    }
    #expect(
      places(road, ["national", "国道", " 省道 ", "高速", "县道", "乡道", "村道", "motorway", "匝道", nil, "无"])
        == [
          "national", "national", "provincial", "expressway", "county", "township", "village",
          "expressway", "unclassified", "unclassified", "unclassified",
        ])
    var railway = SetbackRule(kind: .railway, classField: "class")
    railway.surroundings = .village
    #expect(
      places(railway, ["高铁", "铁路", "high-speed-urban", "磁浮"])
        == ["high-speed-village", "railway-village", "high-speed-urban", "unclassified"])
    let power = SetbackRule(kind: .powerLine, classField: "class")
    #expect(
      places(power, ["10kV", "35", "110 千伏", "220000", "±500kV", "20kV", "0.4", "1000kV", "高压"])
        == [
          "kv-1-10", "kv-35-110", "kv-35-110", "kv-154-330", "kv-500", "unclassified",
          "unclassified", "unclassified", "unclassified",
        ])
    // From 1000 to below 10 000 a number without unit may be meant in kV or in V.
    #expect(
      places(power, ["999", "1000", "±1000", "9999", "10000", "1000V", "6000 伏"])
        == [
          "unclassified", "unclassified", "unclassified", "unclassified", "kv-1-10", "kv-1-10",
          "kv-1-10",
        ])
    // A unit of volts is taken at its word.
    #expect(
      places(power, ["380V", "220 伏", "110000 V", "HVDC 500"])
        == ["unclassified", "unclassified", "kv-35-110", "kv-500"])
  }

  @Test(arguments: [
    ("1,000", "unclassified"), ("110,000", "kv-35-110"), ("110，000 伏", "kv-35-110"),
    ("±500,000 V", "kv-500"), ("1,000 kV", "unclassified"), ("1,5", "unclassified"),
    ("10,35 kV", "unclassified"), ("6,000.0 V", "kv-1-10"), ("1,000,000", "unclassified"),
    ("1000,000", "unclassified"), ("500.", "kv-500"),
  ])
  func `a comma in a voltage separates thousands or makes it unknown`(
    _ text: String, _ code: String
  ) {
    let power = SetbackRule(kind: .powerLine, classField: "class")
    let layer = S.layer("line", rings: [S.square(0, 0, 1)], attributes: ["class": [text]])
    #expect(power.groupPlaces(of: layer).map { power.groups[$0].code } == [code])
  }

  @Test func `the core is told without case and white space, and what is none is listed`() throws {
    let values = ["CORE", " Core ", "buffer", "Buffer", "buffer", nil, "核心保护区"]
    let layer = S.layer(
      "line", rings: values.map { _ in S.square(0, 0, 1) }, attributes: ["zone": values])
    #expect(
      conditional.zones(of: layer)
        == [.core, .core, .outsideCore, .outsideCore, .outsideCore, .unstated, .core])
    let own = ConditionalRule(allowed: [], zoneField: "zone", coreValues: ["BUFFER "])
    #expect(own.zones(of: layer).prefix(3) == [.outsideCore, .outsideCore, .core])
    let remarks = CheckedRule(S.constraint(layer, .conditional(conditional))).remarks
    #expect(
      remarks.last?.english
        == "3 of 7 features were taken as outside the core (zone: “buffer”, “Buffer”)")
    let many = (0..<15).map { "zone \($0)" }
    let wide = S.layer(
      "wide", rings: many.map { _ in S.square(0, 0, 1) }, attributes: ["zone": many])
    let listed = CheckedRule(S.constraint(wide, .conditional(conditional))).remarks.last?.english
    #expect(listed?.contains("“zone 9”") == true && listed?.contains("“zone 10”") == false)
  }

  @Test func `an area that is no number breaks a limit`() {
    let (some, none) = (SquareMetres(50), SquareMetres(.nan))
    let share = ConstraintRule.limit(share: Ratio(0.5), area: nil)
    let area = ConstraintRule.limit(share: nil, area: some)
    #expect(!share.isBroken(by: some, of: SquareMetres(100)))
    #expect(share.isBroken(by: SquareMetres(51), of: SquareMetres(100)))
    #expect(share.isBroken(by: none, of: SquareMetres(100)))
    #expect(share.isBroken(by: .zero, of: .zero))
    #expect(!area.isBroken(by: some, of: some) && area.isBroken(by: none, of: some))
    #expect(area.isBroken(by: SquareMetres(51), of: some))
  }

  @Test func `the table has the distances of the rules`() {
    func distances(_ kind: SetbackKind) -> [Double] { kind.classes.map(\.distance.value) }
    #expect(distances(.railway) == [10, 8, 12, 10, 15, 12, 20, 15])
    #expect(distances(.road) == [30, 20, 15, 10, 5, 3])
    #expect(distances(.powerLine) == [5, 10, 15, 20])
    #expect(SetbackTable.roads.map(\.newTownExtra.value) == [50, 50, 50, 20, 20, 0])
    for kind in SetbackKind.allCases {
      #expect(Set(kind.codes).count == kind.classes.count + 1)
      #expect(kind.classes.allSatisfy { !$0.source.isEmpty })
    }
  }

  @Test func `a setback by class is the buffers of its classes, land of two counted once`() throws {
    var random = SeededGenerator(seed: 11)
    let names = ["国道", "省道", "县道", "乡道", "匝道"]
    var rows: [(Geometry, String)] = []
    for _ in 0..<60 {
      let (x, y) = (random.unit() * 6000, random.unit() * 6000)
      let (dx, dy) = (random.unit() * 2000 - 1000, random.unit() * 2000 - 1000)
      let origin = S.origin
      rows.append(
        (
          .line([XY(origin.x + x, origin.y + y), XY(origin.x + x + dx, origin.y + y + dy)]),
          names[Int(random.next() % 5)]
        ))
    }
    let towns = S.layer(
      "town",
      (0..<25).map { _ in
        S.star(
          &random, x: random.unit() * 6000, y: random.unit() * 6000, radius: 300, corners: 12)
      })
    let roads = S.layer("road", rows.map(\.0), attributes: ["class": rows.map(\.1)])
    let found = try results(towns, [S.constraint(roads, .setback(road))])
    for (code, name) in zip(["national", "provincial", "county", "township"], names) {
      let own = rows.filter { $0.1 == name }.map(\.0)
      let distance = try #require(road.groups.first { $0.code == code }).distance
      let plain = try results(towns, [S.constraint(S.layer("own", own), .buffer(distance))])
      for (whole, part) in zip(found.results, plain.results) {
        let entry = try #require(whole.classes.first { $0.code == code })
        #expect(entry.planarArea == part.planarArea && entry.isBreach == part.isBreach)
        #expect(entry.nearestDistance == part.nearestDistance)
      }
    }
    #expect(found.results.contains { Set($0.pieces.map(\.classCode)).count > 1 })
    for result in found.results {
      let sum = result.pieces.reduce(0) { $0 + $1.planarArea.value }
      #expect(abs(sum - result.planarArea.value) < 1e-6)
      #expect(result.planarArea <= result.classes.reduce(.zero) { $0 + $1.planarArea })
      #expect(result.nearestDistance == result.classes.compactMap(\.nearestDistance).min())
    }
    for workers in [1, 2, 7] {
      #expect(
        try results(towns, [S.constraint(roads, .setback(road))], workers: workers) == found)
    }
    let bare = try results(towns, [S.constraint(roads, .setback(road))], draws: false)
    #expect(bare.results.map(\.planarArea) == found.results.map(\.planarArea))
    #expect(!bare.results.contains { !$0.pieces.isEmpty })
  }

  @Test(
    arguments: [
      ("5", ActivityReading.known(.visitors)), (" 第五类 ", .known(.visitors)),
      ("（十）", .known(.allowedByLaw)), ("1", .known(.patrolAndScience)), ("0", .unknown("0")),
      ("11", .unknown("11")), ("旅游", .unknown("旅游")), ("无", .missing), ("", .missing),
      (nil, .missing),
    ] as [(String?, ActivityReading)])
  func `an activity class is read from numbers and Chinese words`(
    text: String?, reading: ActivityReading
  ) {
    #expect(ActivityReading(text) == reading)
  }

  @Test func `data vintage is carried to each result`() throws {
    let layer = S.layer("line", rings: [S.square(900, 0, 200)])
    let constraint = Constraint(
      layer: layer, title: LocalizedText(english: "", chinese: ""), rule: .forbid,
      source: "自然资发〔2022〕142号", vintage: "2023")
    let found = try results(S.layer("town", rings: [S.square(0, 0, 1000)]), [constraint])
    #expect(found.results[0].vintage == "2023" && found.results[0].conclusion == .forbidden)
    #expect(found.rules[0].source == "自然资发〔2022〕142号" && found.rules[0].vintage == "2023")
  }
}
