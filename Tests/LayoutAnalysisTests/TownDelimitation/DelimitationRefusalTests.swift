import LandModel
import Testing

@testable import LayoutAnalysis

struct DelimitationRefusalTests {
  @Test func `where all land is closed the refusal names the layer and its share`() throws {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint("red line", .forbid, [TownScene.box(-4000...4000, -4000...4000)])
    ]
    let result = try scene.result()
    #expect(result.proposals.isEmpty)
    let shortfall = try #require(result.refusals.first).shortfall
    #expect(shortfall.reached == .zero)
    #expect(shortfall.cause.english.hasPrefix("No free land within 500 m of the seed"))
    #expect(shortfall.cause.english.contains("red line 100 %"))
    #expect(shortfall.cause.chinese.contains("red line 100%"))
  }

  @Test func `a seed in closed land starts from the nearest free cell within the tolerance`() throws
  {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint("pond", .forbid, [TownScene.box(-150...150, -150...150)])
    ]
    #expect(try scene.result().proposals.count == 1)
    scene.constraints = [
      TownScene.constraint("lake", .forbid, [TownScene.box(-750...750, -750...750)])
    ]
    #expect(try scene.result().refusals.count == 1)
  }

  @Test func `a seed outside its county is refused with the county as the cause`() throws {
    var scene = TownScene()
    scene.seeds = [XY(TownScene.middle.x + 9000, TownScene.middle.y)]
    let refusal = try #require(try scene.result().refusals.first)
    #expect(refusal.shortfall.cause.english.contains("outside the county 100 %"))
  }

  @Test func `nothing to do is an empty result`() throws {
    var scene = TownScene()
    scene.seeds = []
    #expect(try scene.result() == DelimitationResult(sites: [], proposals: [], refusals: []))
    scene = TownScene()
    scene.parameters.industries = []
    #expect(try scene.result().proposals.isEmpty)
  }

  @Test func `a site may name industries and counties that exist only`() throws {
    let scene = TownScene()
    let delimitation = TownDelimitation(parameters: scene.parameters)
    func site(county: FeatureID, industry: String, seed: XY = TownScene.middle) -> Site {
      Site(
        id: "s", name: "s", county: county, countyName: "c", seed: seed, industries: [industry])
    }
    #expect(throws: DelimitationError.unknownIndustry(site: "s", key: "gold")) {
      try delimitation.result(
        sites: [site(county: "county", industry: "gold")], land: scene.land)
    }
    #expect(throws: DelimitationError.unknownCounty(site: "s", county: "elsewhere")) {
      try delimitation.result(
        sites: [site(county: "elsewhere", industry: "health")], land: scene.land)
    }
    for seed in [XY(.nan, 0), XY(0, .infinity), XY(1e300, 0), XY(9e7, 9e7), XY(9e7, 2.8e6)] {
      #expect(throws: DelimitationError.seedOutOfRange(site: "s")) {
        try delimitation.result(
          sites: [site(county: "county", industry: "health", seed: seed)], land: scene.land)
      }
    }
  }

  @Test func `weights and people that are no numbers count nothing`() throws {
    var scene = TownScene()
    let sound = try scene.result()
    scene.resources += [Double.infinity, .nan, -3, 0].map {
      ResourcePoint(id: "odd", category: "spring", position: TownScene.middle, weight: $0)
    }
    scene.resources.append(
      ResourcePoint(id: "lost", category: "spring", position: XY(.nan, 0), weight: 1))
    #expect(try scene.result() == sound)
  }

  @Test func `a factor without its input is an error`() throws {
    var scene = TownScene()
    scene.parameters.factors.append(.road)
    #expect(throws: DelimitationError.missingAccess(factor: "access.road", layer: "road")) {
      try scene.result()
    }
    scene = TownScene()
    scene.parameters.factors.append(.relief)
    #expect(throws: DelimitationError.missingElevation(factor: "relief")) { try scene.result() }
  }

  @Test func `a parameter out of range is found and named`() {
    let cases: [(WritableKeyPath<DelimitationParameters, Double>, Double, String)] = [
      (\.cellSize.value, 0, "cell-size"), (\.cellSize.value, -100, "cell-size"),
      (\.cellSize.value, .nan, "cell-size"), (\.cellSize.value, 0.5, "cell-size"),
      (\.cellSize.value, 2000, "cell-size"), (\.compactness.value, -1, "compactness"),
      (\.reach.value, 0.5, "reach"), (\.seedTolerance.value, -1, "seed-tolerance"),
      (\.areas.town.smallest.value, 0, "town-area"),
      (\.areas.town.largest.value, 1, "town-area"),
      (\.areas.construction.wanted.value, .infinity, "construction-area"),
      (\.industries[0].weights[0].weight, 0, "industries.health"),
      (\.industries[0].weights[0].weight, -1, "industries.health.resource.spring"),
    ]
    for (path, value, name) in cases {
      var parameters = TownScene().parameters
      #expect(parameters.problems.isEmpty)
      parameters[keyPath: path] = value
      #expect(parameters.problems.first?.parameter == name)
      #expect(throws: DelimitationError.self) {
        try TownDelimitation(parameters: parameters).result(sites: [], land: TownScene().land)
      }
    }
  }
}
