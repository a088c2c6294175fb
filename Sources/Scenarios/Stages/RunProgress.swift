import Synchronization

/// Where a run stands, for a progress line.
package struct RunProgress: Sendable, Equatable {
  /// Stages in the order a run takes them.
  package enum Stage: String, Sendable, CaseIterable {
    case read, validate, check, delimit, layout, sensitivity, verify, publish
  }

  package let stage: Stage
  /// Units of the stage done, and all of them: layers, sites; 0 of 1 where a stage is one unit.
  package let done: Int
  package let total: Int

  package init(stage: Stage, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// Counts the units of a stage that workers finish, and reports each.
final class StageCounter: Sendable {
  private let stage: RunProgress.Stage
  private let total: Int
  private let handler: ProgressHandler
  private let done = Atomic<Int>(0)

  init(_ stage: RunProgress.Stage, total: Int, handler: @escaping ProgressHandler) {
    self.stage = stage
    self.total = total
    self.handler = handler
    handler(RunProgress(stage: stage, done: 0, total: total))
  }

  /// One more unit is done; from any thread.
  @Sendable func advance() {
    let count = done.add(1, ordering: .relaxed).newValue
    handler(RunProgress(stage: stage, done: count, total: total))
  }
}

/// Receives a run's progress; may be called from any thread.
package typealias ProgressHandler = @Sendable (RunProgress) -> Void
