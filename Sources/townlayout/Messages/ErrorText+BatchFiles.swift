import LandModel
import Scenarios

/// Words for what is wrong with the files of a batch, and for what two batches differ in.
extension ErrorText {
  static func damaged(
    _ path: String, _ damage: BatchError.Damage
  ) -> (english: String, chinese: String) {
    let reason =
      switch damage {
      case .notABatch: ("it is not the record of a batch", "不是批处理的记录")
      case .unreadable(let message): ("it cannot be read: \(message)", "无法读取：\(message)")
      case .headless: ("its first line is broken off", "首行不完整")
      case .checksum: ("its checksum does not fit its content and this batch", "校验和与内容或本批次不符")
      case .form(let message): ("its form is not known: \(message)", "格式无法识别：\(message)")
      }
    guard damage != .notABatch else {
      return (
        "\(path): damaged: \(reason.0); begin anew with --overwrite, or name another folder",
        "\(path)：已损坏：\(reason.1)；请用 --overwrite 重新开始，或另指定文件夹"
      )
    }
    return (
      "\(path): damaged: \(reason.0); remove the file, and --resume makes it again",
      "\(path)：已损坏：\(reason.1)；删除该文件后用 --resume 重新生成"
    )
  }

  static func part(_ part: ManifestDifference.Part) -> (english: String, chinese: String) {
    switch part {
    case .format: ("the folder's format", "文件夹格式")
    case .version(let component): ("the version of \(component)", "\(component) 的版本")
    case .plan(let name): ("the plan \(name)", "规划文件 \(name) ")
    case .scenarios(let name): ("the scenarios \(name)", "情景文件 \(name) ")
    case .input(let name): ("the input \(name)", "输入文件 \(name) ")
    case .count: ("the number of scenarios", "情景数")
    case .shardCount: ("the number of shards", "分片数")
    }
  }

  static func value(_ value: String?) -> (english: String, chinese: String) {
    value.map { ($0, $0) } ?? ("missing", "缺失")
  }
}
