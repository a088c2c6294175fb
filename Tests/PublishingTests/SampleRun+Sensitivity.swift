import LandModel
import LayoutAnalysis
import Scenarios

/// Answers to what is asked beside a plan, from questions really solved.
extension SampleRun {
  /// The parameters of a question over the sample's sites and boundaries.
  static func question(towns: TownQuota) -> LayoutParameters {
    LayoutParameters(towns: towns, spacing: Metres(kilometres: 4))
  }

  /// The sample run with a plan of one town, solved, and all that can be asked about it.
  static func asked(towns: TownQuota = TownQuota(max: 1)) throws -> RunResult {
    let run = make()
    let parameters = question(towns: towns)
    var layout = try CityLayout(parameters: parameters).result(
      delimitation: run.delimitation, resources: [])
    layout.sensitivity = try PlanSensitivity(
      parameters: SensitivityParameters(
        stability: StabilityParameters(samples: 10, spread: Ratio(0.5)),
        alternatives: AlternativesParameters(count: 2, within: Ratio(0.5))),
      layout: parameters
    ).result(of: layout, delimitation: run.delimitation, resources: [])
    return RunResult(
      title: run.title, grid: run.grid, layers: run.layers, constraints: run.constraints,
      industries: run.industries, validation: run.validation,
      submittedCheck: run.submittedCheck, delimitation: run.delimitation, layout: layout,
      candidates: run.candidates, plannedValidation: run.plannedValidation,
      plannedCheck: run.plannedCheck, serviceAreas: [], provenance: run.provenance)
  }
}
