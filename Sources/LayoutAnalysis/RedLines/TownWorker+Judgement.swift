internal import LandModel
internal import SpatialIndex

/// From measures to a situation and a result.
extension TownWorker {
  /// Sliver or encroachment: a sliver is thin *and* small.
  func situation(of overlap: Overlap) -> Situation {
    guard overlap.planarArea <= parameters.sliverArea, let width = overlap.width,
      width <= parameters.sliverWidth
    else { return .encroaches }
    return .sliver
  }

  /// Puts the result together.
  func judged(
    _ subject: Subject, _ index: Int, _ overlap: Overlap, situation: Situation, isBreach: Bool,
    nearestDistance: Metres?
  ) -> ConstraintResult {
    let constraint = indexes[index].constraint
    return ConstraintResult(
      townID: towns.ids[subject.row], constraint: constraint.layer.key, rule: constraint.rule,
      situation: situation, isBreach: isBreach, planarArea: overlap.planarArea,
      ellipsoidalArea: overlap.ellipsoidalArea,
      share: overlap.ellipsoidalArea / subject.ellipsoidalArea, width: overlap.width,
      pieces: parameters.drawsPieces ? overlap.pieces : [],
      featureIDs: overlap.rows.map { indexes[index].id($0) }, nearestDistance: nearestDistance)
  }
}
