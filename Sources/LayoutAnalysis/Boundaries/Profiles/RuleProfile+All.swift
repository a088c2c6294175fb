import LandModel

extension RuleProfile {
  /// All profiles, in the order of their table.
  package static let all = [townPlan, survey, threeLines]

  /// Boundaries of towns on a plan of 1:10 000 and smaller.
  static let townPlan = RuleProfile(
    key: "town-plan",
    title: LocalizedText(english: "Town plan", chinese: "小镇规划"),
    statement: LocalizedText(
      english: "Boundaries of towns that counties declare, on maps of 1:10 000 and smaller.",
      chinese: "各县区申报的小镇边界，图面比例尺不大于 1:10 000。"),
    changes: [
      Change(
        "geometry.small-area", severity: .error,
        [Threshold("planar-area", 400, source: "4 mm² at 1:10 000: domain facts §4.2")]),
      Change("geometry.multipart", severity: .error),
      Change("geometry.hole", isEnabled: true, severity: .error),
    ])

  /// Boundaries measured on the ground.
  static let survey = RuleProfile(
    key: "survey",
    title: LocalizedText(english: "Survey", chinese: "勘测定界"),
    statement: LocalizedText(
      english: "Boundaries measured on the ground, with coordinates to a millimetre.",
      chinese: "实地勘测定界成果，坐标精确到毫米。"),
    changes: [
      Change("geometry.multipart", severity: .error),
      Change("geometry.duplicate-vertex", severity: .error),
    ])

  /// Red line, basic farmland and urban development boundary.
  static let threeLines = RuleProfile(
    key: "three-lines",
    title: LocalizedText(english: "Three control lines", chinese: "三条控制线"),
    statement: LocalizedText(
      english: "Ecological red line, permanent basic farmland and urban development boundary.",
      chinese: "生态保护红线、永久基本农田、城镇开发边界。"),
    changes: [
      Change("geometry.multipart", isEnabled: false)
    ])
}
