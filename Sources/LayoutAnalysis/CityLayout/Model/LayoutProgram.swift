import LandModel
import Optimization

/// The layout as a mixed-integer program.
///
/// | | |
/// |---|---|
/// | sets | columns c, cliques C of the conflict graph, rules r, coverage groups g |
/// | parameters | value vᶜ, group weight w_g (units of the objective), coefficient a_rc, limit l_r |
/// | variables | x_c ∈ {0, 1}: the column is chosen; 0 ≤ y_g ≤ 1: the group is reached |
/// | objective | max Σ v_c x_c + Σ w_g y_g |
/// | clique | Σ_{c ∈ C} x_c ≤ 1 for each C |
/// | reach | y_g ≤ Σ_{c reaches g} x_c for each g |
/// | rule | Σ a_rc x_c ≤ l_r, or ≥ l_r for a minimum |
///
/// A group whose columns all lie in one clique needs no y_g: at most one of them is chosen, so w_g joins
/// the value of each.
struct LayoutProgram {
  let program: MixedIntegerProgram
  /// Variable of each column.
  private let choices: [Int]

  /// States the whole question.
  init(_ instance: LayoutInstance) {
    var program = MixedIntegerProgram(.maximise)
    var values = instance.values
    var open: [Int] = []
    for group in instance.coverage.weights.indices {
      let columns = instance.coverage.columns[group]
      if instance.excludeEachOther(columns) {
        for column in columns { values[column] += instance.coverage.weights[group] }
      } else {
        open.append(group)
      }
    }
    let choices = instance.proposals.indices.map {
      program.addChoice(instance.name(ofColumn: $0), objective: Double(values[$0]))
    }
    Self.addCliques(of: instance.conflicts, choices, to: &program)
    for group in open {
      let variable = program.addVariable(
        "reach.\(group)", from: 0, to: 1, objective: Double(instance.coverage.weights[group]))
      program.addRow(
        "reach.\(group)",
        [(variable: variable, coefficient: 1)]
          + instance.coverage.columns[group].map { (variable: choices[$0], coefficient: -1) },
        .atMost, 0)
    }
    self.choices = choices
    for rule in instance.rules { Self.add(rule, choices, named: instance, to: &program) }
    self.program = program
  }

  /// States only whether some rules can be kept together, or how near they let a plan come to another.
  ///
  /// - Parameter rule: a minimum, whose sum becomes greatest, or a maximum, whose sum becomes least; nil
  ///   when nothing is to gain.
  init(
    _ instance: LayoutInstance, keeping kept: Set<LayoutConstraint>, towards rule: SumRule? = nil
  ) {
    var program = MixedIntegerProgram(rule?.isMinimum ?? true ? .maximise : .minimise)
    var weights = [Double](repeating: 0, count: instance.columnCount)
    for (column, coefficient) in zip(rule?.columns ?? [], rule?.coefficients ?? []) {
      weights[column] = Double(coefficient)
    }
    choices = instance.proposals.indices.map {
      program.addChoice(instance.name(ofColumn: $0), objective: weights[$0])
    }
    var causes: ConflictGraph.Cause = .sameSite
    if kept.contains(.spacing) { causes.insert(.spacing) }
    if kept.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    Self.addCliques(of: instance.conflicts.keeping(causes), choices, to: &program)
    for rule in instance.rules where kept.contains(rule.constraint) {
      Self.add(rule, choices, named: instance, to: &program)
    }
    self.program = program
  }

  /// The columns a solution chooses, ascending.
  func chosen(in values: [Double]) -> [Int] {
    choices.indices.filter { values[choices[$0]] > 0.5 }
  }

  private static func addCliques(
    of graph: ConflictGraph, _ choices: [Int], to program: inout MixedIntegerProgram
  ) {
    let cliques = CliqueCover(graph).cliques
    for clique in 0..<cliques.count {
      program.addRow("clique.\(clique)", sumOf: cliques[clique].map { choices[$0] }, .atMost, 1)
    }
  }

  private static func add(
    _ rule: SumRule, _ choices: [Int], named instance: LayoutInstance,
    to program: inout MixedIntegerProgram
  ) {
    program.addRow(
      instance.name(of: rule.constraint),
      zip(rule.columns, rule.coefficients).map {
        (variable: choices[$0], coefficient: Double($1))
      }, rule.isMinimum ? .atLeast : .atMost, Double(rule.limit))
  }
}

extension LayoutInstance {
  /// A variable's name: site and industry.
  func name(ofColumn column: Int) -> String {
    "\(sites[proposals[column].site].id.text).\(proposals[column].industry)"
  }

  /// A row's name: code and subject.
  func name(of constraint: LayoutConstraint) -> String {
    let subject = subject(of: constraint)
    return subject.isEmpty ? constraint.code : "\(constraint.code).\(subject)"
  }

  /// The county, industry or site a constraint is about; empty for a citywide one.
  func subject(of constraint: LayoutConstraint) -> String {
    switch constraint {
    case .countyMin(let county), .countyMax(let county): counties[county].id.text
    case .industryMin(let industry), .industryMax(let industry): industries[industry]
    case .lockedIn(let lock): parameters.lockedIn[lock].site.text
    case .lockedOut(let lock): parameters.lockedOut[lock].site.text
    default: ""
    }
  }

  /// Whether at most one of some columns can be chosen.
  ///
  /// - Complexity: O(n²) in the columns, at most one pair beyond the first that may stand together.
  func excludeEachOther(_ columns: ArraySlice<Int>) -> Bool {
    for (place, left) in columns.enumerated() {
      for right in columns.dropFirst(place + 1) where conflicts.position(left, right) == nil {
        return false
      }
    }
    return true
  }
}
