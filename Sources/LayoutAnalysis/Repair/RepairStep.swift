package import LandModel

/// A way of mending, in the order in which they are tried; each answers one or more rules.
package enum RepairStep: Int, Sendable, CaseIterable, Comparable {
  /// Repeats a ring's first position at its end.
  case closing
  /// Removes vertices that repeat a neighbour or lie nearer to it than the tolerance.
  case duplicateVertices
  /// Removes the tip of a spike or cut-back.
  case spikes
  /// Makes a polygon valid, keeping its structure.
  case validity
  /// Drops holes below the least area.
  case smallHoles
  /// Drops parts below the least area.
  case smallParts
  /// Turns rings to the wanted direction.
  case winding
  /// Drops the later of equal features.
  case duplicateFeatures
  /// Closes overlaps and gaps below the tolerance.
  case borders

  /// The rules that a step answers, in the order of the table of rules.
  package var rules: [RuleCode] {
    switch self {
    case .closing: ["ogc.unclosed-ring"]
    case .duplicateVertices: ["geometry.duplicate-vertex"]
    case .spikes: ["geometry.spike"]
    case .validity:
      [
        "ogc.too-few-points", "ogc.self-intersection", "ogc.ring-self-touch", "ogc.duplicate-ring",
        "ogc.hole-outside-shell", "ogc.nested-holes", "ogc.nested-shells",
        "ogc.disconnected-interior", "ogc.other",
      ]
    case .smallHoles: ["geometry.small-hole"]
    case .smallParts: ["geometry.small-part"]
    case .winding: ["geometry.winding"]
    case .duplicateFeatures: ["layer.duplicate-geometry"]
    case .borders:
      ["layer.overlap", "layer.gap", "layer.unmatched-edge", "layer.missing-vertex"]
    }
  }

  /// The step that answers a rule; nil where only a person can decide.
  package init?(answering rule: RuleCode) {
    guard let step = Self.allCases.first(where: { $0.rules.contains(rule) }) else { return nil }
    self = step
  }

  package static func < (left: RepairStep, right: RepairStep) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Rules whose repair removes no land and no feature: what `--fix safe` asks for.
  ///
  /// Making valid is among them because it is refused where the area changes or a part splits off.
  package static let safeRules: [RuleCode] = possibleRules.filter { rule in
    switch RepairStep(answering: rule) {
    case .closing, .duplicateVertices, .validity, .winding: true
    default: false
    }
  }

  /// Every rule with a repair, in the order of the table of rules.
  package static let possibleRules: [RuleCode] = BoundaryRules.all.map(\.code).filter {
    RepairStep(answering: $0) != nil
  }
}
