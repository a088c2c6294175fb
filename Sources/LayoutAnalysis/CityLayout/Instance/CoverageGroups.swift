import LandModel
import SpatialIndex

/// Resources with the same reach, taken together.
///
/// With shares s₁ ≥ s₂ ≥ … at radii r₁ < r₂ < …, the best share reached of a resource is the sum over
/// the rings j of sⱼ − sⱼ₊₁ for each rⱼ within which a town lies: so each ring is plain coverage with
/// the difference as its weight, and rings that the same columns reach are one group. Differences are
/// taken between whole units, so that they add up to the units of the best share.
struct CoverageGroups: Sendable, Equatable {
  /// One entry per group, above zero, in units of the objective.
  private(set) var weights: [Int64]
  /// For each rule of the parameters the part of each group's weight that is due to it.
  private let weightsOfRule: [[Int64]]
  /// For each group the columns that reach it, ascending, at least one.
  let columns: Grouped<Int>
  /// For each column the groups it reaches, ascending.
  let groupsOfColumn: Grouped<Int>

  init(
    _ parameters: LayoutParameters, sites: [Site], resources: [ResourcePoint],
    scale: ObjectiveScale, columnsOfSite: Grouped<Int>, industryOfColumn: [Int],
    industries: [String]
  ) {
    let rules = Dictionary(
      uniqueKeysWithValues: parameters.coverage.enumerated().map {
        ($1.category, (number: $0, rule: $1))
      })
    let tree = BoxTree(sites.map { BoundingBox(around: $0.seed) })
    var numbers: [[Int]: Int] = [:]
    var weights: [Int64] = []
    var shares: [(rule: Int, group: Int, weight: Int64)] = []
    var columns = Grouped<Int>()
    for resource in resources {
      guard let (number, rule) = rules[resource.category],
        let reach = rule.rings.last?.radius
      else { continue }
      let allowed = rule.industries.map { names in industries.map { names.contains($0) } }
      let near = tree.rows(
        meeting: BoundingBox(around: resource.position).expanded(by: reach.value))
      for (ring, radius) in rule.rings.map(\.radius).enumerated() {
        let next = ring + 1 < rule.rings.count ? rule.rings[ring + 1].share : .zero
        let weight =
          scale.units(scale.coverage(of: resource, by: rule, share: rule.rings[ring].share))
          - scale.units(scale.coverage(of: resource, by: rule, share: next))
        guard weight > 0 else { continue }
        var reached: [Int] = []
        for site in near where sites[site].seed.distance(to: resource.position) <= radius.value {
          for column in columnsOfSite[site] where allowed?[industryOfColumn[column]] ?? true {
            reached.append(column)
          }
        }
        guard !reached.isEmpty else { continue }
        reached.sort()
        shares.append((number, numbers[reached] ?? weights.count, weight))
        if let known = numbers[reached] {
          weights[known] += weight
        } else {
          numbers[reached] = weights.count
          weights.append(weight)
          columns.append(reached)
        }
      }
    }
    self.weights = weights
    var weightsOfRule = parameters.coverage.map { _ in weights.map { _ in Int64(0) } }
    for share in shares { weightsOfRule[share.rule][share.group] += share.weight }
    self.weightsOfRule = weightsOfRule
    self.columns = columns
    groupsOfColumn = Grouped(
      groupCount: industryOfColumn.count,
      weights.indices.flatMap { group in columns[group].map { (group: $0, element: group) } })
  }

  /// The weight of each group that is due to some of the rules.
  func weights(where counts: (Int) -> Bool) -> [Int64] {
    var sums = [Int64](repeating: 0, count: columns.count)
    for (rule, weights) in weightsOfRule.enumerated() where counts(rule) {
      for group in sums.indices { sums[group] += weights[group] }
    }
    return sums
  }

  /// The same groups with the weights that are due to some of the rules; a weight may be zero.
  func counting(where counts: (Int) -> Bool) -> CoverageGroups {
    let weights = weights(where: counts)
    return weighing { weights[$0] }
  }

  /// The same groups with other weights.
  func weighing(_ weight: (Int) -> Int64) -> CoverageGroups {
    var other = self
    other.weights = weights.indices.map(weight)
    return other
  }
}

extension BoundingBox {
  /// The box of a single position.
  fileprivate init(around position: XY) {
    self.init(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
  }
}
