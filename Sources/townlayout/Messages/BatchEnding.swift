import LandModel
import Scenarios

/// What is said when a batch ends, by itself or not.
struct BatchEnding {
  let standing: BatchRun.Progress
  let folder: String
  let language: Language

  /// How far it came, and how to go on.
  private var state: String {
    language == .chinese
      ? "已完成 \(standing.done)/\(standing.total) 个情景，结果保留在 \(folder)；用同样的命令加 --resume 继续"
      : "\(standing.done) of \(standing.total.counted("scenario")) are done and kept in \(folder); the same "
        + "command with --resume goes on"
  }

  var interrupted: String {
    language == .chinese ? "townlayout：已中断：\(state)" : "townlayout: interrupted; \(state)"
  }

  /// Said before the error that stopped it.
  var stopped: String {
    language == .chinese ? "townlayout：批处理停止：\(state)" : "townlayout: the batch stopped; \(state)"
  }

  /// A shard is done.
  func part(_ shard: Shard) -> String {
    language == .chinese
      ? "分片 \(shard.text)：\(standing.total) 个情景，失败 \(standing.failed) 个；结果：\(folder)\n"
      : "shard \(shard.text): \(standing.total.counted("scenario")), \(standing.failed) failed; written to "
        + "\(folder)\n"
  }
}
