import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

/// Factor values looked up again, held against those that delimitation drew its towns with.
struct CertificateFactorTests {
  private func stated(_ proposal: TownProposal, value: (FactorScore) -> Double) -> StatedTown {
    StatedTown(
      id: "T", county: "county", industry: proposal.industry,
      publishedBoundary: proposal.boundary, boundary: proposal.boundary,
      construction: proposal.constructionBoundary, ellipsoidalArea: proposal.ellipsoidalArea,
      constructionArea: proposal.constructionArea, score: proposal.score,
      factors: proposal.factors.map {
        StatedFactor(name: $0.factor, value: Ratio(value($0)), points: 0)
      })
  }

  private static func site(_ industry: String) -> Site {
    Site(
      id: "T", name: "T", county: "county", countyName: "county", seed: TownScene.middle,
      industries: [industry])
  }

  private var scene: TownScene {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "closed", .forbid, TownScene.blobs(12, seed: 7, awayFromMiddle: 500))
    ]
    scene.resources.append(
      ResourcePoint(
        id: "other", category: "spring",
        position: XY(TownScene.middle.x + 2500, TownScene.middle.y), weight: 0.5))
    return scene
  }

  @Test(arguments: [100.0, 150, 200])
  func `the cells of a drawn town are those it was made of`(size: Double) throws {
    var scene = scene
    scene.parameters.cellSize = Metres(size)
    let proposals = try scene.result().proposals
    #expect(!proposals.isEmpty)
    for proposal in proposals {
      let cells = TownCells(boundary: proposal.boundary, cellSize: scene.parameters.cellSize)
      #expect(cells.centres.count == proposal.cellCount)
    }
  }

  @Test func `the cell that holds a position is the one of the lattice`() {
    let lattice = HexagonLattice(cellSize: Metres(150))
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let position = XY(420_000 + generator.unit() * 900, 2_850_000 + generator.unit() * 900)
      let expected = lattice.centre(of: lattice.cell(at: position))
      let found = TownCells.centre(nearest: position, cellSize: Metres(150))
      #expect(found.distance(to: expected) < 1e-6)
    }
  }

  @Test func `values of the search pass, and one changed in the fifth decimal does not`() throws {
    let scene = scene
    let proposal = try #require(try scene.result().proposals.first)
    let site = Self.site("health")
    func faults(_ change: Double) -> [CertificateFault] {
      let town = stated(proposal) { $0.value.value + change }
      let lookup = TownLookup(town, sites: [site], land: scene.land, parameters: scene.parameters)
      return FactorCheck(towns: [town], lookups: [lookup]).check().faults
    }
    #expect(faults(0) == [])
    let found = faults(0.000_01)
    #expect(found.count == 1)
    #expect(found.first?.subjects == ["T", "resource.spring"])
    #expect(found.first?.text.english.contains("the land gives") == true)
  }

  /// Every kind of factor, on land with something of each.
  @Test(arguments: [
    SuitabilityFactor.resource("spring", decay: .linear(half: Metres(1500))),
    SuitabilityFactor.settlement, .road, .relief,
    SuitabilityFactor(
      name: "stations", source: .access(layer: "station", full: Metres(200), none: Metres(2500))),
  ])
  func `every kind of factor is looked up as it was drawn with`(factor: SuitabilityFactor) throws {
    var scene = scene
    scene.parameters.factors = [factor]
    scene.parameters.industries = [TownScene.industry("one", [factor.name: 1])]
    let land = self.land(beside: scene.land)
    let site = Self.site("one")
    let proposal = try #require(
      try TownDelimitation(parameters: scene.parameters).result(
        sites: [site], land: land, workers: 1
      ).proposals.first)
    func faults(_ change: Double) -> [CertificateFault] {
      let town = stated(proposal) { $0.value.value + change }
      let lookup = TownLookup(town, sites: [site], land: land, parameters: scene.parameters)
      return FactorCheck(towns: [town], lookups: [lookup]).check().faults
    }
    let value = try #require(proposal.factors.first?.value.value)
    #expect((0.01..<1).contains(value))
    let town = stated(proposal) { $0.value.value }
    let lookup = TownLookup(town, sites: [site], land: land, parameters: scene.parameters)
    #expect(abs((lookup.score ?? 0) - proposal.score) < 1e-9)
    #expect(faults(0) == [])
    #expect(faults(0.000_01).count == 1)
    #expect(faults(-0.000_01).count == 1)
  }

  private func land(beside land: LandInput) -> LandInput {
    let middle = TownScene.middle
    let geodetic = TownScene.grid.geodetic(middle)
    let places = (-3...3).flatMap { row in
      (-3...3).map { XY(geodetic.x + Double($0) * 0.01, geodetic.y + Double(row) * 0.01) }
    }
    let heights = places.map { 300 * sin(($0.x - geodetic.x) * 90) * cos(($0.y - geodetic.y) * 70) }
    return LandInput(
      grid: land.grid, constraints: land.constraints, counties: land.counties,
      resources: land.resources,
      settlements: [
        Settlement(id: "near", position: XY(middle.x + 700, middle.y), population: 4000),
        Settlement(id: "far", position: XY(middle.x, middle.y + 9000), population: 90_000),
        // Beyond ten half distances, and worth two per cent if it counted.
        Settlement(
          id: "beyond", position: XY(middle.x, middle.y + 25_000), population: 4_000_000),
        Settlement(id: "empty", position: middle, population: 0),
      ],
      access: [
        TownScene.layer(
          "road",
          [.line([XY(middle.x - 3500, middle.y - 4000), XY(middle.x + 500, middle.y + 4000)])]),
        TownScene.layer("station", [.point(XY(middle.x + 1200, middle.y - 300))]),
      ],
      elevation: ElevationGrid(positions: places, elevations: heights))
  }
}
