import Foundation
import TestSupport
import Testing

@testable import Optimization

/// The solver in a process of its own: the same answers, and none of its troubles.
@Suite struct WorkerSolverTests {
  private let limits = SolverLimits(seconds: 60)

  private var worker: WorkerSolver {
    WorkerSolver(executable: BuiltProgram().path, arguments: ["solve-program"])
  }

  /// A worker started by a shell that first notes its process number in a file.
  private func noting(_ file: URL, _ command: String) -> WorkerSolver {
    WorkerSolver(
      executable: "/bin/sh", arguments: ["-c", "echo $$ >> '\(file.path)'; \(command)"])
  }

  private func numbers(_ file: URL) throws -> [pid_t] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { pid_t($0) }
  }

  /// Whether a process ends within two seconds.
  private func ends(_ process: pid_t) -> Bool {
    for _ in 0..<200 {
      if kill(process, 0) != 0 { return true }
      usleep(10_000)
    }
    return false
  }

  @Test func `answers are those of the solver in this process`() throws {
    let worker = worker
    for seed in 1...60 {
      let program = Programs.random(seed: UInt64(seed))
      let own = try CBCSolver().solve(program, limits: limits)
      let other = try worker.solve(program, limits: limits)
      #expect(own.status == other.status, "seed \(seed)")
      #expect(own.values == other.values, "seed \(seed)")
      #expect(own.bound == other.bound, "seed \(seed)")
      #expect(own.objective == other.objective, "seed \(seed)")
      #expect(own.nodes == other.nodes, "seed \(seed)")
    }
  }

  @Test func `what a process solved before changes nothing`() throws {
    let limits = SolverLimits(seconds: 600, nodes: 200)
    let fresh = try worker.solve(Programs.hard, limits: limits)
    let used = worker
    for seed in 1...20 { _ = try used.solve(Programs.random(seed: UInt64(seed)), limits: limits) }
    let first = try used.solve(Programs.hard, limits: limits)
    let second = try used.solve(Programs.hard, limits: limits)
    for solution in [first, second] {
      #expect(solution.values == fresh.values)
      #expect(solution.bound == fresh.bound)
      #expect(solution.nodes == fresh.nodes)
    }
    #expect(fresh.nodes >= 200)
  }

  @Test func `one process serves several programs, and ends with the solver`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "numbers")
    do {
      let solver = noting(file, "exec '\(BuiltProgram().path)' solve-program")
      for seed in 1...5 {
        _ = try solver.solve(Programs.random(seed: UInt64(seed)), limits: limits)
      }
      let number = try #require(try numbers(file).first)
      #expect(try numbers(file).count == 1)
      #expect(kill(number, 0) == 0)
    }
    // Its status was taken as well: even a zombie would still have its number.
    #expect(kill(try #require(try numbers(file).first), 0) != 0)
  }

  @Test func `a process that is gone is replaced by another`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "numbers")
    let solver = noting(file, "exec '\(BuiltProgram().path)' solve-program")
    let first = try solver.solve(Programs.random(seed: 3), limits: limits)
    kill(try #require(try numbers(file).first), SIGKILL)
    let second = try solver.solve(Programs.random(seed: 3), limits: limits)
    #expect(first.values == second.values)
    #expect(try numbers(file).count == 2)
  }

  @Test func `a crash is an error with what the process said, and the next program is solved`()
    throws
  {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "numbers")
    // The first process fails an assertion; those after it work.
    let solver = noting(
      file,
      "[ $(wc -l < '\(file.path)') -gt 1 ] || { echo 'Assertion failed' >&2; kill -ABRT $$; }; "
        + "exec '\(BuiltProgram().path)' solve-program")
    let program = Programs.random(seed: 3)
    #expect {
      try solver.solve(program, limits: limits)
    } throws: { error in
      guard case SolverError.worker(.ended(let cause, let message)) = error else { return false }
      return cause.hasPrefix("signal 6") && message == "Assertion failed"
    }
    let after = try solver.solve(program, limits: limits)
    #expect(after.values == (try CBCSolver().solve(program, limits: limits)).values)
  }

  @Test func `an exit code is told`() {
    let solver = WorkerSolver(executable: "/bin/sh", arguments: ["-c", "exit 7"])
    #expect(throws: SolverError.worker(.ended(cause: "exit code 7", message: ""))) {
      try solver.solve(Programs.random(seed: 3), limits: limits)
    }
  }

  @Test func `a program that cannot be started is named`() {
    let solver = WorkerSolver(executable: "/nowhere/townlayout", arguments: [])
    #expect(
      throws: SolverError.worker(
        .notStarted(executable: "/nowhere/townlayout", reason: "No such file or directory"))
    ) {
      try solver.solve(Programs.random(seed: 3), limits: limits)
    }
  }

  @Test func `a process that does not answer is killed after limit and grace`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "numbers")
    let solver = noting(file, "exec sleep 600")
    let start = ContinuousClock.now
    let solution = try solver.solve(Programs.hard, limits: SolverLimits(seconds: 0.5))
    let elapsed = ContinuousClock.now - start
    #expect(solution.status == .unknown)
    #expect(solution.bound == nil)
    #expect(elapsed >= .seconds(0.5) + WorkerSolver.grace)
    #expect(elapsed < .seconds(5))
    #expect(kill(try #require(try numbers(file).first), 0) != 0)
  }

  @Test func `an answer that is none is an error`() {
    let solver = WorkerSolver(
      executable: "/bin/sh",
      arguments: ["-c", "head -c 30 > /dev/null; echo what do you want of me?"])
    #expect(throws: SolverError.worker(.unreadable(.foreign))) {
      try solver.solve(Programs.random(seed: 3), limits: limits)
    }
  }

  @Test func `a refusal is told in the worker's own words`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "reply")
    let version = SolverFrameError.version(found: 2, expected: 1)
    try Data(try SolverReply.refusal(version.description).frame.bytes()).write(to: file)
    let solver = WorkerSolver(
      executable: "/bin/sh", arguments: ["-c", "head -c 30 > /dev/null; cat '\(file.path)'"])
    #expect {
      try solver.solve(Programs.random(seed: 3), limits: limits)
    } throws: { error in
      guard case SolverError.worker(.unreadable(let failure)) = error else { return false }
      return failure.description == version.description
    }
  }

  @Test func `a process ends in the middle of a search when its program is killed`() async throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "numbers")
    let (path, program) = (file.path, BuiltProgram().path)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, program = program as String] in
      DispatchQueue.global().asyncAfter(deadline: .now() + 1) { kill(getpid(), SIGKILL) }
      let solver = WorkerSolver(
        executable: "/bin/sh",
        arguments: ["-c", "echo $$ >> '\(path)'; exec '\(program)' solve-program"])
      _ = try solver.solve(Programs.hard, limits: SolverLimits(seconds: 100))
    }
    #expect(ends(try #require(try numbers(file).first)))
  }
}
