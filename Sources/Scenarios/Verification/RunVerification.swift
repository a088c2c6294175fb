import Foundation
import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

/// Verifies that inputs, towns and objective of a written run are what its folder says.
///
/// Reads the folder and the raw inputs again, and decides nothing itself: ``PlanCertificate`` does, which shares no
/// code with the search.
package struct RunVerification: Sendable {
  /// What a verification found out.
  package struct Outcome: Sendable {
    /// In the order of ``CertificateCode``.
    package let checks: [CertificateCheck]
    package let plan: StatedPlan
    /// What was proven about there being no better plan; nothing where a check is broken.
    package let verdict: ProofVerdict
    /// Why some checks could not be made; nil where all were.
    package let obstacle: (any Error)?

    /// - Parameter verdict: of the proof alone.
    init(
      checks: [CertificateCheck], plan: StatedPlan, verdict: ProofVerdict,
      obstacle: (any Error)?
    ) {
      self.checks = checks
      self.plan = plan
      self.verdict = verdict.standing(beside: checks)
      self.obstacle = obstacle
    }

    /// Whether nothing is broken or left out; what stands on the program's word is neither.
    package var holds: Bool {
      checks.allSatisfy { $0.outcome == .holds || $0.outcome == .trusted }
    }
  }

  /// The folder that a run of the plan wrote.
  package let folder: String
  /// The plan file where it is not where the record says; nil for that.
  package let planFile: String?
  package let workers: Int?

  package init(folder: String, planFile: String? = nil, workers: Int? = nil) {
    self.folder = folder
    self.planFile = planFile
    self.workers = workers
  }

  /// Looks at everything again.
  ///
  /// An input that was changed so that it cannot be read any more leaves the checks that need it unchecked.
  ///
  /// - Throws: ``RunRecordError`` for a folder that is no run, ``LayerStoreError``, ``ProjectionError`` or
  ///   ``ScenarioError`` for a file of the run that cannot be used, and what reading unchanged inputs throws.
  package func outcome() throws -> Outcome {
    let record = try RunRecordText(folder: folder)
    let seals = RunSeals(record: record, planFile: planFile ?? record.planFile)
    let planHolds = try seals.planHolds()
    let towns = try WrittenTowns(
      folder: URL(filePath: folder), record: record, on: WorkingGrid.resolve(record.crs.text))
    let stated = record.plan(of: towns.towns)
    let solver = record.versions["CBC"].map { "CBC \($0)" } ?? "CBC"
    let bound = PlanCertificate.boundCheck(of: stated)
    let plan: Plan
    do { plan = try Plan(file: seals.planFile) } catch {
      guard !planHolds else { throw error }
      let broken = [
        seals.planCheck(nil, holds: planHolds), seals.inputCheck(nil), towns.check,
      ]
      return Outcome(unchecked: broken, bound, plan: stated, obstacle: error)
    }
    let read = [
      seals.planCheck(plan, holds: planHolds), seals.inputCheck(plan), towns.check,
    ]
    let land: (sites: [Site], land: LandInput)
    do { land = try inputs(of: plan) } catch {
      guard read.contains(where: { $0.outcome == .broken }) else { throw error }
      return Outcome(unchecked: read, bound, plan: stated, obstacle: error)
    }
    let certificate = PlanCertificate(layout: plan.layout, delimitation: plan.delimitation)
    let offered = try offered(record, stated, plan)
    let checks = try certificate.checks(
      of: stated, sites: land.sites, land: land.land,
      offered: offered.map { Set($0.towns.map(\.id)) })
    let proof = try certificate.proofChecks(
      of: stated, proof: record.certificate, proposals: offered, sites: land.sites,
      land: land.land, solver: solver, workers: workers)
    return Outcome(
      checks: read + checks + proof.checks, plan: stated, verdict: proof.verdict, obstacle: nil)
  }

  /// The boundaries offered, where something follows from them: the proof, and which counties count for equity.
  private func offered(
    _ record: RunRecordText, _ stated: StatedPlan, _ plan: Plan
  ) throws -> StatedProposals? {
    guard stated.objective != nil, record.certificate != nil || plan.layout.equity != nil else {
      return nil
    }
    return try WrittenProposals(
      folder: URL(filePath: folder), on: WorkingGrid.resolve(record.crs.text)
    ).proposals
  }

  /// The raw inputs, read and validated as a run reads them.
  private func inputs(of plan: Plan) throws -> (sites: [Site], land: LandInput) {
    // A changed plan may hold what no run would have begun with.
    if let problem = plan.delimitation.problems.first { throw DelimitationError.parameter(problem) }
    let city = try PlanRun(plan: plan, workers: workers).validated()
    let inputs = try CityInputs(plan: plan, layers: city.layers)
    // What closes parcels is told by the rules of the layers; here they are borders.
    let parcels = plan.delimitation.parcels.flatMap { units in
      city.layers.first { $0.key == units.layer }
    }
    return (
      inputs.sites,
      inputs.land(on: city.grid, parcels: parcels.map { ParcelLand(layer: $0.checked) })
    )
  }
}

extension RunVerification.Outcome {
  /// What is left where the inputs cannot be read: all that needs them is unchecked.
  fileprivate init(
    unchecked read: [CertificateCheck], _ bound: CertificateCheck, plan: StatedPlan,
    obstacle: any Error
  ) {
    let made = Set((read + [bound]).map(\.code))
    let all = CertificateCode.allCases.map { code in
      made.contains(code.rawValue)
        ? (read + [bound]).first { $0.code == code.rawValue }
        : CertificateCheck(
          code, .unchecked,
          detail: LocalizedText(
            english: "the changed inputs cannot be read", chinese: "输入已被改动且无法读取"))
    }
    self.init(
      checks: all.compactMap { $0 }, plan: plan,
      verdict: ProofVerdict(
        outcome: .trusted, dualBound: nil, dualGap: nil, finalGap: plan.gap, nodes: nil),
      obstacle: obstacle)
  }
}
