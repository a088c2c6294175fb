import LandModel

extension DelimitationParameters {
  /// Everything that is out of its range, in a fixed order; empty when the question can be asked.
  package var problems: [ParameterProblem] {
    lengthProblems + areaProblems + sizeProblems + followProblems + factorProblems
      + industryProblems
  }

  /// Cells in a town's window at most; finer cells cost memory and time and tell nothing new.
  static let mostCellsInWindow = 100_000.0

  private var lengthProblems: [ParameterProblem] {
    var found: [ParameterProblem] = []
    if !(cellSize.value.isFinite && cellSize.value > 0) {
      found.append(.positive("cell-size", "\(cellSize.value) m"))
    }
    if !(compactness.value.isFinite && compactness.value >= 0) {
      found.append(.notNegative("compactness", "\(compactness.value)"))
    }
    if !(reach.value >= 1 && reach.value <= 10) {
      found.append(.between("reach", "\(reach.value)", 1, 10))
    }
    if !(seedTolerance.value.isFinite && seedTolerance.value >= 0) {
      found.append(.notNegative("seed-tolerance", "\(seedTolerance.value) m"))
    }
    if let steepest = steepestBuildingDegrees, !(steepest >= 0 && steepest <= 90) {
      found.append(.between("steepest-building-slope", "\(steepest)", 0, 90))
    }
    if proofNodes < 0 { found.append(.notNegative("proof-nodes", "\(proofNodes)")) }
    if let parcels, !(parcels.gap.value >= 0 && parcels.gap.value <= 10) {
      found.append(.between("units.gap", "\(parcels.gap.value) m", 0, 10))
    }
    if let parcels, !(parcels.areaTolerance.value >= 0 && parcels.areaTolerance.value <= 1) {
      found.append(.between("units.area-tolerance", "\(parcels.areaTolerance.value)", 0, 1))
    }
    if case .paying(let price) = sizing, !(price.value >= 0 && price.value <= 1) {
      found.append(.between("price-of-land", "\(price.value)", 0, 1))
    }
    return found
  }

  private var areaProblems: [ParameterProblem] {
    var found = problems(of: areas)
    for industry in industries {
      if let areas = industry.areas {
        found += problems(of: areas, at: "industries.\(industry.key).")
      }
    }
    return found
  }

  private func problems(of areas: TownAreas, at path: String = "") -> [ParameterProblem] {
    var found: [ParameterProblem] = []
    for (name, range) in [
      ("town-area", areas.town), ("construction-area", areas.construction),
    ] {
      let isOrdered =
        range.smallest > .zero && range.smallest <= range.wanted && range.wanted <= range.largest
        && range.largest.value.isFinite
      if !isOrdered { found.append(.ordered("\(path)\(name)", range)) }
    }
    guard found.isEmpty, cellSize.value.isFinite, cellSize.value > 0 else { return found }
    let cell = HexagonLattice(cellSize: cellSize).cellArea
    let largest = max(
      areas.town.wanted, sizing == .wanted ? sizes.max() ?? .zero : areas.town.largest)
    if !(reach.value * reach.value * largest.value / cell.value <= Self.mostCellsInWindow) {
      found.append(
        ParameterProblem(
          parameter: "cell-size", value: "\(cellSize.value) m",
          requirement: LocalizedText(
            english: "large enough that a town's window holds at most 100 000 cells",
            chinese: "应足够大，使每个小镇的搜索窗口不超过 100 000 个单元")))
    }
    if cell.value * 4 > min(areas.town.smallest.value, areas.construction.smallest.value) {
      found.append(
        ParameterProblem(
          parameter: "cell-size", value: "\(cellSize.value) m",
          requirement: LocalizedText(
            english: "small enough that the smallest town and construction area hold four cells",
            chinese: "应足够小，使最小的小镇面积和建设用地面积至少包含四个单元")))
    }
    return found
  }

  private var factorProblems: [ParameterProblem] {
    var found: [ParameterProblem] = []
    var names: Set<String> = []
    for factor in factors {
      let path = "suitability.\(factor.name)"
      if !names.insert(factor.name).inserted {
        found.append(.unique("suitability", factor.name))
      }
      switch factor.source {
      case .resource(_, let decay):
        if !decay.half.isPositive { found.append(.positive(path, "\(decay.half.value) m")) }
      case .settlement(let decay, let saturation):
        if !decay.half.isPositive { found.append(.positive(path, "\(decay.half.value) m")) }
        if !(saturation.isFinite && saturation > 0) {
          found.append(.positive(path, "\(saturation)"))
        }
      case .access(_, let full, let none):
        if !(full.value >= 0 && none > full && none.value.isFinite) {
          found.append(
            ParameterProblem(
              parameter: path, value: "\(full.value) m … \(none.value) m",
              requirement: LocalizedText(
                english: "0 ≤ full < none", chinese: "应满足 0 ≤ full < none")))
        }
      case .relief(let classes):
        let bounds = classes.map(\.upToDegrees)
        let isRising = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
        if !isRising || !classes.allSatisfy({ (0...1).contains($0.value.value) }) {
          found.append(
            ParameterProblem(
              parameter: path, value: bounds.map { "\($0)" }.joined(separator: ", "),
              requirement: LocalizedText(
                english: "classes by rising slope, values 0 to 1",
                chinese: "坡度分级应递增，取值应在 0 至 1 之间")))
        }
      }
    }
    return found
  }

  private var industryProblems: [ParameterProblem] {
    let names = Set(factors.map(\.name))
    var found: [ParameterProblem] = []
    var keys: Set<String> = []
    for industry in industries {
      let path = "industries.\(industry.key)"
      if !keys.insert(industry.key).inserted {
        found.append(.unique("industries", industry.key))
      }
      for weight in industry.weights {
        if !names.contains(weight.factor) {
          found.append(
            ParameterProblem(
              parameter: path, value: weight.factor,
              requirement: LocalizedText(
                english: "the name of a factor", chinese: "应为已定义的适宜性因子名称")))
        }
        if !(weight.weight.isFinite && weight.weight >= 0) {
          found.append(.notNegative("\(path).\(weight.factor)", "\(weight.weight)"))
        }
      }
      if !(industry.weights.reduce(0) { $0 + max($1.weight, 0) } > 0) {
        found.append(
          ParameterProblem(
            parameter: path, value: "0",
            requirement: LocalizedText(
              english: "at least one weight above zero", chinese: "至少一个权重应大于零")))
      }
    }
    return found
  }
}

extension Metres {
  fileprivate var isPositive: Bool { value.isFinite && value > 0 }
}

extension ParameterProblem {
  fileprivate static func positive(_ parameter: String, _ value: String) -> ParameterProblem {
    ParameterProblem(
      parameter: parameter, value: value,
      requirement: LocalizedText(english: "above zero", chinese: "应大于零"))
  }

  fileprivate static func notNegative(_ parameter: String, _ value: String) -> ParameterProblem {
    ParameterProblem(
      parameter: parameter, value: value,
      requirement: LocalizedText(english: "zero or more", chinese: "不应为负"))
  }

  fileprivate static func between(
    _ parameter: String, _ value: String, _ low: Double, _ high: Double
  ) -> ParameterProblem {
    ParameterProblem(
      parameter: parameter, value: value,
      requirement: LocalizedText(
        english: "between \(low) and \(high)", chinese: "应在 \(low) 与 \(high) 之间"))
  }

  fileprivate static func unique(_ parameter: String, _ value: String) -> ParameterProblem {
    ParameterProblem(
      parameter: parameter, value: value,
      requirement: LocalizedText(english: "named only once", chinese: "名称不得重复"))
  }

  fileprivate static func ordered(_ parameter: String, _ range: AreaRange) -> ParameterProblem {
    let values = [range.smallest, range.wanted, range.largest].map { "\($0.value) m2" }
    return ParameterProblem(
      parameter: parameter, value: values.joined(separator: ", "),
      requirement: LocalizedText(
        english: "0 < smallest ≤ wanted ≤ largest", chinese: "应满足 0 < 最小 ≤ 目标 ≤ 最大"))
  }
}
