/// Why the program ended, as its exit code: one for each class of cause, after sysexits.h.
enum ExitCause: Int32, Error, CaseIterable {
  case findings = 1
  case infeasible = 2
  case usage = 64
  case badData = 65
  case missingInput = 66
  case ownDefect = 70
  case outputNotCreated = 73
  case writing = 74
  case badPlan = 78
  case interrupted = 130

  private var meaning: String {
    switch self {
    case .findings:
      "findings (--fail-on), a run that does not hold, scenarios that failed"
    case .infeasible: "no plan can meet all rules, or none was found in time"
    case .usage: "wrong arguments"
    case .badData: "a layer is broken, empty, or of the wrong geometry or reference system"
    case .missingInput: "a file is missing or cannot be read"
    case .ownDefect: "the program's own result broke a rule; nothing was written"
    case .outputNotCreated: "the output exists already or cannot be created"
    case .writing: "writing failed, as on a full disk"
    case .badPlan: "the plan, scenarios, settings or waiver file is wrong"
    case .interrupted: "interrupted; nothing was left behind (a batch: what it goes on from)"
    }
  }

  /// What a Chinese error begins with.
  var chineseTitle: String {
    switch self {
    case .findings: "有检查发现"
    case .infeasible: "无可行方案"
    case .usage: "参数有误"
    case .badData: "数据有误"
    case .missingInput: "无法读取输入"
    case .ownDefect: "程序自身缺陷"
    case .outputNotCreated: "无法创建输出"
    case .writing: "写入失败"
    case .badPlan: "规划、设置或豁免文件有误"
    case .interrupted: "已中断"
    }
  }

  /// The table in the program's help.
  static var help: String {
    let rows = allCases.map { cause in
      let code = "\(cause.rawValue)"
      return "  \(String(repeating: " ", count: 3 - code.count))\(code)  \(cause.meaning)"
    }
    return (["EXIT CODES:", "    0  fine"] + rows).joined(separator: "\n")
  }
}
