import LandModel
import LayoutAnalysis
import Testing

/// Largest remainders worked by hand, and what must hold for any areas.
struct LevellingTests {
  typealias S = RedLineSamples

  @Test func `steps that are left go to the largest remainders`() {
    // 10 in proportion 1 : 1 : 1 is 3.33 each; the first of equals gets the step.
    #expect(LevelledAreas.shares(of: 10, in: [1, 1, 1]) == [4, 3, 3])
    // 1.4, 2.6, 6.0: the step goes to 2.6.
    #expect(LevelledAreas.shares(of: 10, in: [14, 26, 60]) == [1, 3, 6])
    // Remainders of one half each: the larger area first.
    #expect(LevelledAreas.shares(of: 4, in: [1, 7]) == [0, 4])
    #expect(LevelledAreas.shares(of: 7, in: [0, 5, 0]) == [0, 7, 0])
    #expect(LevelledAreas.shares(of: 0, in: [3, 4]) == [0, 0])
    #expect(LevelledAreas.shares(of: 1, in: [2, 2, 2]) == [1, 0, 0])
  }

  @Test func `any areas sum exactly, keep their order and stay zero where they are zero`() {
    var random = SeededGenerator(seed: 2023)
    for round in 0..<3000 {
      let count = 1 + Int(random.next() % 12)
      var areas = (0..<count).map { _ in
        random.next() % 5 == 0 ? 0 : (random.unit() * 1e7).rounded(.down) / 100
      }
      if areas.allSatisfy({ $0 == 0 }) { areas[0] = 1 }
      // Small totals leave more steps to hand out than large ones.
      let total = round % 2 == 0 ? Int(random.next() % 50) : Int(random.next() % 500_000_000)
      let shares = LevelledAreas.shares(of: total, in: areas)
      #expect(shares.reduce(0, +) == total && shares.allSatisfy { $0 >= 0 })
      let sum = areas.reduce(0, +)
      for (a, b) in areas.indices.flatMap({ a in areas.indices.map { (a, $0) } }) {
        if areas[a] > areas[b] { #expect(shares[a] >= shares[b]) }
        if areas[a] == areas[b], a < b { #expect(shares[a] >= shares[b]) }
      }
      for place in areas.indices {
        if areas[place] == 0 { #expect(shares[place] == 0) }
        #expect(abs(Double(shares[place]) - areas[place] / sum * Double(total)) < 1.000_001)
      }
      #expect(shares == LevelledAreas.shares(of: total, in: areas))
    }
  }

  @Test func `the residual is what areas rounded one by one would lack`() throws {
    func levelled(_ pieces: [Double], of town: Double) throws -> LevelledAreas {
      let levelling = Levelling(
        pieces: pieces.map { SquareMetres($0) }, of: SquareMetres(town),
        official: SquareMetres(town), limit: Ratio(0.001))
      guard case .levelled(let areas) = levelling else { throw LevellingFailure() }
      return areas
    }
    // Thirds of 100 m² round to 33.33 each and lack 0.01; thirds of 200 m² round to 66.67 and have it too much.
    let thirds = try levelled([100.0 / 3, 100.0 / 3], of: 100)
    #expect(thirds.residual == 1 && thirds.pieces.reduce(0, +) + thirds.rest == 10_000)
    let two = try levelled([200.0 / 3, 200.0 / 3], of: 200)
    #expect(two.residual == -1 && two.pieces.reduce(0, +) + two.rest == 20_000)
  }

  /// A town of 1000 m × 1000 m with what it states as its area, over two pieces of a red line.
  private func levelling(_ official: Double?, unit: AreaUnit = .squareMetre) throws -> Levelling? {
    let towns = S.layer(
      "town", rings: [S.square(0, 0, 1000)], attributes: ["area": [official.map { "\($0)" }]])
    let line = S.layer("line", rings: [S.square(900, 0, 300), S.square(-100, 800, 300)])
    return try RedLineCheck().result(
      towns: towns, constraints: [S.constraint(line)],
      fields: TownFields(officialArea: "area", officialAreaUnit: unit)
    ).results[0].levelling
  }

  @Test func `pieces and the rest of a town sum to its official area`() throws {
    guard case .levelled(let areas) = try levelling(100.05, unit: .hectare) else {
      Issue.record("not levelled")
      return
    }
    #expect(areas.official == 100_050_000)
    #expect(areas.pieces.reduce(0, +) + areas.rest == areas.official)
    #expect(areas.piecesInHectares.reduce(0, +) + areas.restInHectares == 1_000_500)
    // 100 m × 300 m and 200 m × 200 m; the ellipsoid changes both in one proportion.
    #expect(areas.pieces.count == 2 && abs(areas.pieces[0] - 4_002_000) < 30)
    #expect(abs(areas.pieces[1] - 3_001_500) < 30)
  }

  @Test func `a town whose official area is missing or too different is not levelled`() throws {
    for (official, unit) in [
      (nil, AreaUnit.squareMetre), (0, .squareMetre), (-5, .squareMetre), (1_002_000, .squareMetre),
      (100, .mu),
    ] as [(Double?, AreaUnit)] {
      guard case .refused = try levelling(official, unit: unit) else {
        Issue.record("levelled to \(official ?? .nan)")
        continue
      }
    }
  }

  @Test func `a difference exactly at the limit is levelled`() {
    let town = SquareMetres(1_000_000)
    func isLevelled(_ official: Double) -> Bool {
      let levelling = Levelling(
        pieces: [SquareMetres(10)], of: town, official: SquareMetres(official), limit: Ratio(0.001))
      if case .levelled = levelling { return true }
      return false
    }
    #expect(isLevelled(1_001_000) && isLevelled(999_000))
    #expect(!isLevelled(1_001_000.01) && !isLevelled(998_999.99))
  }
}

private struct LevellingFailure: Error {}
