package import LandModel
package import LayoutAnalysis
package import Scenarios

extension ResultJSON {
  /// `townlayout validate --repair`: what is left, as without repair, and under `repair` what was done.
  ///
  /// - Parameter output: the file written; nil for a dry run.
  package static func repair(_ run: RepairRun, output: String?, in language: Language) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.counts(of: run.after)
      object.member("waived", run.after.waivedCount)
      object.omissions([(nil, run.after.omitted)])
      object.array("findings") { list in
        for finding in run.after.findings {
          list.object { $0.members(of: finding, on: run.grid, in: language) }
        }
      }
      object.object("repair") { $0.members(of: run, output: output) }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  /// Writes what was asked for, the counts before and after, and each feature concerned.
  package mutating func members(of run: RepairRun, output: String?) {
    let features = run.repair.features
    member("output", output)
    array("rules") { list in
      for rule in RepairStep.possibleRules where run.parameters.fixes.contains(rule) {
        list.value(rule.text)
      }
    }
    member("tolerance_m", run.parameters.borderTolerance.value, decimals: Rounding.measured)
    member("winner", run.parameters.winner.rawValue)
    member(
      "area_change_limit_m2", run.parameters.largestAreaChange.value, decimals: Rounding.area)
    member(
      "area_share_limit", run.parameters.largestAreaShare.value, decimals: Rounding.ratio)
    member("features_changed", features.count { $0.isChanged && !$0.isDropped })
    member("features_dropped", features.count { $0.isDropped })
    member("features_refused", features.count { !$0.refused.isEmpty })
    object("findings_before") { rules in
      for entry in run.before.findingsByRule { rules.member(entry.rule.text, entry.count) }
    }
    object("findings_after") { rules in
      for entry in run.after.findingsByRule { rules.member(entry.rule.text, entry.count) }
    }
    array("features") { list in
      for feature in features { list.object { $0.members(of: feature) } }
    }
  }

  private mutating func members(of feature: FeatureRepair) {
    member("feature_id", feature.id.text)
    array("applied") { list in
      for rule in feature.applied { list.value(rule.text) }
    }
    array("refused") { list in
      for refused in feature.refused { list.object { $0.members(of: refused) } }
    }
    member("area_before_m2", feature.before.ellipsoidal.value, decimals: Rounding.area)
    member("area_after_m2", feature.after.ellipsoidal.value, decimals: Rounding.area)
    member("planar_area_before_m2", feature.before.planar.value, decimals: Rounding.area)
    member("planar_area_after_m2", feature.after.planar.value, decimals: Rounding.area)
    member("largest_shift_m", feature.largestShift.value, decimals: Rounding.measured)
    member("vertices_removed", feature.verticesRemoved)
    member("vertices_added", feature.verticesAdded)
    member("duplicate_of", feature.duplicateOf?.text)
  }

  private mutating func members(of refused: RefusedRepair) {
    member("rule", refused.rule.text)
    member("reason", refused.refusal.code)
    member("measured", refused.refusal.measured, decimals: Rounding.measured)
    member("limit", refused.refusal.limit, decimals: Rounding.measured)
  }
}

extension RepairRefusal {
  /// A stable name of the reason.
  package var code: String {
    switch self {
    case .areaChange: "area-change"
    case .breaksApart: "breaks-apart"
    case .tooFar: "too-far"
    case .vanishes: "vanishes"
    case .becomesInvalid: "becomes-invalid"
    case .inexact: "inexact"
    case .unsettled: "unsettled"
    }
  }

  /// What would come of it: square metres of change, a number of parts, or metres of a border's way.
  package var measured: Double? {
    switch self {
    case .areaChange(let change, _): change.value
    case .breaksApart(_, let count): Double(count)
    case .tooFar(let distance, _): distance.value
    case .vanishes, .becomesInvalid, .inexact, .unsettled: nil
    }
  }

  /// What is allowed, in the same unit.
  package var limit: Double? {
    switch self {
    case .areaChange(_, let limit): limit.value
    case .breaksApart(let count, _): Double(count)
    case .tooFar(_, let limit): limit.value
    case .vanishes, .becomesInvalid, .inexact, .unsettled: nil
    }
  }
}
