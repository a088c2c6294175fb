import LandModel
import Optimization

/// The layout as a mixed-integer program.
///
/// | | |
/// |---|---|
/// | sets | columns c, cliques C of the conflict graph, rules r, coverage groups g, counties q |
/// | parameters | value v_c, group weight w_g, level e_c (units of the objective), coefficients a_rc and b_rg, limit l_r |
/// | variables | x_c ∈ {0, 1}: the column is chosen; 0 ≤ y_g ≤ 1: the group is reached; E ≥ 0: the least level |
/// | objective | max Σ v_c x_c + Σ w_g y_g + E |
/// | clique | Σ_{c ∈ C} x_c ≤ 1 for each C |
/// | reach | y_g ≤ Σ_{c reaches g} x_c for each g |
/// | rule | Σ a_rc x_c + Σ b_rg y_g ≤ l_r, or ≥ l_r for a minimum |
/// | level | E ≤ Σ_{c in q} e_c x_c for each county q that counts |
///
/// A solver works with tolerances: rows in units of the objective, whose coefficients reach 10⁹, are stated in
/// a coarser unit (a power of two, so that nothing is rounded) and half a unit below their limit, which no
/// whole number of units lies within. What the solver finds is counted again in whole numbers.
///
/// ``LayoutRows`` says which groups need no y_g. ``LayoutSearch`` states the program for a few columns at a
/// time: those that a plan better than the one known could hold.
struct LayoutProgram {
  private(set) var program: MixedIntegerProgram
  /// Variable of each column of the instance; nil where the column is left out.
  private let choices: [Int?]

  /// States the whole question.
  init(_ instance: LayoutInstance) { self.init(instance, LayoutRows(instance)) }

  /// States the question of plans made of some columns.
  ///
  /// - Parameter countsSizes: whether to add what ``SizeCounts`` says, which changes no answer.
  init(
    _ instance: LayoutInstance, _ rows: LayoutRows,
    _ direction: MixedIntegerProgram.Direction = .maximise, countsSizes: Bool = false
  ) {
    var program = MixedIntegerProgram(direction)
    var choices = [Int?](repeating: nil, count: instance.columnCount)
    let variables = zip(rows.columns, rows.values).map { column, value in
      let choice = program.addChoice(instance.name(ofColumn: column), objective: Double(value))
      choices[column] = choice
      return choice
    }
    Self.add(rows.cliques, variables, to: &program)
    var reaches: [Int] = []
    for group in rows.groups {
      let variable = program.addVariable(
        "reach.\(group.number)", from: 0, to: 1, objective: Double(group.weight))
      program.addRow(
        "reach.\(group.number)",
        [(variable: variable, coefficient: 1)]
          + group.members.map { (variable: variables[$0], coefficient: -1) },
        .atMost, 0)
      reaches.append(variable)
    }
    let level = rows.greatestLevel.map { Level(of: $0, in: &program) }
    for row in rows.sums { Self.add(row, variables, reaches, level, to: &program) }
    if countsSizes { SizeCounts(instance, rows)?.add(to: &program, choices: variables) }
    self.choices = choices
    self.program = program
  }

  /// States only whether some rules can be kept together, or how near they let a plan come to another.
  ///
  /// - Parameter rule: a minimum, whose sum becomes greatest, or a maximum, whose sum becomes least; nil
  ///   when nothing is to gain.
  init(
    _ instance: LayoutInstance, keeping kept: Set<LayoutConstraint>, towards rule: SumRule? = nil
  ) {
    var instance = instance
    instance.setRules(instance.rules.filter { kept.contains($0.constraint) })
    instance.values = instance.values.map { _ in 0 }
    for (column, coefficient) in zip(rule?.columns ?? [], rule?.coefficients ?? []) {
      instance.values[column] = coefficient
    }
    let weights = Dictionary(
      uniqueKeysWithValues: zip(rule?.groups ?? [], rule?.groupCoefficients ?? []))
    instance.coverage = instance.coverage.weighing { weights[$0] ?? 0 }
    instance.countsEquity = false
    var causes: ConflictGraph.Cause = .sameSite
    if kept.contains(.spacing) { causes.insert(.spacing) }
    if kept.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    instance.conflicts = instance.conflicts.keeping(causes)
    self.init(
      instance, LayoutRows(instance), rule?.isMinimum ?? true ? .maximise : .minimise)
  }

  /// Leaves out one plan, and no other.
  mutating func exclude(_ plan: [Int]) {
    let chosen = Set(plan)
    program.addRow(
      "not.this.plan",
      choices.indices.compactMap { column in
        choices[column].map { (variable: $0, coefficient: chosen.contains(column) ? -1 : 1) }
      }, .atLeast, Double(1 - plan.count))
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
    _ row: LayoutRows.Sum, _ choices: [Int], _ reaches: [Int], _ level: Level?,
    to program: inout MixedIntegerProgram
  ) {
    let greatest = (row.coefficients + row.groupCoefficients).max() ?? 1
    let scale =
      row.level != 0 ? level?.scale ?? 1 : row.isOfTerm ? Level.power(above: greatest) : 1
    var terms = zip(row.columns, row.coefficients).map { place, coefficient in
      (variable: choices[place], coefficient: Double(coefficient) / scale)
    }
    terms += zip(row.groups, row.groupCoefficients).map { group, coefficient in
      (variable: reaches[group], coefficient: Double(coefficient) / scale)
    }
    if let level, row.level != 0 {
      terms.append(
        (variable: level.variable, coefficient: Double(row.level) * level.scale / scale))
    }
    var limit = Double(row.limit)
    if row.isOfTerm, row.constraint != nil { limit = (limit - 0.5) / scale }
    program.addRow(row.name, terms, row.isMinimum ? .atLeast : .atMost, limit)
  }
}

/// The least level of the counties as a variable from 0 to 1.
private struct Level {
  let variable: Int
  /// Units of the objective in 1.
  let scale: Double

  init(of greatest: Int64, in program: inout MixedIntegerProgram) {
    scale = Self.power(above: greatest)
    variable = program.addVariable(
      "equity", from: 0, to: Double(greatest) / scale, objective: scale)
  }

  /// The least power of two that is no less than a number.
  static func power(above number: Int64) -> Double {
    var power = 1.0
    while power < Double(number) { power *= 2 }
    return power
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
    case .countyMin(let county), .countyMax(let county), .equityMin(let county):
      counties[county].id.text
    case .atLeast(let term): term.name
    case .industryMin(let industry), .industryMax(let industry): industries[industry]
    case .lockedIn(let lock): parameters.lockedIn[lock].site.text
    case .lockedOut(let lock): parameters.lockedOut[lock].site.text
    case .forced(let site): sites[site].id.text
    default: ""
    }
  }
}
