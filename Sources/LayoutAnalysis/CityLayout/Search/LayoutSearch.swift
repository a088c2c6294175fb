import Optimization

/// Finds the best plan and proves it, with the solver only for the columns that are in doubt.
///
/// 1. A plan by greed and exchanges; a bound from prices (``LayoutRelaxation``, ``DualAscent``,
///    ``LagrangianBound``); a second plan by greed at the prices.
/// 2. Columns that no plan above the one known can hold are dropped: the bound of plans with such a column
///    is no higher (reduced-cost fixing).
/// 3. Where many are left, the solver first looks for a plan among those of smallest loss, the core, and
///    columns are dropped again.
/// 4. The solver takes what is left. Its bound holds for every plan above the one known, so the greater of
///    both bounds all plans; if it proves its best, nothing is left to prove.
///
/// The columns of the plan known are in every program, so that none is without a solution. A cutoff would say
/// the same in fewer columns, but with one CBC 2.10.8 failed in an assertion (`OsiClpSolverInterface::crunch`)
/// on programs of the tests.
///
/// Without a plan nothing can be dropped: the program is the whole one, and so is a proof that it has no
/// solution. A question of few columns goes the same way, only without a core.
struct LayoutSearch {
  /// Columns of the core for each town of the plan known.
  private static let coreColumnsPerTown = 20
  /// Parts of the time left that prices and the core may take.
  private static let priceShare = 0.3
  private static let coreShare = 0.5
  /// How often the solver is asked again without a plan that keeps a rule only within its tolerance.
  private static let mostAttempts = 8

  let instance: LayoutInstance
  /// For the whole search; its nodes for each of its programs.
  let limits: SolverLimits
  var solver: any ProgramSolver = CBCSolver()
  /// When the search ends; nil for the limits' seconds from its beginning.
  var deadline: ContinuousClock.Instant?
  /// Up to so many columns a program needs no core to begin with.
  var smallestCore = 400
  /// Of the conflicts, where they are known from a like question.
  var cliques: Grouped<Int>?
  /// Prices of a similar question, by the towns they speak of; nil for none.
  var beginning: LayoutPrices?

  /// Searches column by column, as above.
  ///
  /// - Parameters:
  ///   - plans: plans of a like question; those that keep the rules of this one are begun with.
  ///   - prices: of a like question, where the search for prices begins; of no use for other rows.
  func outcome(
    from plans: [[Int]] = [], at prices: PricePoint? = nil
  ) throws(LayoutError) -> LayoutOutcome {
    let deadline = deadline ?? .now + .seconds(limits.seconds)
    var outcome = try outcome(from: plans, at: prices, until: deadline)
    // Cliques and exchanges end at the deadline without a word.
    if ContinuousClock.now >= deadline { outcome.isCutByClock = true }
    return outcome
  }

  private func outcome(
    from plans: [[Int]], at prices: PricePoint?, until deadline: ContinuousClock.Instant
  ) throws(LayoutError) -> LayoutOutcome {
    let rows = LayoutRows(instance, cliques: cliques, until: deadline)
    var outcome = LayoutOutcome(instance, rows)
    outcome.take(PlanState.byExchanges(for: instance, until: deadline))
    outcome.take(PlanState.byExchanges(for: instance, fromBestOf: plans, until: deadline))
    // Without all cliques nothing is proven but the sum of all there is to gain.
    guard rows.isComplete else { return outcome }
    let relaxation = LayoutRelaxation(instance, rows)
    var ascent = DualAscent(
      relaxation, towards: outcome.plan?.objective,
      from: prices ?? beginning?.point(for: relaxation, names: instance.columnNames))
    let priceDeadline = ContinuousClock.now + (deadline - ContinuousClock.now) * Self.priceShare
    let multipliers = ascent.multipliers(until: priceDeadline)
    let bound = LagrangianBound(relaxation, multipliers)
    outcome.landPrice = landPrice(relaxation, multipliers)
    if ContinuousClock.now >= priceDeadline { outcome.isCutByClock = true }
    outcome.proof = DualProof(
      relaxation: relaxation, rows: rows, multipliers: multipliers, bound: bound)
    outcome.prices = ascent.bestPrices
    outcome.lower(to: bound.units)
    outcome.take(
      PlanState.byExchanges(for: instance, preferring: bound.columnsByValue, until: deadline))
    let core = max(smallestCore, Self.coreColumnsPerTown * (outcome.plan?.chosen.count ?? 0))
    if !outcome.isWithin(limits.gap), bound.columns(above: outcome.plan?.objective).count > core {
      let columns = Array(bound.columnsByLoss.prefix(core))
      let part = try part(columns, rows, share: Self.coreShare, deadline, &outcome)
      outcome.take(part?.plan)
    }
    guard !outcome.isWithin(limits.gap) else { return outcome }
    let columns = bound.columns(above: outcome.plan?.objective)
    if let plan = outcome.plan, columns.isEmpty {
      // A better plan would hold none of the columns: it would be the empty one, which brings nothing.
      outcome.lower(to: plan.objective)
      return outcome
    }
    guard let part = try part(columns, rows, share: 1, deadline, &outcome) else { return outcome }
    outcome.residual = part.residual
    outcome.take(part)
    return outcome
  }

  /// Gives the whole program to the solver, without a bound of our own.
  func outcomeOfWholeProgram() throws(LayoutError) -> LayoutOutcome {
    let deadline = deadline ?? .now + .seconds(limits.seconds)
    let rows = LayoutRows(instance, until: deadline)
    var outcome = LayoutOutcome(instance, rows)
    guard rows.isComplete else {
      outcome.take(PlanState.byExchanges(for: instance, until: deadline))
      outcome.isCutByClock = true
      return outcome
    }
    let all = Array(0..<instance.columnCount)
    // As it stands: what the solver alone makes of the question.
    guard
      let part = try part(all, rows, share: 1, countsSizes: false, deadline, &outcome)
    else { return outcome }
    outcome.take(part)
    if outcome.status == .feasible || outcome.status == .unknown {
      outcome.take(PlanState.byExchanges(for: instance))
    }
    return outcome
  }

  /// Units of the objective that a unit of land costs at the prices; nil without a land quota.
  private func landPrice(_ relaxation: LayoutRelaxation, _ prices: Multipliers) -> Double? {
    guard instance.parameters.landQuota != nil else { return nil }
    return relaxation.landRow.map {
      Double(prices.rows[$0]) / Double(Multipliers.stepsPerUnit)
    } ?? 0
  }

  /// What the solver says about plans made of some columns and those of the plan known.
  ///
  /// - Parameters:
  ///   - rows: of all columns.
  ///   - share: of the time left.
  ///   - countsSizes: whether to add ``SizeCounts``.
  /// - Returns: nil when there is no time left, or the solver failed.
  private func part(
    _ columns: [Int], _ rows: LayoutRows, share: Double, countsSizes: Bool = true,
    _ deadline: ContinuousClock.Instant, _ outcome: inout LayoutOutcome
  ) throws(LayoutError) -> PartAnswer? {
    let all = Set(columns).union(outcome.plan?.chosen ?? []).sorted()
    var program = LayoutProgram(
      instance, all.count == rows.columns.count ? rows : LayoutRows(instance, among: all),
      countsSizes: countsSizes)
    let end = ContinuousClock.now + .seconds(share * ((deadline - .now) / .seconds(1)))
    var answer: PartAnswer?
    for _ in 0..<Self.mostAttempts {
      var limits = limits
      limits.seconds = (end - .now) / .seconds(1)
      guard limits.seconds > 0 else {
        outcome.isCutByClock = true
        return answer
      }
      do throws(SolverError) {
        let solution = try solver.solve(program.program, limits: limits)
        outcome.count(nodes: solution.nodes)
        let isThrough = solution.status != .feasible && solution.status != .unknown
        if !isThrough, solution.nodes < limits.nodes ?? .max { outcome.isCutByClock = true }
        let found = PartAnswer(instance, program, solution, gap: limits.gap)
        answer = found
        guard let broken = found.broken else { return answer }
        program.exclude(broken)
      } catch {
        // A plan with a bound of our own is worth more than the failure that kept the solver from more.
        guard error.isOfOneProgram, outcome.plan != nil else { throw LayoutError(error) }
        outcome.note(failure: error.message)
        return nil
      }
    }
    return answer
  }
}

extension LayoutOutcome {
  /// Takes an answer about all plans above the one there is.
  fileprivate mutating func take(_ part: PartAnswer) {
    take(part.plan)
    if let bound = part.bound { lower(to: bound) }
    if part.isInfeasible, plan == nil { fail() }
  }
}

/// The solver's answer about plans made of some columns.
private struct PartAnswer {
  let plan: PlanState?
  /// In units; nil when nothing is proven.
  let bound: Int64?
  let isInfeasible: Bool
  let residual: LayoutCertificate.Residual
  /// Columns of a plan that the solver's tolerance let pass and whole numbers do not.
  let broken: [Int]?

  /// - Parameter gap: what the solver was allowed to leave unproven.
  init(
    _ instance: LayoutInstance, _ program: LayoutProgram, _ solution: MIPSolution, gap: Double
  ) {
    let found = solution.objective.map { _ in
      PlanState(instance, choosing: program.chosen(in: solution.values))
    }
    let plan = found.flatMap { $0.isFeasible ? $0 : nil }
    self.plan = plan
    broken = plan == nil ? found?.chosen : nil
    isInfeasible = solution.status == .infeasible
    if let plan, solution.status == .optimal, gap == 0 {
      bound = plan.objective
    } else {
      bound = solution.bound.map(Self.wholeUnits)
    }
    residual = LayoutCertificate.Residual(
      columns: program.columnCount, status: solution.status.rawValue, bound: bound)
  }

  /// Every objective is a whole number of units, so a bound may be rounded down to one; what the
  /// solver's tolerance may hide is added before.
  private static func wholeUnits(_ bound: Double) -> Int64 {
    Int64(min(max(-0x1p62, (bound + 1e-6 * max(1, abs(bound))).rounded(.down)), 0x1p62))
  }
}
