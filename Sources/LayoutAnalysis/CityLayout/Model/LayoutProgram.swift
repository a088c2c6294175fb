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
/// ``LayoutRows`` says which groups need no y_g. ``LayoutSearch`` states the program for a few columns at a
/// time: those that a plan better than the one known could hold.
struct LayoutProgram {
  let program: MixedIntegerProgram
  /// Variable of each column of the instance; nil where the column is left out.
  private let choices: [Int?]

  /// States the whole question.
  init(_ instance: LayoutInstance) { self.init(instance, LayoutRows(instance)) }

  /// States the question of plans made of some columns.
  init(_ instance: LayoutInstance, _ rows: LayoutRows) {
    var program = MixedIntegerProgram(.maximise)
    var choices = [Int?](repeating: nil, count: instance.columnCount)
    let variables = zip(rows.columns, rows.values).map { column, value in
      let choice = program.addChoice(instance.name(ofColumn: column), objective: Double(value))
      choices[column] = choice
      return choice
    }
    Self.add(rows.cliques, variables, to: &program)
    for group in rows.groups {
      let variable = program.addVariable(
        "reach.\(group.number)", from: 0, to: 1, objective: Double(group.weight))
      program.addRow(
        "reach.\(group.number)",
        [(variable: variable, coefficient: 1)]
          + group.members.map { (variable: variables[$0], coefficient: -1) },
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
    let variables = instance.proposals.indices.map {
      program.addChoice(instance.name(ofColumn: $0), objective: weights[$0])
    }
    choices = variables
    var causes: ConflictGraph.Cause = .sameSite
    if kept.contains(.spacing) { causes.insert(.spacing) }
    if kept.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    Self.add(CliqueCover(instance.conflicts.keeping(causes)).cliques, variables, to: &program)
    for rule in instance.rules where kept.contains(rule.constraint) {
      Self.add(rule, choices, named: instance, to: &program)
    }
    self.program = program
  }

  /// Columns that the program chooses among.
  var columnCount: Int { choices.count { $0 != nil } }

  /// The columns a solution chooses, ascending.
  func chosen(in values: [Double]) -> [Int] {
    choices.indices.filter { column in choices[column].map { values[$0] > 0.5 } ?? false }
  }

  private static func add(
    _ cliques: Grouped<Int>, _ choices: [Int], to program: inout MixedIntegerProgram
  ) {
    for clique in 0..<cliques.count {
      program.addRow("clique.\(clique)", sumOf: cliques[clique].map { choices[$0] }, .atMost, 1)
    }
  }

  private static func add(
    _ rule: SumRule, _ choices: [Int?], named instance: LayoutInstance,
    to program: inout MixedIntegerProgram
  ) {
    program.addRow(
      instance.name(of: rule.constraint),
      zip(rule.columns, rule.coefficients).compactMap { column, coefficient in
        choices[column].map { (variable: $0, coefficient: Double(coefficient)) }
      }, rule.isMinimum ? .atLeast : .atMost, Double(rule.limit))
  }
}

extension LayoutInstance {
  /// A variable's name: site, industry and, where there are, size class in hectares.
  func name(ofColumn column: Int) -> String {
    let proposal = proposals[column]
    let size = proposal.sizeClass.map { ".\($0.hectares)" } ?? ""
    return "\(sites[proposal.site].id.text).\(proposal.industry)\(size)"
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
}
