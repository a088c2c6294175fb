import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct ParcelTownTests {
  /// 40 × 40 parcels of about a hectare round a seed, in one county, with closed ones.
  private struct Scene {
    var map: ParcelMap
    var closed: [Bool]
    var closedForBuilding: [Bool]
    var outside: [Bool]
    var parameters: DelimitationParameters
    var seeds: [XY]

    init(seed: UInt64 = 5, closedShare: Double = 0.03, across count: Int = 40) {
      map = ParcelMap(
        columns: count, rows: count, width: 4000 / Double(count), shake: 0.4, seed: seed)
      var random = SeededGenerator(seed: seed)
      closed = map.parcels.map { _ in random.unit() < closedShare }
      closedForBuilding = map.parcels.map { _ in random.unit() < 0.05 }
      outside = map.parcels.map { _ in false }
      seeds = [XY(ParcelMap.corner.x + 2010, ParcelMap.corner.y + 1990)]
      parameters = TownScene().parameters
      parameters.cellSize = Metres(60)
      parameters.parcels = ParcelUnits(layer: "parcels")
    }

    func result(workers: Int = 1) throws -> DelimitationResult {
      let sites = seeds.enumerated().map { row, seed in
        Site(
          id: FeatureID("site-\(row)"), name: "site", county: "county", countyName: "county",
          seed: seed, industries: ["health"])
      }
      return try TownDelimitation(parameters: parameters).result(
        sites: sites, land: land, workers: workers)
    }

    var land: LandInput {
      let red = LocalizedText(english: "red line", chinese: "红线")
      let farm = LocalizedText(english: "farmland", chinese: "基本农田")
      let spring = XY(ParcelMap.corner.x + 2600, ParcelMap.corner.y + 2300)
      return LandInput(
        grid: TownScene.grid,
        counties: TownScene.layer(
          "county", [.polygon(rings: [box(410_000...430_000, 2_840_000...2_860_000)])],
          ids: ["county"]),
        resources: [
          ResourcePoint(id: "spring", category: "spring", position: spring, weight: 1)
        ],
        parcels: ParcelLand(
          layer: TownScene.layer("parcels", map.parcels),
          closed: [ClosedParcels(title: red, isTaken: closed)],
          closedForBuilding: [ClosedParcels(title: farm, isTaken: closedForBuilding)],
          isOutside: ["county": outside]))
    }
  }

  @Test(arguments: 1...3)
  func `the solver betters towns of parcels or their bounds, and takes nothing away`(
    seed: Int
  ) throws {
    var scene = Scene(seed: UInt64(seed), across: 14)
    let drawn = try scene.result()
    let before = try #require(drawn.proposals.first)
    scene.parameters.proofNodes = 3000
    let delimitation = TownDelimitation(parameters: scene.parameters)
    let after = try delimitation.settled([0], of: drawn, land: scene.land)[0]
    #expect(after.objective >= before.objective)
    #expect(after.bound < before.bound && after.bound >= after.objective)
    #expect(after.cutBound == before.bound)
    var causes: [String] = []
    let unproven = try delimitation.settled(
      [0], of: drawn, land: scene.land,
      solver: .worker(executable: "/bin/false", arguments: []), unproven: { causes.append($1) })
    #expect(causes == ["exit code 1"])
    #expect(unproven == [before])
    #expect(throws: DelimitationError.self) {
      _ = try delimitation.settled(
        [0], of: drawn, land: scene.land, solver: .worker(executable: "/no/such", arguments: []))
    }
  }

  @Test(arguments: 1...4)
  func `a town is the union of whole open parcels, of the wanted area`(seed: Int) throws {
    let scene = Scene(seed: UInt64(seed))
    let town = try #require(try scene.result().proposals.first)
    let workspace = Workspace()
    let boundary = try Shape(town.boundary, in: workspace)
    let built = try Shape(town.constructionBoundary, in: workspace)
    #expect(town.boundary.ringEnds.count == 1 && town.constructionBoundary.ringEnds.count == 1)
    #expect(try boundary.isValid() && built.isValid())
    #expect(try boundary.covers(built))
    #expect((2.85e6...3.15e6).contains(town.ellipsoidalArea.value))
    #expect((0.95e6...1e6).contains(town.constructionArea.value))
    #expect(town.bound >= town.objective && town.gap.value < 0.2)
    #expect(town.shortfall == nil)
    var whole = 0
    for (place, parcel) in scene.map.parcels.enumerated() {
      let shape = try Shape(parcel, in: workspace)
      let share = try shape.intersection(with: boundary).planarArea().value
      let inside = share > 0.5 * PlanarMeasure.area(of: parcel).value
      #expect(abs(share - (inside ? PlanarMeasure.area(of: parcel).value : 0)) < 1e-3)
      if inside { whole += 1 }
      if scene.closed[place] { #expect(!inside) }
      if try shape.intersection(with: built).planarArea().value > 1 {
        #expect(!scene.closedForBuilding[place])
      }
    }
    #expect(whole == town.cellCount)
  }

  @Test func `the same bytes for any number of workers`() throws {
    var scene = Scene(seed: 9)
    scene.seeds = (0..<4).map {
      XY(ParcelMap.corner.x + 1800 + 130 * Double($0), ParcelMap.corner.y + 2100)
    }
    let results = try [1, 2, 7].map { try scene.result(workers: $0) }
    #expect(results[0].proposals.count == 4)
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test func `land in another county is closed where towns must stay in theirs`() throws {
    var scene = Scene(closedShare: 0)
    // Everything north of the seed's row.
    scene.outside = (0..<1600).map { $0 / 40 > 20 }
    let town = try #require(try scene.result().proposals.first)
    let north = ParcelMap.corner.y + 2100 + 25
    #expect(town.boundary.positions.allSatisfy { $0.y <= north })
    scene.parameters.staysInCounty = false
    let free = try #require(try scene.result().proposals.first)
    #expect(free.boundary.positions.contains { $0.y > north })
  }

  @Test func `too little land is told with what takes it`() throws {
    var scene = Scene(closedShare: 0)
    // An open block of 14 × 14 parcels: 1.96 km².
    scene.closed = (0..<1600).map { !(13..<27).contains($0 / 40) || !(13..<27).contains($0 % 40) }
    let town = try #require(try scene.result().proposals.first)
    let shortfall = try #require(town.shortfall)
    #expect(shortfall.reached == town.ellipsoidalArea && town.ellipsoidalArea.value > 1.9e6)
    #expect(shortfall.cause.english.contains("red line"))
    scene.closed = scene.closed.map { _ in true }
    let refusal = try #require(try scene.result().refusals.first)
    #expect(refusal.shortfall.cause.english.hasPrefix("No free parcel within 500 m"))
    #expect(refusal.shortfall.cause.chinese.contains("红线"))
  }

  @Test func `a town grows round the building land when its best place holds too little`() throws {
    var scene = Scene(closedShare: 0)
    scene.closedForBuilding = (0..<1600).map { $0 % 40 >= 16 }
    let town = try #require(try scene.result().proposals.first)
    #expect(town.constructionArea >= SquareMetres(squareKilometres: 0.5))
    scene.closedForBuilding = scene.closedForBuilding.map { _ in true }
    let refusal = try #require(try scene.result().refusals.first)
    #expect(refusal.shortfall.cause.english.contains("farmland"))
    #expect(refusal.shortfall.wanted == SquareMetres(squareKilometres: 1))
  }

  @Test func `parcels must be given where towns are to be made of them`() {
    var scene = TownScene()
    scene.parameters.parcels = ParcelUnits(layer: "dltb")
    #expect(throws: DelimitationError.missingParcels(layer: "dltb")) { try scene.result() }
  }
}
