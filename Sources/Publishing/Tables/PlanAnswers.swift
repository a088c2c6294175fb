import LandModel
import LayoutAnalysis
import Scenarios

/// What a run says of single candidates beside the plan, by their ids.
struct PlanAnswers {
  /// For candidates left out whose cost was asked for.
  let costs: [FeatureID: ForcingCost]
  private let stability: StabilityResult?
  private let sites: [FeatureID: Int]
  private let rejected: [FeatureID: RejectedSite]

  init(_ run: RunResult) {
    let all = run.delimitation.sites
    costs = Dictionary(
      (run.layout.sensitivity.forcing ?? []).map { (all[$0.site].id, $0) },
      uniquingKeysWith: { first, _ in first })
    stability = run.layout.sensitivity.stability
    sites = Dictionary(
      all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rejected = Dictionary(
      run.layout.rejected.map { (all[$0.site].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cost of choosing a candidate; nil where it was chosen, not asked for, or left out by validation
  /// (its id may then be that of another candidate).
  func cost(of candidate: CandidateOutcome) -> ForcingCost? {
    candidate.reason == "invalid" ? nil : costs[candidate.id]
  }

  /// How often a candidate is chosen when weights move, 0…1; nil when not asked, or left out.
  func frequency(of candidate: CandidateOutcome) -> Ratio? {
    candidate.reason == "invalid" ? nil : frequency(of: candidate.id)
  }

  func frequency(of id: FeatureID) -> Ratio? {
    guard let stability, let site = sites[id] else { return nil }
    return stability.frequency(of: site)
  }

  /// The industry that it is then most often chosen with.
  func frequentIndustry(of candidate: CandidateOutcome) -> String? {
    guard candidate.reason != "invalid", let stability, let site = sites[candidate.id] else {
      return nil
    }
    return stability.sites[site].industry
  }

  /// A candidate that is as good in everything.
  func dominator(of candidate: CandidateOutcome) -> FeatureID? {
    candidate.reason == "invalid" ? nil : rejected[candidate.id]?.dominatedBy
  }
}
