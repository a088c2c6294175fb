@testable import LayoutAnalysis

/// Every plan of a small question that keeps all rules, with its objective.
struct AllPlans {
  /// Chosen columns, ascending, and units of the objective.
  private(set) var plans: [(chosen: [Int], objective: Int64)] = []

  init(_ instance: LayoutInstance) {
    var state = PlanState(instance)
    extend(&state, 0)
  }

  /// The greatest objective of those with a property; nil when none has it.
  func best(where isMeant: ([Int]) -> Bool = { _ in true }) -> Int64? {
    plans.filter { isMeant($0.chosen) }.map(\.objective).max()
  }

  private mutating func extend(_ state: inout PlanState, _ site: Int) {
    guard site < state.instance.sites.count else {
      if state.isFeasible { plans.append((state.chosen, state.objective)) }
      return
    }
    extend(&state, site + 1)
    for column in state.instance.columnsOfSite[site] {
      state.insert(column)
      extend(&state, site + 1)
      state.remove(column)
    }
  }
}

extension LayoutCase {
  /// The answers to what is asked beside the plan.
  func sensitivity(_ parameters: SensitivityParameters) throws -> (
    result: LayoutResult, answers: SensitivityResult
  ) {
    let result = try result()
    let answers = try PlanSensitivity(parameters: parameters, layout: self.parameters).result(
      of: result, delimitation: delimitation, resources: resources, counties: counties)
    return (result, answers)
  }

  func site(of column: Int) -> Int { proposals[column].site }
}
