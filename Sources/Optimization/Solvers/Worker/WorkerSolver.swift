import Synchronization

/// A solver in a process of its own, which outlives a crash of it and keeps its time limit.
///
/// The process is started with the first program and kept for those that follow. It ends with this value, or
/// when the program that holds it ends, however that ends. One program is solved at a time; who wants two at
/// once takes two of these.
///
/// CBC looks at the clock between its steps only, and a step at the root of a large program may take tens
/// of seconds. A process that has no answer by the time limit and ``grace`` is killed, and what it had found
/// is lost: the answer is then ``MIPStatus/unknown``. The next program gets a new process.
package final class WorkerSolver: ProgramSolver {
  /// How long beyond its time limit a process may take to answer.
  ///
  /// 1 s, our choice: long enough for a step past the root, short beside the limits of a plan.
  package static let grace = Duration.seconds(1)

  private let executable: String
  private let arguments: [String]
  private let process = Mutex<WorkerProcess?>(nil)

  /// - Parameters:
  ///   - executable: path of a program that calls ``SolverService/run(input:output:)`` when it is given
  ///     the arguments.
  package init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// Finds the best solution of a program, or how near to it the limits let it come.
  ///
  /// The same solution as ``CBCSolver`` finds, unless that would take longer than the limit and ``grace``.
  ///
  /// - Throws: ``SolverError``; ``SolverError/worker(_:)`` when the process crashed.
  package func solve(
    _ program: MixedIntegerProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution {
    if let known = try program.answerWithoutSearch() { return known }
    let compiled = program.compiled
    let start = ContinuousClock.now
    switch try reply(to: compiled, limits) {
    case .solution(let solution):
      if !solution.values.isEmpty { try program.check(solution.values, compiled.matrix) }
      return solution
    case .abandoned(let status, let secondaryStatus):
      throw .abandoned(status: status, secondaryStatus: secondaryStatus)
    case .refusal(let sentence): throw .worker(.unreadable(.refused(sentence)))
    case nil: return .without(.unknown, seconds: (.now - start) / .seconds(1))
    }
  }

  private func reply(
    to program: CompiledProgram, _ limits: SolverLimits
  ) throws(SolverError) -> SolverReply? {
    try process.withLock { process throws(SolverError) in
      do throws(WorkerFailure) {
        return try Self.reply(to: program, limits, from: &process, executable, arguments)
      } catch {
        throw .worker(error)
      }
    }
  }

  /// Nil when the time ended.
  private static func reply(
    to program: CompiledProgram, _ limits: SolverLimits, from process: inout WorkerProcess?,
    _ executable: String, _ arguments: [String]
  ) throws(WorkerFailure) -> SolverReply? {
    let end = ContinuousClock.now + .seconds(min(limits.seconds, 1e12))
    if var worker = process.take() {
      do throws(WorkerFailure) {
        let reply = try reply(to: program, limits, from: &worker, until: end)
        if reply != nil { process = consume worker }
        return reply
      } catch {
        // What ended it may be the heritage of programs before: this one gets another chance.
        guard case .ended = error, end > .now else { throw error }
      }
    }
    var worker = try WorkerProcess(executable: executable, arguments: arguments)
    let reply = try reply(to: program, limits, from: &worker, until: end)
    if reply != nil { process = consume worker }
    return reply
  }

  /// Nil when the time ended; the worker is then of no further use.
  private static func reply(
    to program: CompiledProgram, _ limits: SolverLimits, from worker: inout WorkerProcess,
    until end: ContinuousClock.Instant
  ) throws(WorkerFailure) -> SolverReply? {
    var limits = limits
    limits.seconds = max(0.001, min(limits.seconds, (end - .now) / .seconds(1)))
    let request = SolverRequest(program: program, limits: limits)
    guard let frame = try worker.answer(to: request.frame, until: end + grace) else { return nil }
    do throws(SolverFrameError) {
      return try SolverReply(frame, columnCount: program.lower.count)
    } catch {
      throw .unreadable(error)
    }
  }
}
