import LandModel
import LayoutAnalysis
import Scenarios

/// What every section of the comparison needs: the batch, the language, and names.
struct ComparisonContext: ReportWords {
  let batch: BatchResult
  let language: Language
  let axes: (x: PlanMeasure, y: PlanMeasure)
  /// One for each record.
  let front: [Bool]
  /// Records with a plan, the base among them, in order.
  let plans: [ScenarioRecord]
  /// Names of the objective's terms, in the order of their colours.
  let terms: [String]

  init(_ batch: BatchResult, _ language: Language) {
    self.batch = batch
    self.language = language
    axes = batch.axes
    front = batch.front(axes.x, axes.y)
    plans = batch.records.filter(\.hasPlan)
    var known: Set<String> = []
    terms = batch.records.flatMap(\.terms).map(\.name).filter { known.insert($0).inserted }
  }

  var isSmall: Bool { batch.records.count <= ComparisonReport.mostInMatrix + 1 }

  func colour(ofTerm name: String) -> String {
    ReportPalette.factor(terms.firstIndex(of: name) ?? 0)
  }

  /// A measure or a term as readers know it.
  func title(ofMeasure name: String) -> String {
    switch name {
    case "area": say(LocalizedText(english: "Land", chinese: "用地面积"))
    case "towns": say(LocalizedText(english: "Towns", chinese: "小镇数"))
    default: termTitle(name)
    }
  }

  /// The unit of a measure; empty for a count.
  func unit(of measure: PlanMeasure) -> String {
    switch measure.name {
    case "suitability": say(ComparisonText.points)
    case "area": say(ComparisonText.squareKilometres)
    case "towns": ""
    default: say(ComparisonText.weight)
    }
  }

  func axisTitle(_ measure: PlanMeasure) -> String {
    let unit = unit(of: measure)
    return title(ofMeasure: measure.name)
      + (unit.isEmpty ? "" : language == .chinese ? "（\(unit)）" : ", \(unit)")
  }

  /// The scenario of a record, as tables name it.
  func title(of record: ScenarioRecord) -> String {
    record.number == 0 ? say(ComparisonText.basePlan) : record.id
  }

  /// The scenario's title where it says more than its name.
  func subtitle(of record: ScenarioRecord) -> String? {
    let title = say(batch.index.scenarios[record.number].title)
    return record.number == 0 || title == record.id || title.isEmpty ? nil : title
  }

  /// What ended a search early.
  func title(of stop: ScenarioRecord.Stop) -> String {
    switch stop {
    case .time: language == .chinese ? "因时限停止" : "stopped by time"
    case .nodes: language == .chinese ? "因节点数停止" : "stopped by nodes"
    }
  }

  func statusTitle(_ status: ScenarioRecord.Status) -> String {
    switch status {
    case .optimal: say(ReportText.status(LayoutStatus.optimal))
    case .feasible: say(ReportText.status(LayoutStatus.feasible))
    case .infeasible: say(ReportText.status(LayoutStatus.infeasible))
    case .unknown: say(ReportText.status(LayoutStatus.unknown))
    case .failed: language == .chinese ? "失败" : "failed"
    }
  }
}
