import LandModel
import Optimization
import TestSupport
import Testing

@testable import LayoutAnalysis

/// What is left of a layout when the solver fails, and that its own process gives the same plan.
@Suite struct SolverFailureTests {
  /// A solver that fails, or never finds anything in time.
  private struct Failing: ProgramSolver {
    let error: SolverError?

    func solve(
      _ program: MixedIntegerProgram, limits: SolverLimits
    ) throws(SolverError) -> MIPSolution {
      if let error { throw error }
      return MIPSolution(
        status: .unknown, objective: nil, bound: nil, values: [], nodes: 0, seconds: 0)
    }
  }

  private let crash = SolverError.worker(.ended(cause: "signal 6", message: "Assertion failed"))

  private var city: LayoutCase {
    RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 7)
  }

  private func result(_ question: LayoutCase, by solver: LayoutSolver) throws -> LayoutResult {
    try CityLayout(parameters: question.parameters, solver: solver).result(
      delimitation: question.delimitation, resources: question.resources,
      counties: question.counties)
  }

  @Test func `after a crash the plan and the bound stand, and the failure is told`() throws {
    let best = try #require(try city.result().objective)
    let result = try result(city, by: LayoutSolver(programs: Failing(error: crash)))
    #expect(result.status == .feasible)
    #expect(result.solverFailure == "signal 6: Assertion failed")
    let (objective, bound) = (try #require(result.objective), try #require(result.bound))
    #expect(objective <= best && best <= bound)
    #expect(bound <= 1.01 * objective)
    #expect(LayoutAudit(question: city).violations(of: result.chosen) == [])
  }

  @Test func `a solver killed at its limit leaves the plan and the bound, and is no failure`()
    throws
  {
    let result = try result(city, by: LayoutSolver(programs: Failing(error: nil)))
    #expect(result.status == .feasible)
    #expect(result.solverFailure == nil)
    #expect(result.isCutByClock)
    #expect(try #require(result.bound) >= #require(result.objective))
  }

  /// Greed takes the best town first, which leaves the county's least to nobody.
  private var misleading: LayoutCase {
    var question = LayoutCase()
    question.add("mid", at: XY(1500, 0), county: "a", scores: [("x", 90)])
    question.add("left", at: XY(0, 0), county: "b", scores: [("x", 10)])
    question.add("right", at: XY(3000, 0), county: "a", scores: [("x", 10)])
    question.add("far", at: XY(1500, 1600), county: "b", scores: [("x", 80)])
    question.parameters.spacing = Metres(700)
    question.parameters.countyQuotas = ["a": TownQuota(min: 1), "b": TownQuota(min: 2)]
    return question
  }

  @Test func `without a plan a crash is an error`() throws {
    let question = misleading
    #expect(question.names(of: try question.result()) == ["left.x", "right.x", "far.x"])
    let instance = try question.instance()
    try #require(PlanState.byExchanges(for: instance) == nil)
    let search = LayoutSearch(
      instance: instance, limits: SolverLimits(seconds: 60), solver: Failing(error: crash))
    #expect(throws: LayoutError.self) { try search.outcomeOfWholeProgram() }
  }

  @Test func `a search that time ends without a plan says so`() throws {
    let question = misleading
    let layout = CityLayout(
      parameters: question.parameters, method: .wholeProgram,
      solver: LayoutSolver(programs: Failing(error: nil)))
    let result = try layout.result(delimitation: question.delimitation, resources: [])
    #expect(result.status == .unknown && result.isCutByClock)
  }

  @Test func `a solver that cannot be started is an error`() {
    let solver = LayoutSolver.worker(executable: "/nowhere/townlayout", arguments: [])
    #expect(
      throws: LayoutError.solverNotStarted(
        executable: "/nowhere/townlayout", reason: "No such file or directory")
    ) {
      try result(city, by: solver)
    }
  }

  @Test func `a process of its own gives the same result to the last digit`() throws {
    let solver = LayoutSolver.worker(
      executable: BuiltProgram().path, arguments: ["solve-program"])
    for seed in 1...40 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      #expect(try result(question, by: solver) == question.result(), "seed \(seed)")
    }
    #expect(try result(city, by: solver) == city.result())
  }
}
