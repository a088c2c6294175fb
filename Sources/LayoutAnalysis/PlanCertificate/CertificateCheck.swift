package import LandModel

/// Something that does not hold.
package struct CertificateFault: Sendable, Hashable {
  /// Ids of the towns, keys of the layers or names of the terms concerned.
  package let subjects: [String]
  package let text: LocalizedText

  package init(_ subjects: [String], english: String, chinese: String) {
    self.subjects = subjects
    text = LocalizedText(english: english, chinese: chinese)
  }
}

/// One thing that was looked at again, and how it stands.
package struct CertificateCheck: Sendable, Hashable {
  /// How a check ended.
  package enum Outcome: String, Sendable, CaseIterable {
    case holds
    case broken
    /// What it needs could not be read.
    case unchecked
    /// Nobody but the program says so.
    case trusted
  }

  /// Stable code, such as `spacing`.
  package let code: String
  package let title: LocalizedText
  package let outcome: Outcome
  /// What was looked at, with numbers.
  package let detail: LocalizedText
  /// Everything that does not hold, in a fixed order.
  package let faults: [CertificateFault]

  /// A check that was made: it holds where it has no fault.
  ///
  /// - Parameter isComplete: whether all that it looks at could be looked up; without, it is unchecked at best.
  package init(
    _ code: CertificateCode, detail: LocalizedText, faults: [CertificateFault],
    isComplete: Bool = true
  ) {
    let sound: Outcome = isComplete ? .holds : .unchecked
    self.init(code, faults.isEmpty ? sound : .broken, detail: detail, faults: faults)
  }

  package init(
    _ code: CertificateCode, _ outcome: Outcome, detail: LocalizedText,
    faults: [CertificateFault] = []
  ) {
    self.code = code.rawValue
    title = code.title
    self.outcome = outcome
    self.detail = detail
    self.faults = faults
  }
}

/// Everything that is looked at again, in its order.
package enum CertificateCode: String, Sendable, CaseIterable {
  case planFile = "plan-file"
  case inputs
  case files
  case towns
  case shape
  case place
  case areas
  case quotas
  case land
  case budget
  case locks
  case spacing
  case constraints
  case county
  case factors
  case scores
  case equity
  case objective
  case minimums
  case bound
  case proposals
  case columns
  case coverage
  case rows
  case cliques
  case dual
  case optimality

  package var title: LocalizedText {
    switch self {
    case .planFile: LocalizedText(english: "plan file", chinese: "规划文件")
    case .inputs: LocalizedText(english: "input files", chinese: "输入文件")
    case .files: LocalizedText(english: "files agree", chinese: "成果一致")
    case .towns: LocalizedText(english: "one town, one industry", chinese: "一镇一业")
    case .shape: LocalizedText(english: "in one piece", chinese: "边界连续")
    case .place: LocalizedText(english: "at its site", chinese: "位于选址处")
    case .areas: LocalizedText(english: "areas", chinese: "面积")
    case .quotas: LocalizedText(english: "quotas", chinese: "数量配额")
    case .land: LocalizedText(english: "land quotas", chinese: "用地配额")
    case .budget: LocalizedText(english: "budget", chinese: "投资预算")
    case .locks: LocalizedText(english: "locked sites", chinese: "锁定地点")
    case .spacing: LocalizedText(english: "spacing", chinese: "间距")
    case .constraints: LocalizedText(english: "constraint layers", chinese: "约束图层")
    case .county: LocalizedText(english: "within the county", chinese: "不跨县界")
    case .factors: LocalizedText(english: "factor values", chinese: "因子值")
    case .scores: LocalizedText(english: "scores", chinese: "得分")
    case .equity: LocalizedText(english: "equity between counties", chinese: "县区均衡")
    case .minimums: LocalizedText(english: "least points", chinese: "目标项下限")
    case .objective: LocalizedText(english: "objective", chinese: "目标值")
    case .bound: LocalizedText(english: "bound and gap", chinese: "上界与差距")
    case .proposals: LocalizedText(english: "boundaries offered", chinese: "备选边界")
    case .columns: LocalizedText(english: "whole numbers", chinese: "整数系数")
    case .coverage: LocalizedText(english: "coverage groups", chinese: "覆盖组")
    case .rows: LocalizedText(english: "rules as rows", chinese: "规则行")
    case .cliques: LocalizedText(english: "cliques", chinese: "互斥组")
    case .dual: LocalizedText(english: "proven bound", chinese: "对偶上界")
    case .optimality: LocalizedText(english: "no better plan", chinese: "最优性")
    }
  }
}
