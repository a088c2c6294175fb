/// Where a run stands, for a progress line.
package struct RunProgress: Sendable, Equatable {
  /// Stages in the order a run takes them.
  package enum Stage: String, Sendable, CaseIterable {
    case read, validate, check, delimit, layout, verify, publish
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

/// Receives a run's progress; may be called from any thread.
package typealias ProgressHandler = @Sendable (RunProgress) -> Void
