import LandModel
import LayerStore
import LayoutAnalysis

extension AppliedRule {
  /// What to know about a rule before its findings are mended: its limits with their sources, and what
  /// repair does.
  func help(in language: Language) -> String {
    let isChinese = language == .chinese
    var sentences = [rule.statement.text(in: language)]
    sentences += limits.map { limit in
      let value = limit.text(in: language)
      let source = limit.source(in: language)
      let title = RuleThreshold.title(of: limit.name).text(in: language)
      return isChinese ? "阈值 \(title)：\(value)（\(source)）。" : "\(title): \(value) (\(source))."
    }
    if let repair = rule.repair {
      sentences.append((isChinese ? "修复：" : "Repair: ") + repair.text(in: language))
    }
    return sentences.joined(separator: isChinese ? "" : " ")
  }
}

extension AppliedRule.Limit {
  /// The value with its unit, or that there is no limit.
  func text(in language: Language) -> String {
    if isNoLimit { return language == .chinese ? "不限" : "no limit" }
    let number = DecimalText.text(value, decimals: Rounding.ratio)
    return switch unit {
    case .metre: "\(number) m"
    case .squareMetre: "\(number) m²"
    case .degree: "\(number)°"
    case .money, .point: "\(number) \(unit.rawValue)"
    case .ratio, .count, .none: number
    }
  }

  /// Where the value comes from, in words.
  func source(in language: Language) -> String {
    switch origin {
    case .rule, .profile: source
    case .user: language == .chinese ? "用户设定" : "set by the user"
    }
  }
}
