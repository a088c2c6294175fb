import LandModel
import Testing

@testable import LayoutAnalysis

@Suite struct LandUnitsTests {
  @Test func `areas round up and quotas down, but for rounding noise`() {
    #expect(LandUnits.needed(for: SquareMetres(3_000_000)) == 30_000)
    #expect(LandUnits.needed(for: SquareMetres(3_000_000.004)) == 30_000)
    #expect(LandUnits.needed(for: SquareMetres(3_000_000.006)) == 30_001)
    #expect(LandUnits.needed(for: .zero) == 0)
    #expect(LandUnits.available(in: SquareMetres(3_000_099.99)) == 30_000)
    #expect(LandUnits.available(in: SquareMetres(2_999_999.996)) == 30_000)
    #expect(LandUnits.available(in: SquareMetres(1e300)) == 1_000_000_000_000_000)
  }

  @Test func `a quota of 57 units is 56 for towns of two`() {
    let sum = LandUnits.largestReachable(
      sum: 57, choices: Array(repeating: 2, count: 40), group: Array(0..<40))
    #expect(sum == 56)
  }

  @Test func `one site gives one of its sizes`() {
    #expect(LandUnits.largestReachable(sum: 9, choices: [4, 5, 4], group: [0, 0, 1]) == 9)
    #expect(LandUnits.largestReachable(sum: 10, choices: [4, 5, 4], group: [0, 0, 1]) == 9)
    #expect(LandUnits.largestReachable(sum: 8, choices: [4, 5], group: [0, 0]) == 5)
    #expect(LandUnits.largestReachable(sum: 3, choices: [4, 5], group: [0, 1]) == 0)
    #expect(LandUnits.largestReachable(sum: 3, choices: [], group: []) == 0)
  }

  @Test func `the largest sum is that of trying all`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let groups = (0..<6).map { _ in (0..<3).map { _ in Int64(random.next() % 150) } }
      let limit = Int64(random.next() % 700)
      var sums: Set<Int64> = [0]
      for numbers in groups {
        sums.formUnion(sums.flatMap { sum in numbers.map { sum + $0 } })
      }
      let found = LandUnits.largestReachable(
        sum: limit, choices: groups.flatMap { $0 },
        group: groups.indices.flatMap { [$0, $0, $0] })
      #expect(found == sums.filter { $0 <= limit }.max())
    }
  }
}
