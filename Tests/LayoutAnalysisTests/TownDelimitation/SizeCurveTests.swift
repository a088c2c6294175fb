import LandModel
import Testing

@testable import LayoutAnalysis

/// Value against area, and where one more hectare stops paying.
@Suite struct SizeCurveTests {
  private func scene() -> TownScene {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint("forest", .forbid, TownScene.blobs(10, seed: 5, awayFromMiddle: 600))
    ]
    return scene
  }

  private func curves(_ scene: TownScene, workers: Int? = nil) throws -> [SizeCurve?] {
    let result = try scene.result()
    return TownDelimitation(parameters: scene.parameters).sizeCurves(
      of: result.proposals, sites: result.sites, land: scene.land,
      targetArea: scene.parameters.areas.town.wanted, workers: workers)
  }

  @Test func `a curve is concave, within the limits, and no lower than the town drawn`() throws {
    var scene = scene()
    scene.parameters.sizes = [1.5, 3, 4.5].map { SquareMetres(squareKilometres: $0) }
    let towns = try scene.result().proposals
    #expect(towns.count == 3)
    for (town, curve) in zip(towns, try curves(scene)) {
      let curve = try #require(curve)
      let areas = curve.points.map(\.area)
      #expect(areas == areas.sorted() && Set(areas).count == areas.count)
      #expect(areas[0] >= scene.parameters.areas.town.smallest)
      #expect(areas[areas.count - 1] <= scene.parameters.areas.town.largest)
      let marginals = curve.points.compactMap(\.marginal)
      #expect(marginals.count == areas.count - 1)
      #expect(zip(marginals, marginals.dropFirst()).allSatisfy { $0 >= $1 })
      for (point, next) in zip(curve.points, curve.points.dropFirst()) {
        let gained = (next.value - point.value) / (next.area - point.area).hectares
        #expect(abs(gained - (point.marginal ?? .infinity)) < 1e-9)
      }
      // On the envelope, at the drawn area, the best found is no worse than the town.
      let left = curve.points.last { $0.area <= town.ellipsoidalArea } ?? curve.points[0]
      let here =
        left.value + (left.marginal ?? 0) * (town.ellipsoidalArea - left.area).hectares
      #expect(here >= curve.drawnValue - 0.05 * abs(curve.drawnValue))
    }
  }

  @Test(arguments: [0.0, 0.1, 0.2, 0.3, 0.45, 1.0])
  func `where it stops paying is where a plan with that price of land ends`(price: Double) throws {
    var scene = scene()
    let curve = try #require(try curves(scene).first ?? nil)
    let target = scene.parameters.areas.town.wanted
    let perHectare = 100 * price / target.hectares
    let stop = curve.stop(at: perHectare)
    scene.parameters.sizing = .paying(price: Ratio(price))
    let town = try #require(try scene.result().proposals.first)
    // The same objective, found by another search: what the point is worth after its land is no less.
    let point = try #require(curve.points.first { $0.area == stop })
    let net = point.value - perHectare * stop.hectares
    #expect(net >= town.objective - 0.4, "\(net) \(town.objective)")
    #expect(net <= town.bound + 1e-6)
    for other in curve.points {
      #expect(other.value - perHectare * other.area.hectares <= net + 1e-9)
    }
  }

  @Test func `dear land stops small towns, cheap land large ones`() throws {
    let curve = try #require(try curves(scene()).first ?? nil)
    #expect(curve.stop(at: 100) == curve.points.first?.area)
    #expect(curve.stop(at: -100) == curve.points.last?.area)
    #expect(curve.marginal(at: SquareMetres(squareKilometres: 50)) == nil)
    #expect(curve.marginal(at: .zero) == curve.points[0].marginal)
  }

  @Test func `limited land stays within its limit along the curve`() throws {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "forest", .limit(share: Ratio(0.05), area: nil), [TownScene.box(300...4000, -4000...4000)])
    ]
    let limited = try #require(try curves(scene).first ?? nil)
    scene.constraints = []
    let free = try #require(try curves(scene).first ?? nil)
    #expect(limited.points.last?.value ?? 0 < free.points.last?.value ?? 0)
  }

  @Test func `curves do not depend on the number of workers`() throws {
    var scene = scene()
    scene.seeds += [XY(TownScene.middle.x + 800, TownScene.middle.y + 500)]
    let one = try curves(scene, workers: 1)
    #expect(one.count == 2)
    #expect(try curves(scene, workers: 7) == one)
  }

  @Test func `the land quota has a price where it binds, and none where it does not`() throws {
    var question = LayoutCase()
    for number in 0..<6 {
      question.add(
        "\(number)", at: XY(20_000 * Double(number), 0),
        towns: [("x", 40, 1000), ("x", 25, 2000)])
    }
    #expect(try question.result().landPrice == nil)
    question.parameters.landQuota = SquareMetres(squareKilometres: 100)
    #expect(try question.result().landPrice == 0)
    // Each town brings 40 points on its first 100 ha and 60 on the next 300: 0.2 points a hectare.
    question.parameters.landQuota = SquareMetres(squareKilometres: 15)
    let result = try question.result()
    let price = try #require(result.landPrice)
    #expect(price > 0.1 && price < 0.3, "\(price)")
  }
}
