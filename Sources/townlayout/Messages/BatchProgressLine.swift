import Foundation
import Scenarios
import Synchronization

/// The progress of a batch on standard error, on a terminal only.
final class BatchProgressLine: Sendable {
  private let isShown: Bool
  /// When this process began, and how much was done then.
  private let start = Mutex<(time: ContinuousClock.Instant, done: Int)?>(nil)

  init() { isShown = isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// Shows how the batch stands; safe from any thread.
  @Sendable func show(_ progress: BatchRun.Progress) {
    guard isShown else { return }
    let (time, done) = start.withLock { start in
      let begun = start ?? (.now, progress.done)
      start = begun
      return begun
    }
    let line = Self.text(progress, doneBefore: done, elapsed: time.duration(to: .now))
    Output.write(line: "\r\u{1B}[K\(line)")
  }

  /// Clears the line, before results are printed.
  func clear() {
    guard isShown else { return }
    Output.write(line: "\r\u{1B}[K")
  }

  /// - Parameter doneBefore: what an earlier process did, which tells nothing of this one's pace.
  static func text(
    _ progress: BatchRun.Progress, doneBefore: Int, elapsed: Duration
  ) -> String {
    let width = 24
    let filled = width * progress.done / max(1, progress.total)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled)
    var line = "batch \(bar) \(progress.done)/\(progress.total)"
    if progress.failed > 0 { line += ", \(progress.failed) failed" }
    let own = progress.done - doneBefore
    if own > 0, progress.done < progress.total {
      let left = (elapsed * (progress.total - progress.done) / own).components.seconds + 1
      line +=
        left < 120 ? ", about \(left) s left" : ", about \((left + 59) / 60) min left"
    }
    return line
  }
}
