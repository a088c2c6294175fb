import LandModel
import Scenarios

extension ErrorText {
  /// The place and the cause as of a plan file, and the scenario that they belong to.
  init(scenarioPlan error: ScenarioPlanError) {
    let inner = ErrorText(plan: error.error)
    let place = error.place
    let line = place.line.map { ":\($0)" } ?? ""
    self.init(
      "\(inner.sentence.english) (scenario “\(error.scenario)”, \(place.file)\(line))",
      chinese: "\(inner.sentence.chinese)（情景“\(error.scenario)”，\(place.file)\(line)）",
      inner.cause)
  }

  init(batch error: BatchError) {
    let (english, chinese) = Self.sentence(error)
    self.init(english, chinese: chinese, Self.cause(error))
  }

  private static func cause(_ error: BatchError) -> ExitCause {
    switch error {
    case .folderExists, .notABatch, .locked, .intoPart: .outputNotCreated
    case .notAPart: .missingInput
    case .damaged, .changed, .otherShard, .changedMeanwhile, .incomplete, .otherBatch, .repeated,
      .missingShards, .otherBase:
      .badData
    case .workersEnd, .noWorker: .ownDefect
    case .stopped(_, let code): ExitCause(rawValue: code) ?? .ownDefect
    }
  }

  private static func sentence(_ error: BatchError) -> (english: String, chinese: String) {
    switch error {
    case .folderExists(let path):
      (
        "\(path): exists already; --resume goes on with a batch, --overwrite replaces it",
        "\(path)：已存在；--resume 继续批处理，--overwrite 重新开始"
      )
    case .notABatch(let path):
      (
        "\(path): holds something else than a batch; name another folder",
        "\(path)：不是批处理文件夹；请另指定文件夹"
      )
    case .locked(let path):
      (
        "\(path): another process works on this batch; wait for it, or end it first",
        "\(path)：另有进程正在处理该批次；请等待或先结束它"
      )
    case .damaged(let path, let reason): damaged(path, reason)
    case .changed(let path, let difference):
      (
        "\(path): was begun with something else: \(part(difference.part).english) is "
          + "\(value(difference.value).english) now and was \(value(difference.other).english); take that again, "
          + "or begin anew with --overwrite",
        "\(path)：批处理开始后有改动：\(part(difference.part).chinese)现为 \(value(difference.value).chinese)，"
          + "原为 \(value(difference.other).chinese)；请恢复原状，或用 --overwrite 重新开始"
      )
    case .otherShard(let path, let now, let before):
      (
        "\(path): holds shard \(before), not \(now); give every shard a folder of its own",
        "\(path)：文件夹属于分片 \(before)，而非 \(now)；每个分片需用各自的文件夹"
      )
    case .changedMeanwhile(let file):
      (
        "\(file): was changed while the batch ran, so its scenarios would not compare; begin anew with "
          + "--overwrite",
        "\(file)：批处理进行中被改动，各情景将不可比；请用 --overwrite 重新开始"
      )
    case .workersEnd(let ending, let times):
      (
        "worker processes ended \(times) times in a row without an answer, last by \(ending.english); look at memory "
          + "and limits, and try fewer --workers",
        "工作进程连续 \(times) 次异常结束，最近一次：\(ending.chinese)；请检查内存与系统限制，或减少 --workers"
      )
    case .noWorker(let reason):
      (
        "a worker process could not be started: \(reason.english); what is done stays: go on with --resume, perhaps with "
          + "fewer --workers",
        "无法启动工作进程：\(reason.chinese)；已完成的结果保留，可减少 --workers 后用 --resume 继续"
      )
    case .stopped(let sentence, _): (sentence.english, sentence.chinese)
    default: mergeSentence(error)
    }
  }

  private static func mergeSentence(_ error: BatchError) -> (english: String, chinese: String) {
    switch error {
    case .notAPart(let path):
      (
        "\(path): is no folder that `townlayout batch … --shard K/N` wrote",
        "\(path)：不是 `townlayout batch … --shard K/N` 写出的文件夹"
      )
    case .intoPart(let path):
      (
        "\(path): is one of the parts; name another folder for the whole",
        "\(path)：是其中一个分片；请为合并结果另指定文件夹"
      )
    case .incomplete(let path, let missing):
      (
        "\(path): \(missing.count.counted("scenario")) of the shard not done: \(list(missing)); run it again "
          + "with --resume",
        "\(path)：分片中 \(missing.count) 个情景未完成：\(chineseList(missing))；请用 --resume 继续"
      )
    case .otherBatch(let path, let first, let difference):
      (
        "\(path): is of another batch than \(first): \(part(difference.part).english) is "
          + "\(value(difference.value).english) here and \(value(difference.other).english) there; make all parts "
          + "with the same program, plan, scenarios and inputs",
        "\(path)：与 \(first) 不属于同一批次：\(part(difference.part).chinese)此处为 "
          + "\(value(difference.value).chinese)，彼处为 \(value(difference.other).chinese)；"
          + "各分片须用同一程序、规划、情景与输入"
      )
    case .repeated(let path, let first, let shard):
      (
        "\(path): is shard \(shard), and so is \(first); give each shard once",
        "\(path)：为分片 \(shard)，与 \(first) 重复；每个分片只给一次"
      )
    case .missingShards(let shards, let count):
      (
        "of \(count) shards these are missing: \(list(shards.map { "\($0)" })); run them, then merge again",
        "\(count) 个分片中缺少：\(chineseList(shards.map { "\($0)" }))；补齐后再合并"
      )
    case .otherBase(let path, let first):
      (
        "\(path): found another plan without changes than \(first), though all they are made from is the same: a "
          + "time limit stopped one of them; limit nodes (layout.node-limit) instead, and run the shards again",
        "\(path)：与 \(first) 的原方案不同，而输入相同：其中之一因时限停止；请改用 layout.node-limit 后重算各分片"
      )
    default: ("\(error)", "\(error)")
    }
  }
}
