import LandModel
import Scenarios

/// A batch as text: how its scenarios ended, which plans no other beats, and what every plan has.
struct BatchSummary {
  let batch: BatchResult
  let folder: String
  let language: Language

  private var isChinese: Bool { language == .chinese }

  var text: String {
    let counts = ScenarioRecord.Status.allCases.compactMap { status -> String? in
      let count = batch.count(status)
      return count == 0 ? nil : "\(name(status)) \(count)"
    }
    let stopped = batch.records.dropFirst().count { $0.stop == .time }
    var text = "\(batch.title.text(in: language))\n"
    text +=
      isChinese
      ? "情景 \(batch.scenarioCount) 个：\(counts.joined(separator: "，"))\n"
      : "\(batch.scenarioCount.counted("scenario")): \(counts.joined(separator: ", "))\n"
    if stopped > 0 {
      text +=
        isChinese
        ? "其中 \(stopped) 个因时限停止，重算结果可能不同；可用 layout.node-limit 代替\n"
        : "\(stopped) stopped by the time limit, and may differ next time; layout.node-limit does not\n"
    }
    if let objective = batch.base.objective {
      let value = TextTable.number(objective, decimals: 4)
      text +=
        isChinese
        ? "原方案：目标值 \(value)，\(batch.base.towns.count) 个小镇\n"
        : "the plan itself: objective \(value), \(batch.base.towns.count.counted("town"))\n"
    } else {
      text +=
        (isChinese ? "原方案：" : "the plan itself: ")
        + (batch.base.sentence?.text(in: language) ?? "") + "\n"
    }
    return text + failures + comparison + (isChinese ? "结果：\(folder)\n" : "written to \(folder)\n")
  }

  /// The first scenarios that failed, and why: the others are rows of the table.
  private var failures: String {
    let failed = batch.records.filter { $0.status == .failed }
    let lines = failed.prefix(5).map { record in
      let reason = record.sentence?.text(in: language) ?? ""
      return isChinese ? "失败：\(record.id)：\(reason)\n" : "failed: \(record.id): \(reason)\n"
    }
    guard failed.count > lines.count else { return lines.joined() }
    let rest = failed.count - lines.count
    return lines.joined() + (isChinese ? "另有 \(rest) 个失败\n" : "and \(rest) more failed\n")
  }

  private var comparison: String {
    let (x, y) = batch.axes
    let front = batch.front(x, y).count { $0 }
    let always = batch.choices.filter { $0.count == batch.planCount && $0.count > 0 }
    guard batch.planCount > 0 else { return "" }
    return isChinese
      ? "\(x.name) × \(y.name) 前沿方案 \(front) 个；在 \(batch.planCount) 个方案中全部入选的小镇 \(always.count) 个\n"
      : "\(front.counted("plan")) on the front of \(x.name) and \(y.name); "
        + "\(always.count.counted("town")) in every one of \(batch.planCount.counted("plan"))\n"
  }

  private func name(_ status: ScenarioRecord.Status) -> String {
    guard isChinese else { return status.rawValue }
    return switch status {
    case .optimal: "最优"
    case .feasible: "可行"
    case .infeasible: "不可行"
    case .unknown: "未知"
    case .failed: "失败"
    }
  }
}
