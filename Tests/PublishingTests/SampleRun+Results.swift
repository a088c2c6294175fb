import LandModel
import LayoutAnalysis
import Scenarios

/// What the questions answered in the sample run.
extension SampleRun {
  /// Site and industry of each proposal: the first and the fourth are chosen.
  static func delimitation(named name: String) -> DelimitationResult {
    let names = [name, "热水小镇", "沙洲小镇", "九龙江小镇"]
    let seeds = [XY(4000, 8000), XY(23_000, 22_000), XY(6000, 10_000), XY(33_000, 33_000)]
    let sites = names.indices.map { row in
      Site(
        id: FeatureID("T0\(row + 1)"), name: names[row], county: row % 2 == 0 ? "431022" : "431026",
        countyName: row % 2 == 0 ? "宜章县" : "汝城县",
        seed: XY(origin.x + seeds[row].x, origin.y + seeds[row].y),
        industries: ["tourism", "farming"])
    }
    return DelimitationResult(
      sites: sites,
      proposals: [
        proposal(0, "tourism", seeds[0], score: 71.5), proposal(0, "farming", seeds[0], score: 55),
        proposal(1, "tourism", seeds[1], score: 64.25),
        proposal(3, "farming", seeds[3], score: 60),
      ],
      refusals: [
        DelimitationRefusal(site: 2, industry: "tourism", shortfall: shortfall)
      ])
  }

  private static let shortfall = Shortfall(
    reached: SquareMetres(800_000), wanted: SquareMetres(3_000_000),
    cause: both("0.8 km² free of forbidden land", "可用地仅 0.8 km²"))

  private static func proposal(
    _ site: Int, _ industry: String, _ seed: XY, score: Double
  ) -> TownProposal {
    let boundary = Geometry.polygon(rings: [box(seed.x - 850, seed.y - 850, 1700, 1700)])
    let construction = Geometry.polygon(rings: [box(seed.x - 400, seed.y - 400, 800, 800)])
    let areas = EllipsoidalArea(grid: grid)
    return TownProposal(
      site: site, industry: industry, boundary: boundary,
      planarArea: PlanarMeasure.area(of: boundary), ellipsoidalArea: areas.area(of: boundary),
      constructionBoundary: construction, constructionArea: areas.area(of: construction),
      cellCount: 334, score: score,
      factors: [
        FactorScore(factor: "resource", value: Ratio(score / 100), weight: Ratio(0.6)),
        FactorScore(factor: "access", value: Ratio(score / 100), weight: Ratio(0.4)),
      ],
      compactness: Ratio(0.785398), reach: Metres(1202.08), objective: 2.1, bound: 2.12,
      gap: Ratio(0.0095), shortfall: nil)
  }

  static var layout: LayoutResult {
    LayoutResult(
      status: .optimal, chosen: [0, 3], objective: 143.75,
      terms: [
        ObjectiveTerm(name: "suitability", value: 131.5),
        ObjectiveTerm(name: "coverage.scenic", value: 12.25),
      ], bound: 143.75, gap: .zero,
      rules: [
        rule("towns.max", "", 2, 2, isBinding: true), rule("county.max", "431022", 1, 1),
        rule("county.max", "431026", 3, 1), rule("industry.max", "tourism", 2, 1),
      ],
      rejected: [
        RejectedSite(
          site: 1, reason: "towns.max", because: [], text: both("All towns are taken", "名额已满")),
        RejectedSite(
          site: 2, reason: "no-boundary", because: [], text: both("No land", "无可用地")),
      ], contradictions: [], columnCount: 4, rowCount: 12, nodeCount: 1, equity: equity,
      pareto: front)
  }

  private static func rule(
    _ code: String, _ subject: String, _ limit: Double, _ used: Double, isBinding: Bool = false
  ) -> LayoutRule {
    LayoutRule(
      code: code, subject: subject, limit: limit, used: used, unit: .count, isBinding: isBinding,
      text: both("At most \(Int(limit)); \(Int(used)) used", "上限 \(Int(limit))，已用 \(Int(used))"))
  }

  static func outcomes(named name: String) -> [CandidateOutcome] {
    let rows: [(FeatureID, String, XY, Int?, String)] = [
      ("T01", name, XY(4000, 8000), 0, "chosen"),
      ("T02", "热水小镇", XY(23_000, 22_000), nil, "towns.max"),
      ("T03", "沙洲小镇", XY(6000, 10_000), nil, "no-boundary"),
      ("T04", "九龙江小镇", XY(33_000, 33_000), 3, "chosen"),
      ("T05", "坏边界小镇", XY(15_000, 12_000), nil, "invalid"),
    ]
    return rows.enumerated().map { row, entry in
      CandidateOutcome(
        id: entry.0, name: entry.1, county: row % 2 == 0 ? "431022" : "431026",
        countyName: row % 2 == 0 ? "宜章县" : "汝城县", row: row,
        declaredBoundary: .polygon(rings: [box(entry.2.x - 900, entry.2.y - 700, 1800, 1500)]),
        chosenProposal: entry.3, reason: entry.4,
        explanation: both("Because of \(entry.4)", "原因：\(entry.4)"))
    }
  }

  static var validation: BoundaryResult {
    BoundaryResult(
      featuresChecked: 52,
      findings: [
        Finding(
          rule: "layer.overlap", severity: .error, layer: "candidates", featureIDs: ["T01", "T03"],
          value: 91_000, limit: 0, unit: .squareMetre,
          message: both("Two towns overlap by 91 000 m²", "两个小镇重叠 91 000 平方米"),
          geometry: .polygon(rings: [box(5100, 9300, 200, 455)])),
        Finding(
          rule: "ogc.self-intersection", severity: .error, layer: "candidates",
          featureIDs: ["T05"], message: both("The ring crosses itself", "环自相交"),
          geometry: .point(XY(origin.x + 15_000, origin.y + 12_000))),
        Finding(
          rule: "attribute.area", severity: .warning, layer: "candidates", featureIDs: ["T04"],
          value: 0.12, limit: 0.001, unit: .ratio,
          message: both("The declared area differs by 12 %", "申报面积相差 12 %")),
      ])
  }

  static var submittedCheck: RedLineResult {
    let piece = Geometry.polygon(rings: [box(25_000, 12_990, 1000, 10)])
    let area = EllipsoidalArea(grid: grid).area(of: piece)
    return RedLineResult(
      townsChecked: 4,
      results: [
        result("T01", "red-line", .clear, nearest: 5200),
        ConstraintResult(
          townID: "T02", constraint: "red-line", rule: .forbid, situation: .encroaches,
          isBreach: true, planarArea: PlanarMeasure.area(of: piece), ellipsoidalArea: area,
          share: Ratio(0.0037), width: Metres(10),
          pieces: [
            ConstraintPiece(
              featureIDs: ["R2"], geometry: piece, planarArea: PlanarMeasure.area(of: piece),
              ellipsoidalArea: area)
          ], featureIDs: ["R2"], nearestDistance: .zero),
      ], overlappingPairs: 1)
  }

  static var plannedCheck: RedLineResult {
    RedLineResult(
      townsChecked: 2,
      results: [
        result("T01", "red-line", .clear, nearest: 5150),
        result("T04", "red-line", .near, nearest: 42.125),
      ], overlappingPairs: 0)
  }

  private static func result(
    _ town: FeatureID, _ constraint: String, _ situation: Situation, nearest: Double
  ) -> ConstraintResult {
    ConstraintResult(
      townID: town, constraint: constraint, rule: .forbid, situation: situation, isBreach: false,
      planarArea: .zero, ellipsoidalArea: .zero, share: .zero, width: nil, pieces: [],
      featureIDs: ["R1"], nearestDistance: Metres(nearest))
  }

  static var serviceAreas: [ServiceArea] {
    [("T01", 0.0), ("T04", 20_000)].map { id, x in
      let geometry = Geometry.polygon(rings: [box(x, 0, 20_000, 40_000)])
      return ServiceArea(
        townID: FeatureID(id), geometry: geometry, planarArea: PlanarMeasure.area(of: geometry),
        ellipsoidalArea: EllipsoidalArea(grid: grid).area(of: geometry), population: 12_345,
        resourceCount: 1, resourceWeight: 2.5)
    }
  }
}
