/// Layers that others are judged by; each is nil where there is none.
package struct LayersBeside: Sendable {
  /// The units that features must lie in.
  package var administrative: PlanLayer?
  /// Boundaries of known position.
  package var reference: PlanLayer?
  /// The land that coverages must fill.
  package var studyArea: PlanLayer?
  /// Land that may stay open in a coverage.
  package var allowedGaps: PlanLayer?

  package init(
    administrative: PlanLayer? = nil, reference: PlanLayer? = nil, studyArea: PlanLayer? = nil,
    allowedGaps: PlanLayer? = nil
  ) {
    self.administrative = administrative
    self.reference = reference
    self.studyArea = studyArea
    self.allowedGaps = allowedGaps
  }

  /// Those there are, in the order of the members.
  var all: [PlanLayer] {
    [administrative, reference, studyArea, allowedGaps].compactMap(\.self)
  }
}
