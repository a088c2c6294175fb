package import LandModel
package import LayoutAnalysis

/// Draws compliant boundaries and puts them through the validation and the check of submitted ones.
///
/// A proposal that does not pass is withdrawn: what is published was verified.
struct CompliantProposals {
  let parameters: CompliantParameters
  let check: RedLineParameters
  let constraints: [Constraint]
  let fields: TownFields
  let workers: Int?

  /// One proposal for each town, in layer order.
  ///
  /// - Parameter result: of the towns, with pieces drawn.
  func result(
    for towns: CheckedLayer, check result: RedLineResult
  ) throws -> [CompliantBoundary] {
    var proposals = try CompliantBoundaries(parameters: parameters).result(
      for: towns, check: result, workers: workers)
    let rows = proposals.indices.filter { proposals[$0].outcome == .proposed }
    guard !rows.isEmpty else { return proposals }
    let drawn = ProjectedLayer(
      key: "proposals", grid: towns.grid,
      geometry: GeometryColumn(rows.map { proposals[$0].geometry }),
      ids: rows.map { FeatureID("\($0)") }, attributes: towns.attributes.selecting(rows: rows))
    let expectation = LayerExpectation(
      liesInAdministrativeBoundary: false, excludesOverlap: false)
    let outcome = try BoundaryValidation(parameters: BoundaryParameters()).result(
      of: [LayerInput(layer: drawn, expectation: expectation)], context: BoundaryContext(),
      workers: workers)
    guard let sound = outcome.layers.first else {
      preconditionFailure("Validation returns a layer for each it was given.")
    }
    let again = try RedLineCheck(parameters: check).result(
      towns: sound, constraints: constraints, fields: TownFields(activity: fields.activity),
      workers: workers)
    var broken: [Int: [ConstraintResult]] = [:]
    for breach in again.results where breach.isBreach {
      if let row = Int(breach.townID.text) { broken[row, default: []].append(breach) }
    }
    let kept = Set(sound.ids.compactMap { Int($0.text) })
    for row in rows {
      guard kept.contains(row) else {
        proposals[row].withdraw(.unverified, because: Self.invalid)
        continue
      }
      for breach in broken[row] ?? [] {
        if case .limit = breach.rule {
          proposals[row].remarks.append(Self.limit(breach))
        } else {
          proposals[row].withdraw(.unverified, because: Self.stillBroken(breach))
        }
      }
    }
    return proposals
  }

  private static let invalid = LocalizedText(
    english: "the drawn boundary does not pass validation", chinese: "所绘边界未通过质检")

  private static func limit(_ breach: ConstraintResult) -> LocalizedText {
    let percent = (breach.share.percent * 100).rounded() / 100
    return LocalizedText(
      english: "\(percent) % of it lie in \(breach.constraint), more than its limit",
      chinese: "其中 \(percent) % 位于 \(breach.constraint)，仍超过限值")
  }

  private static func stillBroken(_ breach: ConstraintResult) -> LocalizedText {
    LocalizedText(
      english: "the drawn boundary still breaks the rule of \(breach.constraint)",
      chinese: "所绘边界仍违反 \(breach.constraint) 的规则")
  }
}

/// The answer to `check`, and the reference system it was measured in.
package struct CheckAnswer: Sendable {
  package let grid: GaussKrugerGrid
  package let result: RedLineResult
  /// One for each town in layer order; nil where none were asked for.
  package let proposals: [CompliantBoundary]?
  /// What validation found; the check leaves out what is invalid, and this says what.
  package let validation: BoundaryResult
}
