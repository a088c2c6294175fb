extension PlanState {
  /// A plan found greedily and improved by exchanges; nil when greed misses a minimum.
  ///
  /// Shortages come first: while a minimum is missed, only columns that count towards one may join. Ties
  /// go to the column of lower number.
  ///
  /// - Parameter deadline: when exchanges end; nil for no limit.
  static func byExchanges(
    for instance: LayoutInstance, rounds: Int = 20,
    until deadline: ContinuousClock.Instant? = nil
  ) -> PlanState? {
    var state = PlanState(instance)
    while let column = state.nextByGreed() { state.insert(column) }
    guard state.isFeasible else { return nil }
    state.improve(rounds: rounds, until: deadline)
    return state
  }

  /// A plan of columns taken in a given order and improved by exchanges; nil when that misses a minimum.
  ///
  /// Shortages come first, as they do for greed.
  static func byExchanges(
    for instance: LayoutInstance, preferring order: [Int], rounds: Int = 20,
    until deadline: ContinuousClock.Instant? = nil
  ) -> PlanState? {
    var state = PlanState(instance)
    for column in order {
      let short = state.shortages
      guard !short.isEmpty else { break }
      if state.admits(column),
        short.contains(where: { state.contribution(of: column, to: $0.rule) > 0 })
      {
        state.insert(column)
      }
    }
    guard state.isFeasible else { return nil }
    for column in order where state.admits(column) && state.gain(of: column) > 0 {
      state.insert(column)
    }
    state.improve(rounds: rounds, until: deadline)
    return state
  }

  /// The best of some plans that keep the rules, improved by exchanges; nil when none does.
  static func byExchanges(
    for instance: LayoutInstance, fromBestOf plans: [[Int]], rounds: Int = 20,
    until deadline: ContinuousClock.Instant? = nil
  ) -> PlanState? {
    var best: PlanState?
    for plan in plans {
      let state = PlanState(instance, choosing: plan)
      if state.isFeasible, state.objective > best?.objective ?? .min { best = state }
    }
    best?.improve(rounds: rounds, until: deadline)
    return best
  }

  private mutating func improve(rounds: Int, until deadline: ContinuousClock.Instant?) {
    for _ in 0..<rounds {
      if let deadline, ContinuousClock.now >= deadline { return }
      guard let exchange = bestExchange(until: deadline), exchange.gain > 0 else { return }
      remove(exchange.outgoing)
      insert(exchange.incoming)
      while let column = nextByGreed() { insert(column) }
    }
  }

  private func nextByGreed() -> Int? {
    let short = shortages
    var best: Int?
    var most: (filled: Int, gain: Int64) = (0, 0)
    for column in 0..<instance.columnCount where admits(column) {
      let filled = short.count { contribution(of: column, to: $0.rule) > 0 }
      guard short.isEmpty || filled > 0 else { continue }
      let worth = (filled: filled, gain: gain(of: column))
      if best == nil || worth > most { (best, most) = (column, worth) }
    }
    return most.gain > 0 || most.filled > 0 ? best : nil
  }

  private mutating func bestExchange(until deadline: ContinuousClock.Instant?) -> PlanExchange? {
    var best: PlanExchange?
    forEachExchange(until: deadline) { exchange in
      if exchange.gain > best?.gain ?? 0 { best = exchange }
    }
    return best
  }

  /// Calls the body for each town that could go and column that could take its place, all rules kept.
  ///
  /// - Parameter deadline: when to leave out the towns not yet looked at; nil for no limit.
  /// - Complexity: O(towns · columns · reach of a column).
  mutating func forEachExchange(
    until deadline: ContinuousClock.Instant? = nil, _ body: (PlanExchange) -> Void
  ) {
    let before = objective
    for outgoing in chosen {
      if let deadline, ContinuousClock.now >= deadline { return }
      remove(outgoing)
      let short = shortages
      for incoming in 0..<instance.columnCount
      where incoming != outgoing && admits(incoming, filling: short) {
        body(
          PlanExchange(
            outgoing: outgoing, incoming: incoming,
            gain: objective + gain(of: incoming) - before))
      }
      insert(outgoing)
    }
  }
}

extension PlanState {
  /// For each site the best exchange with one town that brings it in; nil where none keeps all rules.
  func bestExchanges() -> [PlanExchange?] {
    var best = [PlanExchange?](repeating: nil, count: instance.sites.count)
    var trial = self
    trial.forEachExchange { exchange in
      let site = instance.proposals[exchange.incoming].site
      if best[site].map({ exchange.gain > $0.gain }) ?? true { best[site] = exchange }
    }
    return best
  }
}

/// A column that takes a chosen one's place.
struct PlanExchange: Equatable {
  let outgoing: Int
  let incoming: Int
  /// Change of the objective, in units.
  let gain: Int64
}
