import LandModel
import Synchronization

/// Which scenarios are done, under way and left; shared by the threads that speak to the workers.
final class BatchSchedule: Sendable {
  /// How a batch stands.
  struct Standing: Sendable {
    var done: Int
    var failed: Int
    let total: Int
  }

  private struct State {
    /// Scenarios left by the group of their boundaries, those to come first last.
    var left: [Int: [Scenario]]
    /// The group each worker is at.
    var groupOfWorker: [Int: Int] = [:]
    var crashes: [Int: Int] = [:]
    var crashesInARow = 0
    var standing: Standing
    var error: (any Error)?
    var isEnding = false
    var isInterrupted = false
    var workers: Set<Int32> = []
  }

  /// A scenario whose worker ends is tried once more.
  private static let mostTries = 2
  /// So many ends without an answer between them have a common cause.
  private static let mostCrashesInARow = 8

  private let groups: [Int]
  private let state: Mutex<State>

  /// - Parameters:
  ///   - left: what is to be done, in the order in which it should be.
  ///   - groups: for each scenario of the batch, by number.
  init(_ left: [Scenario], groups: [Int], done: Int, failed: Int) {
    self.groups = groups
    state = Mutex(
      State(
        left: Dictionary(grouping: left.reversed()) { groups[$0.number] },
        standing: Standing(done: done, failed: failed, total: done + left.count)))
  }

  var standing: Standing { state.withLock(\.standing) }
  /// What ended the batch early.
  var error: (any Error)? { state.withLock(\.error) }
  /// Whether the batch is ended from outside.
  var isInterrupted: Bool { state.withLock(\.isInterrupted) }

  /// The next scenario for a worker: of the boundaries it has, else of those that no other worker draws, else of
  /// those that most is left of.
  ///
  /// - Returns: nil where nothing is left, or the batch is ending.
  func next(worker: Int) -> Scenario? {
    state.withLock { state in
      guard !state.isEnding else { return nil }
      let own = state.groupOfWorker[worker].flatMap { state.left[$0] == nil ? nil : $0 }
      let taken = Set(state.groupOfWorker.filter { $0.key != worker }.values)
      let free = state.left.keys.filter { !taken.contains($0) }.min()
      let largest = state.left.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }?.key
      guard let group = own ?? free ?? largest, let scenario = state.left[group]?.popLast() else {
        return nil
      }
      if state.left[group]?.isEmpty == true { state.left[group] = nil }
      state.groupOfWorker[worker] = group
      return scenario
    }
  }

  /// A scenario has its record.
  func finished(failed: Bool) {
    state.withLock { state in
      state.standing.done += 1
      if failed { state.standing.failed += 1 }
      state.crashesInARow = 0
    }
  }

  /// A worker ended over a task.
  ///
  /// - Parameter scenario: nil for the base or a preparation.
  /// - Returns: whether the scenario is to be given up.
  func crashed(over scenario: Scenario?, ending: LocalizedText) -> Bool {
    state.withLock { state in
      guard !state.isEnding else { return false }
      state.crashesInARow += 1
      if state.crashesInARow >= Self.mostCrashesInARow {
        state.error = BatchError.workersEnd(ending: ending, times: state.crashesInARow)
        state.isEnding = true
        return false
      }
      guard let scenario else { return false }
      state.crashes[scenario.number, default: 0] += 1
      if state.crashes[scenario.number, default: 0] >= Self.mostTries { return true }
      state.left[groups[scenario.number], default: []].append(scenario)
      return false
    }
  }

  /// Ends the batch: what is under way may finish, nothing more is begun.
  func end(_ error: any Error) {
    state.withLock { state in
      if state.error == nil { state.error = error }
      state.isEnding = true
    }
  }

  // MARK: Interruption

  func started(_ worker: Int32) { state.withLock { _ = $0.workers.insert(worker) } }
  func ended(_ worker: Int32) { state.withLock { _ = $0.workers.remove(worker) } }

  /// Ends the batch from outside.
  ///
  /// - Returns: the processes to be ended.
  func interrupt() -> Set<Int32> {
    state.withLock { state in
      (state.isEnding, state.isInterrupted) = (true, true)
      return state.workers
    }
  }
}
