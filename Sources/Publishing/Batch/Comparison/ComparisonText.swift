import LandModel

/// The texts of the comparison of scenarios, in both languages.
enum ComparisonText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let kind = both("Comparison of scenarios", "多情景比较")
  static let plan = both("Plan file", "规划文件")
  static let file = both("Scenarios file", "情景文件")
  static let scenarios = both("Scenarios", "情景")
  static let plans = both("%@ with a plan", "其中有方案 %@ 个")
  static let distinct = both("Different plans", "不同方案")
  static let distinctDetail = both("sets of towns among %@ plans", "%@ 个方案中的不同组合")
  static let without = both("Without a plan", "无方案")
  static let withoutDetail = both(
    "%@ impossible, %@ not found in time, %@ failed", "不可行 %@，限时内未找到 %@，失败 %@")
  static let always = both("Always chosen", "必选小镇")
  static let alwaysDetail = both("of %@ ever chosen", "曾入选 %@ 个")
  static let base = both("Objective of the plan itself", "原方案目标值")
  static let baseDetail = both("%@ towns", "%@ 个小镇")
  static let stopped = both(
    "%@ rows were stopped by the time limit: they may differ on another machine or next time. Limit nodes "
      + "(layout.node-limit) and no seconds where they must not.",
    "%@ 个情景因时限停止：换机器或重算可能得到不同结果。如需可重复，请以 layout.node-limit 代替时限。")

  static let front = both("What is gained and given up", "得失权衡")
  static let frontNote = both(
    "Each point is a plan. Measures are without the weights of the objective, so that plans made under different "
      + "weights compare; scores hold the weights of each scenario's own factors. On the front (ringed) no other plan "
      + "of the batch is as good in both and better in one; it is the front of these scenarios, not of all plans.",
    "每点为一个方案。度量不含目标权重，因此不同权重下的方案可比；适宜性得分含各情景自身的因子权重。前沿（圈出）上的方案，"
      + "没有其他方案两项都不差且一项更好；这是本批情景的前沿，而非所有可能方案的前沿。")
  static let frontTable = both("Plans on the front", "前沿方案")
  static let alike = both("and %@ more with the same values", "另有 %@ 个情景数值相同")
  static let frontShort = both("on the front", "前沿")
  static let basePlan = both("the plan itself", "原方案")
  static let otherPlans = both("other plans", "其他方案")

  static let terms = both("Objective by scenario", "各情景目标值")
  static let termsNote = both(
    "Terms as each scenario weighs them. Their sum is the objective, and is to be compared only where the weights are "
      + "the same.",
    "各项按该情景的权重计，合计为目标值；仅在权重相同的情景之间可比。")
  static let more = both(
    "%@ more rows are on the screen, and all of them in scenarios.csv.",
    "其余 %@ 行见屏幕版，全部见 scenarios.csv。")
  static let distribution = both("How plans are spread", "方案分布")
  static let scenario = both("Scenario", "情景")
  static let status = both("Status", "状态")
  static let objective = both("Objective", "目标值")
  static let gap = both("Gap", "间隙")
  static let parts = both("Terms", "构成")
  static let towns = both("Towns", "小镇")
  static let area = both("Area, km²", "面积 km²")
  static let common = both("In common with the plan", "与原方案相同")
  static let similarity = both("Likeness", "相似度")
  static let reasons = both("Why there is no plan", "无方案的原因")
  static let times = both("%@ scenarios", "%@ 个情景")

  static let inCommon = both("Towns in common", "方案异同")
  static let inCommonNote = both(
    "Likeness of two plans: towns that both have, as a share of the towns that either has (Jaccard).",
    "两方案的相似度：共有小镇数占两者小镇总数（并集）的比例（Jaccard）。")
  static let likenessToBase = both("Likeness to the plan itself", "与原方案的相似度")
  static let likenessOfPairs = both("Likeness of every two plans", "两两方案的相似度")
  static let countOfPlans = both("plans", "方案数")
  static let countOfPairs = both("pairs", "对数")

  static let frequency = both("How often candidates are chosen", "候选入选频率")
  static let frequencyNote = both(
    "Share of the %@ plans in which a candidate becomes a town; the plan itself is not counted, its towns are ringed.",
    "候选在 %@ 个方案中入选的比例；不含原方案，原方案的小镇以圆圈标出。")
  static let industries = both("Industries", "产业")
  static let never = both("Never chosen: %@.", "从未入选：%@。")
  static let inBase = both("in the plan", "原方案入选")

  static let parameters = both("What varies", "变动参数")
  static let setting = both("Setting", "参数")
  static let values = both("Values", "取值")
  static let baseValue = both("In the plan", "原方案")
  static let differing = both("%@ different, %@ to %@", "%@ 种，%@ 至 %@")
  static let leftOut = both("left out", "缺省")
  static let data = both("Data and provenance", "数据与溯源")
  static let inputs = both("Inputs", "输入")
  static let missing = both("missing", "缺失")
  static let synthetic = both(
    "Layers of this plan say in their own features that they are made up, for demonstration. Nothing here may be used "
      + "for a decision on the ground.",
    "本规划的图层要素自带“合成”标记，仅供演示，不得用于实际决策。")
  static let points = both("points", "分")
  static let squareKilometres = both("km²", "km²")
  static let weight = both("resource weight", "资源权重")
}
