package import LandModel

/// What layers are judged by beside themselves; a member is nil where there is none.
package struct BoundaryContext: Sendable {
  /// The units that features must lie in.
  package var administrative: AdministrativeBoundary?
  /// The area that coverages must fill (研究范围): its outline is no gap, open land inside it is.
  package var studyArea: ProjectedLayer?
  /// Land that may stay open in a coverage (允许缝隙), such as lakes or land of another authority.
  package var allowedGaps: ProjectedLayer?
  /// Boundaries of known position, which a shifted layer is compared with.
  package var reference: ProjectedLayer?

  package init(
    administrative: AdministrativeBoundary? = nil, studyArea: ProjectedLayer? = nil,
    allowedGaps: ProjectedLayer? = nil, reference: ProjectedLayer? = nil
  ) {
    self.administrative = administrative
    self.studyArea = studyArea
    self.allowedGaps = allowedGaps
    self.reference = reference
  }
}
