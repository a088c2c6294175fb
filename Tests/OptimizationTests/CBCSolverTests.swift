import Dispatch
import Foundation
import Optimization
import Synchronization
import Testing

@Suite struct CBCSolverTests {
  private let solver = CBCSolver()
  private let limits = SolverLimits(seconds: 60)

  // Instances p01 and p07 of the 0–1 knapsack collection of Florida State University.
  @Test func `published knapsacks reach their optimum`() throws {
    let first = try solver.solve(
      Programs.knapsack(
        capacity: 165, weights: [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
        profits: [92, 57, 49, 68, 60, 43, 67, 84, 87, 72]), limits: limits)
    #expect(first.status == .optimal)
    #expect(first.objective == 309)
    #expect(first.bound == 309)
    #expect(first.values == [1, 1, 1, 1, 0, 1, 0, 0, 0, 0])
    let seventh = try solver.solve(
      Programs.knapsack(
        capacity: 750,
        weights: [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
        profits: [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240]),
      limits: limits)
    #expect(seventh.objective == 1458)
  }

  @Test(arguments: [(2, 5.0), (3, 18.0)])
  func `Steiner triple problems reach their published optimum`(dimension: Int, best: Double) throws
  {
    let solution = try solver.solve(Programs.steinerTriples(dimension: dimension), limits: limits)
    #expect(solution.status == .optimal)
    #expect(solution.objective == best)
  }

  @Test func `the version is a number with dots`() {
    #expect(CBCSolver.version.split(separator: ".").allSatisfy { Int($0) != nil })
    #expect(CBCSolver.version.contains("."))
  }

  @Test func `300 random programs agree with enumeration`() throws {
    var infeasible = 0
    for seed in 1...300 {
      let program = Programs.random(seed: UInt64(seed))
      let best = Programs.bestByEnumeration(program)
      let solution = try solver.solve(program, limits: limits)
      #expect(solution.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      #expect(solution.objective == best, "seed \(seed)")
      #expect(solution.bound == best, "seed \(seed)")
      infeasible += best == nil ? 1 : 0
    }
    #expect((30...270).contains(infeasible), "Both outcomes must occur, found \(infeasible).")
  }

  @Test func `a contradiction found only by search is infeasible`() throws {
    // Three towns, any two too near, two wanted: each row alone can be met.
    var program = MixedIntegerProgram(.maximise)
    let towns = (0..<3).map { program.addChoice("\($0)", objective: 1) }
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
      program.addRow("\(a)-\(b)", sumOf: [towns[a], towns[b]], .atMost, 1)
    }
    program.addRow("two", sumOf: towns, .atLeast, 2)
    #expect(!program.issues.contains { $0.isFatal })
    let solution = try solver.solve(program, limits: limits)
    #expect(solution.status == .infeasible)
    #expect(solution.objective == nil)
    #expect(solution.values.isEmpty)
  }

  @Test func `an objective without end is unbounded`() throws {
    var program = MixedIntegerProgram(.maximise)
    let x = program.addVariable("x", objective: 1)
    let y = program.addVariable("y", isInteger: true)
    program.addRow(
      "apart", [(variable: x, coefficient: 1), (variable: y, coefficient: -1)], .atMost, 1)
    #expect(try solver.solve(program, limits: limits).status == .unbounded)
  }

  @Test func `a program without rows takes each variable's better end`() throws {
    var program = MixedIntegerProgram(.minimise)
    _ = program.addVariable("down", from: -1.5, to: 4, isInteger: true, objective: 2)
    _ = program.addVariable("up", from: 0, to: 4, objective: -1)
    _ = program.addVariable("idle", from: -2, to: 4)
    let solution = try solver.solve(program, limits: limits)
    #expect(solution.values == [-1, 4, 0])
    #expect(solution.objective == -6)
    _ = program.addVariable("endless", objective: -1)
    #expect(try solver.solve(program, limits: limits).status == .unbounded)
    #expect(try solver.solve(MixedIntegerProgram(.maximise), limits: limits).objective == 0)
  }

  @Test func `malformed numbers are refused by name`() {
    var program = MixedIntegerProgram(.maximise)
    let x = program.addVariable("x", objective: .nan)
    program.addRow("row", sumOf: [x], .atMost, 1)
    #expect(throws: SolverError.malformed([.notFinite(name: "x")])) {
      try solver.solve(program, limits: limits)
    }
  }

  @Test func `a time limit ends the search with a plan and an honest bound`() throws {
    let solution = try solver.solve(Programs.hard, limits: SolverLimits(seconds: 0.5))
    #expect(solution.status == .feasible)
    let objective = try #require(solution.objective)
    let bound = try #require(solution.bound)
    #expect(bound > objective)
    #expect(bound < 1.01 * objective)
    #expect(solution.seconds < 10)
  }

  @Test func `a node limit ends the search at the same place every time`() throws {
    let limits = SolverLimits(seconds: 600, nodes: 200)
    let first = try solver.solve(Programs.hard, limits: limits)
    let second = try solver.solve(Programs.hard, limits: limits)
    #expect(first.status == .feasible)
    #expect(first.values == second.values)
    #expect(first.bound == second.bound)
    #expect(first.nodes == second.nodes)
  }

  @Test func `a gap lets the search end early`() throws {
    let limits = SolverLimits(seconds: 60, gap: 0.05)
    let solution = try solver.solve(Programs.hard, limits: limits)
    let (objective, bound) = (try #require(solution.objective), try #require(solution.bound))
    #expect(solution.status == .optimal)
    #expect(bound <= 1.05 * objective)
    #expect(bound > objective)
  }

  @Test func `solves from several threads wait for each other and agree`() {
    let program = Programs.knapsack(capacity: 9, weights: [4, 5, 6, 3], profits: [7, 8, 10, 4])
    let objectives = Mutex<[Double?]>([])
    DispatchQueue.concurrentPerform(iterations: 12) { _ in
      let solution = try? CBCSolver().solve(program, limits: SolverLimits(seconds: 60))
      objectives.withLock { $0.append(solution?.objective) }
    }
    #expect(objectives.withLock { $0 } == Array(repeating: 15, count: 12))
  }

  @Test func `nothing is ever printed`() async {
    // In a process of its own, whose output and errors go to a pipe that must stay empty.
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      try #require(dup2(ends[1], STDOUT_FILENO) >= 0)
      try #require(dup2(ends[1], STDERR_FILENO) >= 0)
      let solver = CBCSolver()
      _ = try solver.solve(Programs.hard, limits: SolverLimits(seconds: 0.3))
      _ = try solver.solve(
        Programs.knapsack(capacity: 3, weights: [2, 2], profits: [1, 2]),
        limits: SolverLimits(seconds: 5, gap: 0.1))
      for seed in 1...20 {
        _ = try solver.solve(
          Programs.random(seed: UInt64(seed)), limits: SolverLimits(seconds: 5, nodes: 10))
      }
      // Empties the buffers of C's standard streams; anything in them is now in the pipe.
      fflush(nil)
      var waiting: Int32 = 0
      try #require(ioctl(ends[0], UInt(FIONREAD), &waiting) == 0)
      exit(waiting == 0 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `an interrupt during a solve ends the program as always`() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { kill(getpid(), SIGINT) }
      _ = try CBCSolver().solve(Programs.hard, limits: SolverLimits(seconds: 20))
    }
  }
}
