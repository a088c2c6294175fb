package import LandModel

/// A submitted candidate and what became of it.
package struct CandidateOutcome: Sendable {
  package let id: FeatureID
  package let name: String
  package let county: FeatureID
  package let countyName: String
  /// Row in the candidates' projected layer.
  package let row: Int
  /// The boundary as submitted.
  package let declaredBoundary: Geometry
  /// The proposal that was chosen, as its row in the delimitation's proposals.
  package let chosenProposal: Int?
  /// Stable code: `chosen`, `invalid` (left out by validation), or one of ``RejectedSite/reason``.
  package let reason: String
  package let explanation: LocalizedText

  package init(
    id: FeatureID, name: String, county: FeatureID, countyName: String, row: Int,
    declaredBoundary: Geometry, chosenProposal: Int?, reason: String, explanation: LocalizedText
  ) {
    self.id = id
    self.name = name
    self.county = county
    self.countyName = countyName
    self.row = row
    self.declaredBoundary = declaredBoundary
    self.chosenProposal = chosenProposal
    self.reason = reason
    self.explanation = explanation
  }
}
