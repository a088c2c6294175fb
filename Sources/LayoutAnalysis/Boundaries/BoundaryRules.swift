package import LandModel

/// All rules of boundary validation, in the order in which they are looked at and documented.
package enum BoundaryRules {
  /// Rules about one feature.
  ///
  /// The last of validity asks GEOS about features that passed the others.
  static let featureChecks: [any FeatureCheck] = [
    NullGeometryCheck(), UnreadableGeometryCheck(), EmptyGeometryCheck(),
    NonFiniteOrdinateCheck(), TooFewPointsCheck(), UnclosedRingCheck(), SelfIntersectionCheck(),
    RingSelfTouchCheck(), DuplicateRingCheck(),
    HoleOutsideShellCheck(), NestedHolesCheck(), NestedShellsCheck(), DisconnectedInteriorCheck(),
    OtherInvalidityCheck(), DuplicateVertexCheck(), ShortEdgeCheck(), SpikeCheck(),
    MultipartCheck(), SmallPartCheck(), SmallAreaCheck(), SliverCheck(), SmallHoleCheck(),
    HoleCheck(), WindingCheck(), NearContactCheck(), NarrowPartCheck(), CollinearVertexCheck(),
    VertexSpacingCheck(),
  ]

  /// Rules about a layer, which compare its sound features.
  static let layerChecks: [any LayerCheck] = [
    OverlapCheck(), DuplicateGeometryCheck(), ContainedFeatureCheck(),
    MixedKindsCheck(), GapCheck(),
    UncoveredLandCheck(), UnmatchedEdgeCheck(), MissingVertexCheck(), OutsideBoundaryCheck(),
    CrossingBoundaryCheck(), UnusableUnitCheck(), UnknownCountyCheck(), MissingFieldCheck(),
    MissingIDCheck(), DuplicateIDCheck(), DeclaredAreaCheck(), UnreadableAreaCheck(),
    MissingValueCheck(), WrongTypeCheck(), OutsideDomainCheck(), OutOfRangeCheck(),
    TooLongValueCheck(), PatternMismatchCheck(), DuplicateValueCheck(), CodeNameMismatchCheck(),
    AdministrativeCodeCheck(), GarbledTextCheck(), ControlTotalCheck(),
    OutsideWorkingAreaCheck(), ZoneMismatchCheck(), ZonePrefixCheck(), SwappedAxesCheck(),
    UnitMismatchCheck(),
    DeclaredByPlanCheck(), MissingReferenceSystemCheck(), MixedAxesCheck(), OutsideZoneCheck(),
    DatumShiftCheck(), SourceGuessCheck(), ReplacedCurveCheck(),
  ]

  /// Rules that compare layers with each other.
  static let layerSetChecks: [any LayerSetCheck] = [
    ControlLineConflictCheck(), EdgeMatchCheck(),
  ]

  /// Rules about a stream that is read, and about what the user said of findings.
  static let statementRules = [BrokenRecord.rule, UnusedWaiver.rule]

  /// Every rule, in that order.
  package static let all: [BoundaryRule] =
    featureChecks.map(\.rule) + layerChecks.map(\.rule) + layerSetChecks.map(\.rule)
    + statementRules

  /// The rule with a code, or nil where there is none.
  package static func rule(_ code: RuleCode) -> BoundaryRule? { all.first { $0.code == code } }

  private static let places: [RuleCode: Int] = {
    var places: [RuleCode: Int] = [:]
    for (place, rule) in all.enumerated() { places[rule.code] = place }
    return places
  }()

  /// The place of a rule in ``all``; one past the end for a rule that is not there.
  static func place(of code: RuleCode) -> Int { places[code] ?? all.count }

  /// The rules as a Markdown table, one line each, for the documentation.
  package static func markdownTable(in language: Language) -> String {
    let head =
      switch language {
      case .english:
        "| code | rule | severity | leaves feature out | thresholds | repair | what it says |"
      case .chinese: "| 代码 | 规则 | 级别 | 剔除要素 | 阈值与来源 | 修复 | 说明 |"
      }
    let lines = all.map { rule in
      let thresholds = rule.thresholds.map {
        "\($0.name) \($0.value) \($0.unit.rawValue) (\($0.source))"
      }
      let cells = [
        "`\(rule.code.text)`", rule.title.text(in: language), rule.severity.rawValue,
        rule.leavesFeatureOut ? "✓" : "", thresholds.joined(separator: "; "),
        rule.repair?.text(in: language) ?? "",
        rule.statement.text(in: language),
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return ([head, "|---|---|---|---|---|---|---|"] + lines).joined(separator: "\n") + "\n"
  }
}
