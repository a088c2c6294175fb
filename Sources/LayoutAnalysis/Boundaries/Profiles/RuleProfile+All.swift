import LandModel

extension RuleProfile {
  /// All profiles, in the order of their table.
  package static let all = [townPlan, survey, threeLines]

  /// Boundaries of towns on a plan of 1:10 000 and smaller: the rules' own numbers are for this scale.
  static let townPlan = RuleProfile(
    key: "town-plan",
    title: LocalizedText(english: "Town plan", chinese: "小镇规划"),
    statement: LocalizedText(
      english: "Boundaries of towns that counties declare, on maps of 1:10 000 and smaller.",
      chinese: "各县区申报的小镇边界，图面比例尺不大于 1:10 000。"),
    changes: [
      Change(
        "geometry.short-edge", "0.0002 × 10 000, the greater constant (domain facts §4.2)",
        [.init("length", 2)]),
      Change("geometry.multipart", severity: .error, "a town is one piece of land"),
      Change("geometry.hole", isEnabled: true, severity: .error, "a town has no holes"),
      Change(
        "administrative.crossing", severity: .error, "a town lies in the county that declares it"),
    ])

  /// Boundaries measured on the ground, for maps of 1:2 000.
  static let survey = RuleProfile(
    key: "survey",
    title: LocalizedText(english: "Survey", chinese: "勘测定界"),
    statement: LocalizedText(
      english: "Boundaries measured on the ground, to a millimetre, on maps of 1:2 000.",
      chinese: "实地勘测定界成果，坐标精确到毫米，图面比例尺 1:2 000。"),
    changes: [
      Change(
        "geometry.duplicate-vertex", severity: .error,
        "own choice: boundary points are numbered, so one is not measured twice"),
      Change(
        "geometry.short-edge", "scale denominator × 0.2/10 000 at 1:2 000 (domain facts §4.2)",
        [.init("length", 0.04)]),
      Change(
        "geometry.spike", "5° is also used; arm as geometry.short-edge (domain facts §4.2)",
        [.init("angle", 5), .init("arm", 0.04)]),
      Change("geometry.multipart", severity: .error, Source.survey),
      Change("geometry.small-part", Source.scale2000, [.init("scale", 2000)]),
      Change("geometry.small-area", Source.scale2000, [.init("scale", 2000)]),
      Change("geometry.small-hole", Source.scale2000, [.init("scale", 2000)]),
      Change("geometry.narrow-part", Source.ownWidth, [.init("width", 1), .init("arm", 0.04)]),
      Change("layer.unmatched-edge", severity: .error, "neighbours share their boundary points"),
      Change("layer.missing-vertex", severity: .warning, "neighbours share their boundary points"),
      Change(
        "attribute.declared-area", severity: .error,
        "equal after rounding to 0.01 m² in survey data (domain facts §4.2, K)",
        [.init("absolute", 0.01), .init("relative", 0)]),
      Change("crs.declared-by-plan", severity: .warning, "a survey states its reference system"),
      Change(
        "crs.outside-zone", severity: .warning,
        "a city across two zones delivers both (domain facts §3.1, K+)"),
      Change("source.guess", severity: .warning, "a survey leaves nothing to guess"),
      Change("geometry.curve", severity: .error, "arcs are forbidden (domain facts §4.2, B/K+)"),
    ])

  /// Red line, basic farmland and urban development boundary.
  static let threeLines = RuleProfile(
    key: "three-lines",
    title: LocalizedText(english: "Three control lines", chinese: "三条控制线"),
    statement: LocalizedText(
      english: "Ecological red line, permanent basic farmland and urban development boundary.",
      chinese: "生态保护红线、永久基本农田、城镇开发边界。"),
    changes: [
      Change("geometry.multipart", isEnabled: false, "a protected area has several parts"),
      Change("geometry.narrow-part", severity: .note, "a red line follows narrow valleys"),
      Change("administrative.crossing", severity: .error, Source.joins),
      Change("layers.edge-match", severity: .error, Source.joins),
      Change("geometry.curve", severity: .error, "the lines are delivered as straight edges"),
    ])

  /// Sources that several choices have.
  private enum Source {
    static let survey = "forbidden in survey layers (domain facts §4.2, B/K+)"
    static let scale2000 = "1:2 000 → 80 m² (domain facts §4.2)"
    static let ownWidth = "own choice: a strip of 1 m is still a parcel on a map of 1:2 000"
    static let joins = "edge matching between units and across zones (domain facts §4.1)"
  }
}
