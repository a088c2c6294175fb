import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// Puts the answers together into the result of a run.
struct RunAssembly {
  let run: PlanRun
  let city: ValidatedCity
  let candidates: RunLayer
  let submittedCheck: RedLineResult
  let compliant: [CompliantBoundary]
  let layout: LaidOutCity
  let verification: ResultVerification.Outcome
  let sizes: TownSizes
  let timings: [StageTiming]

  private var plan: Plan { run.plan }
  private var delimitation: DelimitationResult { layout.delimited.delimitation }

  func result() throws -> RunResult {
    RunResult(
      title: plan.title, grid: city.grid, layers: city.layers,
      constraints: plan.constraints.map(constraint),
      industries: plan.delimitation.industries.map { RunIndustry(key: $0.key, title: $0.title) },
      validation: city.validation, submittedCheck: submittedCheck, compliant: compliant,
      delimitation: delimitation,
      layout: layout.layout, candidates: outcomes(),
      plannedValidation: verification.validation, plannedCheck: verification.check,
      serviceAreas: try serviceAreas(), sizes: sizes, warnings: layout.delimited.warnings,
      provenance: provenance)
  }

  private func constraint(_ declared: PlanConstraint) -> RunConstraint {
    let inputs = layout.delimited.inputs
    let all = declared.isForConstructionOnly ? inputs.buildingConstraints : inputs.constraints
    let checked = all.first { $0.layer.key == declared.layer }.map { CheckedRule($0) }
    return RunConstraint(
      key: declared.layer,
      title: city.layers.first { $0.key == declared.layer }?.title
        ?? LocalizedText(english: declared.layer, chinese: declared.layer),
      rule: declared.rule,
      source: declared.source.isEmpty ? declared.rule.standardSource : declared.source,
      vintage: checked?.vintage, remarks: checked?.remarks ?? [])
  }

  /// What became of each submitted candidate, in layer order.
  private func outcomes() -> [CandidateOutcome] {
    let reader = LayerAttributes(
      layer: candidates, attributes: plan.layers(for: .candidates).first?.attributes ?? [:])
    let names = reader.projectedTexts("name")
    let counties = reader.projectedTexts("county")
    let sites = Dictionary(
      delimitation.sites.indices.map { (delimitation.sites[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    let chosen = Dictionary(
      layout.layout.chosen.map { (delimitation.proposals[$0].site, $0) },
      uniquingKeysWith: { first, _ in first })
    let rejected = Dictionary(
      layout.layout.rejected.map { ($0.site, $0) }, uniquingKeysWith: { first, _ in first })
    let valid = Set(candidates.checked.sourceRows)
    return candidates.projected.ids.indices.map { row in
      let id = candidates.projected.ids[row]
      let site = valid.contains(row) ? sites[id] : nil
      let fate: (code: String, text: LocalizedText)
      if let site, chosen[site] != nil {
        fate = ("chosen", LocalizedText(english: "chosen", chinese: "入选"))
      } else if let site, let rejection = rejected[site] {
        fate = (rejection.reason, rejection.text)
      } else if site == nil {
        fate = ("invalid", Self.invalid)
      } else {
        fate = ("no-plan", Self.noPlan)
      }
      return CandidateOutcome(
        id: id, name: names[row] ?? id.text,
        county: site.map { delimitation.sites[$0].county } ?? FeatureID(counties[row] ?? ""),
        countyName: site.map { delimitation.sites[$0].countyName }
          ?? counties[row].map { layout.delimited.inputs.countyNames[FeatureID($0)] ?? $0 } ?? "",
        row: row, declaredBoundary: candidates.projected.geometry.geometry(ofRow: row),
        chosenProposal: site.flatMap { chosen[$0] }, reason: fate.code, explanation: fate.text)
    }
  }

  private static let invalid = LocalizedText(
    english: "left out: the submitted boundary or id is invalid; see the findings",
    chinese: "未参与：申报边界或编号无效，见检查结果")

  private static let noPlan = LocalizedText(
    english: "no plan was found, so no site was chosen or rejected",
    chinese: "未得到规划方案，未作取舍")

  /// What each chosen town serves, within the greatest distance at which a resource counts.
  private func serviceAreas() throws -> [ServiceArea] {
    let sites = layout.layout.chosen.map {
      delimitation.sites[delimitation.proposals[$0].site]
    }
    let radii = plan.layout.coverage.flatMap(\.rings).map(\.radius)
    guard let radius = radii.max(), !sites.isEmpty else { return [] }
    let inputs = layout.delimited.inputs
    let areas = GeometryColumn(
      try ServiceAreas(radius: radius).geometries(seeds: sites.map(\.seed), city: inputs.counties))
    let measure = EllipsoidalArea(grid: city.grid)
    return sites.enumerated().map { row, site in
      let box = areas.boundingBox(ofRow: row)
      func isServed(_ position: XY) -> Bool {
        box.contains(position) && areas.contains(position, inRow: row)
      }
      let resources = inputs.resources.filter { isServed($0.position) }
      let people = inputs.settlements.filter { isServed($0.position) }.map(\.population)
      let geometry = areas.geometry(ofRow: row)
      return ServiceArea(
        townID: site.id, geometry: geometry, planarArea: PlanarMeasure.area(of: geometry),
        ellipsoidalArea: measure.area(of: geometry),
        population: inputs.settlements.isEmpty ? nil : Int(people.reduce(0, +).rounded()),
        resourceCount: resources.count, resourceWeight: resources.map(\.weight).reduce(0, +))
    }
  }

  private var provenance: RunProvenance {
    RunProvenance(
      planFile: plan.file, planSHA256: SHA256.hexadecimal(of: plan.bytes),
      versions: ComponentVersions.all, profile: plan.profile.key,
      profileNumbers: plan.profile.numbers, parameters: plan.settings,
      effectiveParameters: plan.effectiveParameters, seed: UInt64(plan.seed), timings: timings)
  }
}
