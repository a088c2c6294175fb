import LandModel
import Optimization

/// The rules as a program in which some may give way, at a price.
///
/// | | |
/// |---|---|
/// | variables | x_c ∈ {0, 1}: the column is chosen; s_r ≥ 0 for each rule that may give way |
/// | objective | min Σ s_r / l_r over counts, + the share s_r for amounts and spacings |
/// | a plan | Σ x_c ≥ 1 |
/// | count | Σ x_c ≥ l_r − s_r for a minimum, ≤ l_r + s_r for a maximum; s_r whole |
/// | land, money | Σ a_c x_c ≤ l_r (1 + s_r) |
/// | points of a term, level of a county | Σ a_c x_c + Σ b_g y_g ≥ l_r (1 − s_r), y_g as in ``LayoutProgram`` |
/// | spacing | s ≥ ρ_cd (x_c + x_d − 1) with ρ_cd = (d_min − distance) / d_min for each pair too near |
/// | lock | Σ x_c ≥ 1 − s_r, or ≤ s_r; s_r ∈ {0, 1} |
///
/// So each rule is measured by its own limit; a lock that goes counts as much as a limit given up in full. The
/// counties' levels share one s_r, for one number of the planner holds them all. A limit of 0 towns is measured
/// by one town, a land quota of 0 by the smallest town. For spacing the pairs of a column c and a site j share a
/// row, Σ_{d ∈ j} ρ_cd x_d − M (1 − x_c) ≤ s with M the greatest of ρ_cd, because one column at most is chosen
/// there.
struct ElasticProgram {
  let program: MixedIntegerProgram
  private let choices: [Int]

  /// Nil when the cliques of what holds are not found before the deadline.
  ///
  /// - Parameters:
  ///   - elastic: the rules that may give way; all others hold.
  ///   - deadline: nil for no limit.
  init?(
    _ instance: LayoutInstance, _ spacings: ElasticSpacings, elastic: Set<LayoutConstraint>,
    until deadline: ContinuousClock.Instant? = nil
  ) {
    var program = MixedIntegerProgram(.minimise)
    let choices = instance.proposals.indices.map {
      program.addChoice(instance.name(ofColumn: $0))
    }
    self.choices = choices
    // No town breaks no maximum, and is no plan: whoever asks for one wants to know what it takes.
    program.addRow("towns.one", sumOf: choices, .atLeast, 1)
    var isElastic = elastic
    if spacings.isLeftOut { isElastic.subtract([.spacing, .industrySpacing]) }
    let hard = Self.hardConflicts(instance, spacings, isElastic)
    let cover = CliqueCover(hard, until: deadline)
    guard cover.isComplete else { return nil }
    let cliques = cover.cliques
    for clique in 0..<cliques.count {
      program.addRow(
        "clique.\(clique)", sumOf: cliques[clique].map { choices[$0] }, .atMost, 1)
    }
    for constraint in [LayoutConstraint.spacing, .industrySpacing]
    where isElastic.contains(constraint) {
      Self.add(constraint, instance, spacings, choices, to: &program)
    }
    let reaches = Self.reaches(instance, choices, in: &program)
    var slacks: [String: Int] = [:]
    for rule in instance.rules {
      Self.add(
        rule, isElastic: isElastic.contains(rule.constraint), instance, choices, reaches, &slacks,
        to: &program)
    }
    self.program = program
  }

  /// The columns a solution chooses, ascending.
  func chosen(in values: [Double]) -> [Int] { choices.indices.filter { values[choices[$0]] > 0.5 } }

  /// The pairs that exclude each other whatever gives way.
  private static func hardConflicts(
    _ instance: LayoutInstance, _ spacings: ElasticSpacings, _ elastic: Set<LayoutConstraint>
  ) -> ConflictGraph {
    var causes: ConflictGraph.Cause = .sameSite
    if !elastic.contains(.spacing) { causes.insert(.spacing) }
    if !elastic.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    let graph = instance.conflicts
    // Without a spacing that gives way the graph is what holds, and its pairs may be too many to list.
    guard elastic.contains(.spacing) || elastic.contains(.industrySpacing) else { return graph }
    let overlapping = Set(
      spacings.pairs.filter(\.overlaps).map { $0.left * graph.columnCount + $0.right })
    var edges: [ConflictGraph.Edge] = []
    for left in 0..<graph.columnCount {
      for edge in graph.edges(of: left) where edge.column > left {
        guard
          !edge.cause.isDisjoint(with: causes)
            || overlapping.contains(left * graph.columnCount + edge.column)
        else { continue }
        edges.append(
          ConflictGraph.Edge(left: Int32(left), right: Int32(edge.column), cause: edge.cause))
      }
    }
    return ConflictGraph(columnCount: graph.columnCount, edges: edges)
  }

  private static func add(
    _ constraint: LayoutConstraint, _ instance: LayoutInstance, _ spacings: ElasticSpacings,
    _ choices: [Int], to program: inout MixedIntegerProgram
  ) {
    guard let cause = constraint.cause else { return }
    let limit = instance.spacing(constraint)
    // Pairs come by left column and right, so those with one site stand together.
    var rows: [(column: Int, site: Int, terms: [(variable: Int, coefficient: Double)])] = []
    for pair in spacings.pairs where pair.cause.contains(cause) && !pair.overlaps {
      let site = instance.proposals[pair.right].site
      let term = (
        variable: choices[pair.right],
        coefficient: ElasticSpacings.lowering(of: limit, to: pair.distance)
      )
      if let last = rows.last, last.column == pair.left, last.site == site {
        rows[rows.count - 1].terms.append(term)
      } else {
        rows.append((pair.left, site, [term]))
      }
    }
    guard !rows.isEmpty else { return }
    let name = instance.name(of: constraint)
    let slack = program.addVariable("give.\(name)", from: 0, to: 1, objective: 1)
    for row in rows {
      let most = row.terms.map(\.coefficient).max() ?? 0
      program.addRow(
        "\(name).\(instance.name(ofColumn: row.column)).\(row.site)",
        row.terms + [
          (variable: choices[row.column], coefficient: most),
          (variable: slack, coefficient: -1),
        ], .atMost, most)
    }
  }

  /// For each coverage group that a rule counts its variable: reached or not.
  private static func reaches(
    _ instance: LayoutInstance, _ choices: [Int], in program: inout MixedIntegerProgram
  ) -> [Int: Int] {
    var reaches: [Int: Int] = [:]
    for group in Set(instance.rules.flatMap(\.groups)).sorted() {
      let variable = program.addVariable("reach.\(group)", from: 0, to: 1)
      program.addRow(
        "reach.\(group)",
        [(variable: variable, coefficient: 1)]
          + instance.coverage.columns[group].map { (variable: choices[$0], coefficient: -1) },
        .atMost, 0)
      reaches[group] = variable
    }
    return reaches
  }

  private static func add(
    _ rule: SumRule, isElastic: Bool, _ instance: LayoutInstance, _ choices: [Int],
    _ reaches: [Int: Int], _ slacks: inout [String: Int], to program: inout MixedIntegerProgram
  ) {
    let name = instance.name(of: rule.constraint)
    let limit = isElastic ? instance.statedLimit(of: rule) : rule.limit
    // A maximum that nothing reaches need not give way, and may be a limit beyond any number.
    guard rule.isMinimum || limit < rule.coefficients.reduce(0, +) else { return }
    let isAmount = rule.constraint.isAmount
    let unit = Double(instance.reliefUnit(of: rule))
    // Amounts by their limit, so that rows of money and points have numbers like the others.
    let scale = isAmount ? unit : 1
    var terms = zip(rule.columns, rule.coefficients).map {
      (variable: choices[$0], coefficient: Double($1) / scale)
    }
    terms += zip(rule.groups, rule.groupCoefficients).compactMap { group, coefficient in
      reaches[group].map { (variable: $0, coefficient: Double(coefficient) / scale) }
    }
    if isElastic {
      let stated = rule.constraint.isOfEquity ? rule.constraint.code : name
      let slack =
        slacks[stated]
        ?? program.addVariable(
          "give.\(stated)", from: 0,
          to: isAmount
            ? (rule.isMinimum ? 1 : .infinity)
            : Double(rule.isMinimum ? Int(limit) : rule.columns.count),
          isInteger: !isAmount, objective: isAmount ? 1 : 1 / unit)
      slacks[stated] = slack
      terms.append((slack, rule.isMinimum ? 1 : -1))
    }
    // Half a unit of the objective lies within the tolerance of a solver, and within no whole number.
    let side = Double(limit) - (rule.constraint.isOfTerm && !isElastic ? 0.5 : 0)
    program.addRow(name, terms, rule.isMinimum ? .atLeast : .atMost, side / scale)
  }
}

extension LayoutConstraint {
  /// Whether its sum is an amount of land, money or points, and no count.
  var isAmount: Bool {
    switch self {
    case .land, .construction, .budget, .atLeast, .equityMin: true
    default: false
    }
  }
}

extension LayoutInstance {
  /// The limit as the planner stated it, in the unit of the coefficients: a quota of land or money that is
  /// not yet lowered to what sums can reach.
  func statedLimit(of rule: SumRule) -> Int64 {
    switch rule.constraint {
    case .land: parameters.landQuota.map(LandUnits.available) ?? rule.limit
    case .construction: parameters.constructionQuota.map(LandUnits.available) ?? rule.limit
    case .budget: parameters.budget.map(MoneyUnits.available) ?? rule.limit
    default: rule.limit
    }
  }

  /// What a change of a rule's limit is measured by: the limit, or the smallest step from a limit of 0.
  func reliefUnit(of rule: SumRule) -> Int64 {
    let limit = statedLimit(of: rule)
    guard limit <= 0 else { return limit }
    return rule.constraint.isAmount ? max(1, rule.coefficients.filter { $0 > 0 }.min() ?? 1) : 1
  }
}
