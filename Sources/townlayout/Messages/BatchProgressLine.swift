import Foundation
import LandModel
import Scenarios
import Synchronization

/// The progress of a batch on standard error, on a terminal only.
final class BatchProgressLine: Sendable {
  private let isShown: Bool
  private let language: Language
  /// When this process began, and how much was done then.
  private let start = Mutex<(time: ContinuousClock.Instant, done: Int)?>(nil)

  init(_ language: Language) {
    self.language = language
    isShown = isatty(FileHandle.standardError.fileDescriptor) == 1
  }

  /// Shows how the batch stands; safe from any thread.
  @Sendable func show(_ progress: BatchRun.Progress) {
    guard isShown else { return }
    let (time, done) = start.withLock { start in
      let begun = start ?? (.now, progress.done)
      start = begun
      return begun
    }
    let line = Self.text(
      progress, doneBefore: done, elapsed: time.duration(to: .now), in: language)
    Output.write(line: "\r\u{1B}[K\(line)")
  }

  /// Clears the line, before results are printed.
  func clear() {
    guard isShown else { return }
    Output.write(line: "\r\u{1B}[K")
  }

  /// - Parameter doneBefore: what an earlier process did, which tells nothing of this one's pace.
  static func text(
    _ progress: BatchRun.Progress, doneBefore: Int, elapsed: Duration, in language: Language
  ) -> String {
    let width = 24
    let filled = width * progress.done / max(1, progress.total)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled)
    let isChinese = language == .chinese
    var line = "\(isChinese ? "批处理" : "batch") \(bar) \(progress.done)/\(progress.total)"
    if progress.failed > 0 {
      line += isChinese ? "，失败 \(progress.failed)" : ", \(progress.failed) failed"
    }
    let own = progress.done - doneBefore
    if own > 0, progress.done < progress.total {
      let left = (elapsed * (progress.total - progress.done) / own).components.seconds + 1
      let minutes = (left + 59) / 60
      line +=
        left < 120
        ? (isChinese ? "，约剩 \(left) 秒" : ", about \(left) s left")
        : (isChinese ? "，约剩 \(minutes) 分钟" : ", about \(minutes) min left")
    }
    return line
  }
}
