import LandModel
import LayoutAnalysis

/// The texts of a validation's report that do not come from data, in both languages.
enum ValidationText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let kind = both("Validation of boundaries", "边界数据质检报告")
  static let passes = both("No error stands", "无待整改错误")
  static func fails(_ errors: Int) -> LocalizedText {
    both(errors == 1 ? "%@ error to be mended" : "%@ errors to be mended", "待整改错误 %@ 处")
  }
  static let checked = both("Features checked", "检查要素")
  static let inLayers = both("layers: %@", "%@ 个图层")
  static let errors = both("Errors", "错误")
  static let warnings = both("Warnings", "警告")
  static let notes = both("Notes", "提示")
  static let waived = both("Waived", "豁免")
  static let standing = both("not waived", "未豁免")
  static let withReason = both("each with a reason", "均附理由")
  static let profile = both("Profile", "规则方案")
  static let noProfile = both("rules as they are", "规则默认值")

  static let summary = both("Summary by rule", "按规则汇总")
  static let found = both("Found", "发现")
  static let omitted = both("Only counted", "仅计数")
  static let code = both("Code", "代码")
  static let waivedFindings = both("Waived findings", "豁免问题")
  static let noWaived = both("Nothing was waived.", "无豁免。")
  static let author = both("By", "豁免人")
  static let until = both("Until", "期限")
  static let limits = both("Rules and limits", "规则与阈值")
  static let limitValue = both("Value", "数值")
  static let origin = both("Source", "来源")
  static let repair = both("Repair", "修复")
  static let element = both("Element", "几何位置")
  static let layersRead = both("Layers and methods", "图层与方法")

  static let map = both("Map", "分布图")
  static let mapNote = both(
    "Drawn for display; everything is measured on the exact boundaries, on the working grid where it "
      + "says planar.",
    "地图仅供显示；均按精确边界量算，注明平面者在工作坐标系上量算。")
  static let groupFindings = both("Findings", "质检问题")
  static let groupLayers = both("Layers", "送检图层")
  static let picturedOf = both(
    "Pictures of the first %@; all that are listed are in the table.", "图示前 %@ 处，其余见表。")
  static let listedOf = both(
    "%@ of %@ are listed here; files written with --out hold more.",
    "此处列出 %2$@ 处中的 %1$@ 处；--out 写出的文件所列更多。")
  static let measured = both("measured", "实测")
  static let limit = both("limit", "限值")
  static let countsMeaning = both(
    "Counted are all findings, waived ones included.", "数量含已豁免者。")

  /// Part, ring and vertex in words, counted from 0 as in every output.
  static func text(of element: GeometryElement, in language: Language) -> String {
    let names = language == .chinese ? ["部分", "环", "顶点"] : ["part", "ring", "vertex"]
    return zip(names, [element.part, element.ring, element.vertex])
      .compactMap { name, number in number.map { "\(name) \($0)" } }.joined(separator: " ")
  }

  /// Who set a limit.
  static func origin(_ origin: AppliedRule.Origin) -> LocalizedText {
    switch origin {
    case .rule: both("default", "默认")
    case .profile: both("profile", "方案")
    case .user: both("set by the user", "用户设定")
    }
  }
}
