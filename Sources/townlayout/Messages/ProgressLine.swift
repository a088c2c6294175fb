import Foundation
import Scenarios
import Synchronization

/// A progress line on standard error, on a terminal only.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let state = Mutex<(stage: RunProgress.Stage?, start: ContinuousClock.Instant)>(
    (nil, .now))

  init() { isShown = isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// Shows where a run stands; safe from any thread.
  func show(_ progress: RunProgress) {
    guard isShown else { return }
    let line = state.withLock { state in
      if state.stage != progress.stage { state = (progress.stage, .now) }
      return Self.text(progress, elapsed: state.start.duration(to: .now))
    }
    Output.write(line: "\r\u{1B}[K\(line)")
  }

  /// Clears the line, before results are printed.
  func clear() {
    guard isShown else { return }
    Output.write(line: "\r\u{1B}[K")
  }

  private static func text(_ progress: RunProgress, elapsed: Duration) -> String {
    let stages = RunProgress.Stage.allCases
    let number = (stages.firstIndex(of: progress.stage) ?? 0) + 1
    let head = "[\(number)/\(stages.count)] \(progress.stage.rawValue)"
    guard progress.total > 1 else { return head }
    let width = 24
    let filled = width * progress.done / progress.total
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled)
    var line = "\(head) \(bar) \(progress.done)/\(progress.total)"
    if progress.done > 0, progress.done < progress.total {
      let left = elapsed * (progress.total - progress.done) / progress.done
      line += ", about \(left.components.seconds + 1) s left"
    }
    return line
  }
}
