import LandModel
import Testing

@testable import Scenarios

/// Who answers what, and what becomes of scenarios whose workers end.
struct BatchScheduleTests {
  /// Scenarios 1 to 6 of three boundaries: 1, 2, 3 of one, 4, 5 of the next, 6 of a last.
  private let groups = [0, 1, 1, 1, 4, 4, 6]

  private let killed = LocalizedText(english: "signal 9, Killed", chinese: "信号 9（Killed）")
  private let exited = LocalizedText(english: "exit code 1", chinese: "退出码 1")

  private func schedule(done: Int = 0) -> BatchSchedule {
    let scenarios = (1...6).map {
      Scenario(
        number: $0, id: "s\($0)", family: "f", title: LocalizedText(english: "", chinese: ""))
    }
    return BatchSchedule(scenarios, groups: groups, done: done, failed: 0)
  }

  @Test func `a worker stays with its boundaries, and another takes others`() {
    let schedule = schedule()
    #expect(schedule.next(worker: 0)?.number == 1)
    #expect(schedule.next(worker: 1)?.number == 4)
    #expect(schedule.next(worker: 0)?.number == 2)
    #expect(schedule.next(worker: 1)?.number == 5)
    #expect(schedule.next(worker: 1)?.number == 6)
    // None is free of workers any more: it helps where most is left.
    #expect(schedule.next(worker: 1)?.number == 3)
    #expect(schedule.next(worker: 0) == nil && schedule.next(worker: 1) == nil)
  }

  @Test func `every scenario is given out once, whoever asks`() {
    for workers in 1...7 {
      let schedule = schedule()
      var numbers: [Int] = []
      while let scenario = schedule.next(worker: numbers.count % workers) {
        numbers.append(scenario.number)
      }
      #expect(numbers.sorted() == Array(1...6))
    }
  }

  @Test func `a scenario whose worker ends is tried once more, then given up`() throws {
    let schedule = schedule()
    let scenario = try #require(schedule.next(worker: 0))
    #expect(!schedule.crashed(over: scenario, ending: killed))
    #expect(schedule.next(worker: 0)?.number == scenario.number)
    #expect(schedule.crashed(over: scenario, ending: killed))
    #expect(schedule.error == nil)
    #expect(schedule.next(worker: 0)?.number == 2)
  }

  @Test func `many ends in a row end the batch, an answer between them does not`() throws {
    let patient = schedule()
    for _ in 0..<20 {
      _ = patient.crashed(over: nil, ending: exited)
      patient.finished(failed: false)
    }
    #expect(patient.error == nil)

    let schedule = schedule()
    for _ in 0..<7 { _ = schedule.crashed(over: nil, ending: exited) }
    #expect(schedule.error == nil)
    _ = schedule.crashed(over: nil, ending: exited)
    let error = try #require(schedule.error as? BatchError)
    #expect(error == .workersEnd(ending: exited, times: 8))
    #expect(schedule.next(worker: 0) == nil)
  }

  @Test func `the first error stays, and nothing more is begun`() {
    let schedule = schedule()
    schedule.end(BatchError.noWorker(reason: exited))
    schedule.end(BatchError.noWorker(reason: killed))
    #expect(schedule.error as? BatchError == .noWorker(reason: exited))
    #expect(schedule.next(worker: 0) == nil)
  }

  @Test func `an interruption names the processes that are there`() {
    let schedule = schedule(done: 3)
    for worker in [Int32(10), 11, 12] { schedule.started(worker) }
    schedule.ended(11)
    #expect(schedule.interrupt() == [10, 12])
    #expect(schedule.isInterrupted && schedule.next(worker: 0) == nil)
    schedule.finished(failed: true)
    let standing = schedule.standing
    #expect((standing.done, standing.failed, standing.total) == (4, 1, 9))
  }
}
