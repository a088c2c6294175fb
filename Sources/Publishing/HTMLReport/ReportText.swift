import LandModel

/// Every text of the report that does not come from data, in both languages.
enum ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  // MARK: Header and key figures

  static let kind = both("Citywide layout plan of characteristic towns", "特色小镇总体布局规划")
  static let profile = both("Rules", "规则依据")
  static let workingCRS = both("Working CRS", "工作坐标系")
  static let plan = both("Plan file", "规划文件")
  static let seed = both("Seed", "随机种子")
  static let warningsTitle = both("Read this first", "请先阅读")
  static let syntheticTitle = both("Synthetic data", "含合成数据")
  static let syntheticText = both(
    "These layers say in their own features that they are made up, for demonstration. "
      + "Nothing here may be used for a decision on the ground:",
    "以下图层的要素自带“合成”标记，仅供演示，不得用于实际决策：")
  static let chosenTowns = both("Towns chosen", "入选小镇")
  static let ofCandidates = both("of %@ candidates", "候选 %@ 个")
  static let totalArea = both("Total town area", "规划总面积")
  static let construction = both("Construction land", "建设用地")
  static let ofWhichConstruction = both("construction %@ km²", "其中建设用地 %@ km²")
  static let objective = both("Objective", "目标函数值")
  static let boundAndGap = both("bound %@, gap %@", "上界 %@，间隙 %@")
  static let dualGap = both("gap %@ without the solver", "不依赖求解器的间隙 %@")
  static let encroachments = both("Rules broken", "违反管控规则")
  static let submittedToPlanned = both("as submitted → as planned", "申报 → 规划")
  static let findingsFound = both("Findings in the data", "数据质检问题")
  static func count(errors: Int, warnings: Int) -> LocalizedText {
    both(
      errors.counted("error") + ", " + warnings.counted("warning"),
      "错误 \(errors)，警告 \(warnings)")
  }
  static let peopleServed = both("People served", "服务人口")
  static func served(resources: Int) -> LocalizedText {
    both(resources.counted("resource") + " in reach", "覆盖资源 \(resources) 处")
  }

  // MARK: Sections

  static let map = both("Map", "布局图")
  static let towns = both("Towns", "小镇一览")
  static let redLines = both("Red lines and other constraints", "红线与管控约束")
  static let findings = both("Findings", "质检问题")
  static let layout = both("Objective and quotas", "目标与指标")
  static let candidates = both("Candidates not chosen", "未入选候选")
  static let data = both("Data and provenance", "数据与溯源")
  static let contents = both("Contents", "目录")

  // MARK: Map

  static let layers = both("Layers", "图层")
  static let zoomIn = both("Zoom in", "放大")
  static let zoomOut = both("Zoom out", "缩小")
  static let wholeCity = both("Whole city", "全市")
  static let mapHelp = both(
    "Drag to move; wheel or two fingers to zoom; arrow keys, + and −, 0 for the whole city.",
    "拖动平移，滚轮或双指缩放；键盘方向键、＋、－，0 返回全市。")
  static let simplified = both(
    "Drawn for display: within %@ m near towns, within %@ m elsewhere; areas and distances in this "
      + "report are measured on the exact boundaries.",
    "地图仅供显示：小镇附近误差不超过 %@ m，其他地区不超过 %@ m；报告中的面积与距离均按精确边界量算。")
  static let notDrawn = both(
    "%@: %@ of %@ features are large enough to be drawn.", "%@：共 %3$@ 个要素，显示 %2$@ 个。")
  static let needsScript = both(
    "The map needs JavaScript; all tables and charts work without it.",
    "地图需要启用 JavaScript；表格与图表不受影响。")
  static let groupPlan = both("Plan", "规划成果")
  static let groupSubmitted = both("As submitted", "申报资料")
  static let groupConstraints = both("Constraints", "管控约束")
  static let groupBase = both("Base data", "基础数据")
  static let townLayer = both("Towns, by industry", "入选小镇（按产业）")
  static let constructionLayer = both("Construction land", "建设用地")
  static let serviceLayer = both("Service areas", "服务范围")
  static let candidateLayer = both("Candidates, as submitted", "候选小镇（申报边界）")
  static let conflictLayer = both("Conflicts as submitted", "申报冲突")
  static let plannedConflictLayer = both("Conflicts as planned", "规划冲突")
  static let findingLayer = both("Findings", "质检问题")

  // MARK: Columns

  static let number = both("No.", "序号")
  static let town = both("Town", "小镇")
  static let county = both("County", "县区")
  static let industry = both("Industry", "主导产业")
  static let areaKm2 = both("Area, km²", "面积 km²")
  static let constructionKm2 = both("Building land, km²", "建设用地 km²")
  static let score = both("Score", "得分")
  static let scoreTerms = both("Parts of the score", "得分构成")
  static let compactness = both("Compactness", "紧凑度")
  static let reach = both("Reach", "最远边界")
  static let nearest = both("Nearest constraint", "最近管控线")
  static let served = both("People in service area", "服务范围人口")
  static let delimitationGap = both("Boundary gap", "边界间隙")
  static let momentCompactness = both("Compactness by moment", "惯性矩紧凑度")
  static let elongation = both("Elongation", "长宽比")
  static let reachRatio = both("Reach ratio", "伸展比")
  static let starPrice = both("Star shape, at most", "星形代价上限")
  static let listSeparator = both(", ", "、")
  static let followed = both("On features", "沿要素占比")
  static let shortfall = both("Short of the wanted area", "面积不足原因")
  static let shapes = both("Shape of the boundaries", "边界形态")
  static let total = both("Total", "合计")
  static let constraint = both("Constraint", "管控要素")
  static let rule = both("Rule", "规则")
  static let source = both("Source", "依据")
  static let asSubmitted = both("As submitted", "申报边界")
  static let asPlanned = both("As planned", "规划边界")
  static let submittedShort = both("Submitted", "申报")
  static let plannedShort = both("Planned", "规划")
  static let breaches = both("Broken", "违反")
  static let overlapHa = both("Overlap, ha", "重叠 公顷")
  static let situation = both("Situation", "情形")
  static let overlapM2 = both("Area, m²", "面积 m²")
  static let planarM2 = both("Planar, m²", "平面 m²")
  static let share = both("Share of town", "占小镇比")
  static let width = both("Width", "宽度")
  static let distance = both("Distance", "距离")
  static let features = both("Features", "要素")
  static let place = both("Place", "位置")
  static let show = both("Show on map", "地图定位")
  static let message = both("What was found", "问题说明")
  static let value = both("Measured", "实测")
  static let limit = both("Limit", "限值")
  static let layer = both("Layer", "图层")
  static let severity = both("Severity", "级别")
  static let reason = both("Reason", "原因")
  static let used = both("Used", "已用")
  static let explanation = both("Explanation", "说明")
  static let method = both("Areas:", "面积量算方法：")
}
