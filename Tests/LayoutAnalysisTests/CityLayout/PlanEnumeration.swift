@testable import LayoutAnalysis

/// Every plan of a small question, tried one by one, in the objective's own units.
struct PlanEnumeration {
  /// Nil when no plan keeps all rules.
  private(set) var best: Int64?
  /// For each column the best plan that holds it; nil when there is none.
  private(set) var bestWith: [Int64?]

  init(_ instance: LayoutInstance) {
    bestWith = Array(repeating: nil, count: instance.columnCount)
    var state = PlanState(instance)
    extend(&state, 0)
  }

  private mutating func extend(_ state: inout PlanState, _ site: Int) {
    guard site < state.instance.sites.count else {
      if state.isFeasible { record(state) }
      return
    }
    extend(&state, site + 1)
    for column in state.instance.columnsOfSite[site] {
      state.insert(column)
      extend(&state, site + 1)
      state.remove(column)
    }
  }

  private mutating func record(_ state: PlanState) {
    best = max(best ?? state.objective, state.objective)
    for column in state.chosen {
      bestWith[column] = max(bestWith[column] ?? state.objective, state.objective)
    }
  }
}
