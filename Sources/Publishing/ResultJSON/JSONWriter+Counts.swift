import LandModel
package import LayoutAnalysis

/// The counts that open the answers to `validate` and `check`, and that `run.json` repeats.
extension JSONWriter {
  /// Writes `features_checked` and `findings_by_rule`.
  package mutating func counts(of validation: BoundaryResult) {
    member("features_checked", validation.featuresChecked)
    object("findings_by_rule") { rules in
      for entry in validation.findingsByRule { rules.member(entry.rule.text, entry.count) }
    }
  }

  /// Writes `towns_checked`, `overlapping_pairs`, `overlap_m2`, `planar_overlap_m2` and `breaches`.
  ///
  /// The areas sum what towns have in common with layers that forbid, limit or set conditions; land outside an `inside`
  /// layer and land within a setback are not overlaps.
  package mutating func counts(of check: RedLineResult) {
    let overlaps = check.results.filter { $0.rule.isAboutOverlap }
    member("towns_checked", check.townsChecked)
    member("overlapping_pairs", check.overlappingPairs)
    member(
      "overlap_m2", overlaps.reduce(0) { $0 + $1.ellipsoidalArea.value }, decimals: Rounding.area)
    member(
      "planar_overlap_m2", overlaps.reduce(0) { $0 + $1.planarArea.value },
      decimals: Rounding.area)
    member("breaches", check.results.count { $0.isBreach })
    member("breach_warnings", check.results.count { $0.severity == .warning })
  }
}
