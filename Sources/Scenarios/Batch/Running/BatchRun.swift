import Dispatch
import Foundation
import LandModel
import Processes

/// Hands scenarios to worker processes until each has its record.
package final class BatchRun: Sendable {
  /// How a batch stands.
  package struct Progress: Sendable, Equatable {
    package let done: Int
    package let failed: Int
    package let total: Int
  }

  /// More only take memory and time from each other.
  package static let mostWorkersPerProcessor = 4

  private let folder: BatchFolder
  private let survey: BatchSurvey
  /// Processes at work at once.
  private let workers: Int
  private let withRuns: Bool
  /// Arguments that make this program a worker of the batch.
  private let arguments: [String]
  private let progress: @Sendable (Progress) -> Void
  private let schedule: BatchSchedule

  /// - Parameters:
  ///   - folder: opened and locked.
  ///   - scenarios: what is to be answered: all of the batch, or those of a shard.
  ///   - workers: processes wanted; no more are started than there is work for, or than ``mostWorkersPerProcessor``
  ///     allows, because each reads and draws the city for itself.
  ///   - withRuns: whether a scenario is done only when the folder of its run is there.
  ///   - retryingFailed: whether scenarios that failed before are answered again.
  package init(
    _ survey: BatchSurvey, folder: BatchFolder, scenarios: [Scenario], workers: Int,
    withRuns: Bool, retryingFailed: Bool = false, workerArguments: [String],
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.survey = survey
    self.folder = folder
    self.withRuns = withRuns
    arguments = workerArguments
    self.progress = progress
    var (left, failed): ([Scenario], Int) = ([], 0)
    for scenario in scenarios where scenario.number > 0 {
      let record = folder.finished(scenario, withRun: withRuns)
      let isFailed = record?.status == .failed
      if record == nil || isFailed && retryingFailed {
        left.append(scenario)
      } else if isFailed {
        failed += 1
      }
    }
    let room = Self.mostWorkersPerProcessor * ProcessInfo.processInfo.activeProcessorCount
    self.workers = max(1, min(workers, left.count, room))
    schedule = BatchSchedule(
      left, groups: survey.index.groups, done: scenarios.count { $0.number > 0 } - left.count,
      failed: failed)
  }

  /// How the batch stands.
  package var standing: Progress {
    let standing = schedule.standing
    return Progress(done: standing.done, failed: standing.failed, total: standing.total)
  }

  /// Answers what is left: the base first, which all others are held against.
  ///
  /// - Throws: ``BatchError`` for what ends a batch early; every record that was written stays.
  package func run() throws {
    try folder.write(survey.index)
    let base = survey.index.scenarios[0]
    let isBaseDone = folder.holdsContext && folder.finished(base, withRun: withRuns) != nil
    progress(standing)
    // While the first answers the base, the others read and draw what they will need; then all go on together.
    let prepared = DispatchGroup()
    for _ in 0..<workers { prepared.enter() }
    Self.together(
      (0..<workers).map { number in
        { [self] in
          var seat = Seat(number: number, arguments: arguments, schedule: schedule)
          if !isBaseDone { prepare(&seat) }
          prepared.leave()
          prepared.wait()
          if schedule.error == nil { serve(&seat) }
          seat.dismiss()
        }
      })
    // Whoever interrupts ends the process; until then nothing more may be written.
    while schedule.isInterrupted { pause() }
    if let error = schedule.error { throw error }
  }

  /// Ends the workers at once; records are whole or not there.
  package func interrupt() {
    for worker in schedule.interrupt() { kill(worker, SIGKILL) }
  }

  private func prepare(_ seat: inout Seat) {
    // A preparation that is lost is made up for by the first scenario.
    let task = seat.number == 0 ? WorkerLine.base : WorkerLine.prepare
    while !seat.does(task, for: nil).isSettled, schedule.error == nil, seat.number == 0 {}
  }

  private func serve(_ seat: inout Seat) {
    while let scenario = schedule.next(worker: seat.number) {
      switch seat.does(WorkerLine.run(scenario.number), for: scenario) {
      case .done:
        schedule.finished(failed: (try? folder.record(of: scenario))?.status == .failed)
      case .givenUp(let ending): giveUp(scenario, ending)
      case .toBeTriedAgain, .ended: break
      }
      progress(standing)
    }
  }

  private func giveUp(_ scenario: Scenario, _ ending: LocalizedText) {
    let failure = LocalizedText(
      english: "the worker process ended twice over this scenario, last by \(ending.english)",
      chinese: "工作进程处理该情景时两次异常结束，最近一次：\(ending.chinese)")
    do {
      try folder.write(ScenarioRecord(scenario, failure: failure))
      schedule.finished(failed: true)
    } catch {
      schedule.end(error)
    }
  }

  /// Runs bodies at once, each on a thread of its own because each waits for a worker.
  private static func together(_ bodies: [@Sendable () -> Void]) {
    let group = DispatchGroup()
    for body in bodies {
      group.enter()
      Thread.detachNewThread {
        body()
        group.leave()
      }
    }
    group.wait()
  }
}

/// The place of one worker, in which a new process takes over when one ends; it belongs to one thread.
private struct Seat {
  enum Outcome {
    case done
    /// The worker ended, and the scenario is back in the schedule.
    case toBeTriedAgain
    /// The worker ended over it too often; how it ended.
    case givenUp(LocalizedText)
    /// The batch is ending.
    case ended

    var isSettled: Bool {
      switch self {
      case .done, .ended: true
      case .toBeTriedAgain, .givenUp: false
      }
    }
  }

  let number: Int
  private let arguments: [String]
  private let schedule: BatchSchedule
  private var process: LineWorker?

  init(number: Int, arguments: [String], schedule: BatchSchedule) {
    self.number = number
    self.arguments = arguments
    self.schedule = schedule
  }

  /// Has a task done, by a new process where there is none.
  mutating func does(_ task: String, for scenario: Scenario?) -> Outcome {
    let worker: LineWorker
    do { worker = try process ?? start() } catch {
      schedule.end(error)
      return .ended
    }
    let answer: String
    do throws(ChildProcessError) { answer = try worker.answer(to: task) } catch {
      // Before its status is taken, which the end of `worker` does: its number may then be another process's.
      schedule.ended(worker.identifier)
      process = nil
      let ending = error.sentence
      if schedule.crashed(over: scenario, ending: ending) { return .givenUp(ending) }
      return schedule.error == nil ? .toBeTriedAgain : .ended
    }
    guard answer != WorkerLine.done else { return .done }
    schedule.end(
      WorkerLine.stopped(answer)
        ?? BatchError.noWorker(
          reason: LocalizedText(
            english: "the worker said “\(answer.prefix(80))”",
            chinese: "工作进程的回答无法识别：“\(answer.prefix(80))”")))
    return .ended
  }

  /// Ends the process, which has nothing under way, and waits for it: its use of the machine is then this one's.
  mutating func dismiss() {
    guard let worker = process else { return }
    process = nil
    schedule.ended(worker.identifier)
    worker.dismiss()
  }

  private mutating func start() throws(BatchError) -> LineWorker {
    let worker = try LineWorker(arguments: arguments)
    schedule.started(worker.identifier)
    process = worker
    return worker
  }
}
