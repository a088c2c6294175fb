import LandModel
import LayoutAnalysis

extension SampleRun {
  /// How the sample's counties share; one of them has no boundary offered.
  static var equity: CountyShares {
    let counties = [
      ("431022", "宜章县", 600_000.0), ("431026", "汝城县", 400_000), ("431027", "桂东县", 200_000),
    ]
    return CountyShares(
      rule: EquityRule(weight: 20, of: .area, per: .population),
      counties: counties.enumerated().map { number, county in
        let share = number < 2 ? county.2 / 500_000 : nil
        let value = number < 2 ? 2.89 : 0
        return CountyShare(
          county: County(id: FeatureID(county.0), name: county.1, population: county.2),
          value: value, fairShare: share, level: share.map { value / $0 })
      })
  }

  /// Three plans, the last without a finished proof.
  static var front: ParetoFront {
    func point(_ chosen: [Int], _ first: Double, _ second: Double, bound: Double) -> ParetoPoint {
      ParetoPoint(
        chosen: chosen, first: first, second: second, bound: bound, atLeast: second,
        gap: Ratio((bound - first) / first), isProven: bound == first,
        townsInCommon: Set(chosen).intersection([0, 3]).count)
    }
    return ParetoFront(
      first: .suitability, second: .category("scenic"),
      points: [
        point([0, 3], 131.5, 12.25, bound: 131.5), point([0, 1], 120, 20, bound: 120),
        point([2, 1], 80.5, 31, bound: 84.525),
      ],
      isComplete: false, searches: 9, planFirst: 131.5, planSecond: 12.25)
  }
}
