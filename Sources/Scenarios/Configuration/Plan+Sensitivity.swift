import LandModel
import LayoutAnalysis

extension PlanValue {
  /// What is asked about the plan, from the `layout` section.
  func sensitivityParameters(seed: UInt32) -> SensitivityParameters {
    SensitivityParameters(
      forcing: self["cost-of-forcing"]?.forcingScope ?? .automatic,
      stability: self["stability"].map { value in
        var parameters = StabilityParameters(seed: seed)
        if let samples = value["samples"] { parameters.samples = samples.integer }
        if let spread = value["spread"] { parameters.spread = spread.ratio }
        if let seed = value["seed"] { parameters.seed = UInt32(seed.integer) }
        return parameters
      },
      alternatives: self["alternatives"].map { value in
        var parameters = AlternativesParameters()
        if let count = value["count"] { parameters.count = count.integer }
        if let within = value["within"] { parameters.within = within.ratio }
        if let differ = value["differ"] { parameters.differ = differ.ratio }
        return parameters
      })
  }

  private var forcingScope: ForcingScope {
    if let count = Int(text) { return .sites(count) }
    return boolean ? .automatic : .none
  }
}
