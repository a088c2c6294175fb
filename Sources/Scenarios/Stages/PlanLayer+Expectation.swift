import LandModel
import LayoutAnalysis

extension PlanLayer {
  /// What validation may expect of the layer's features, by its role and attributes.
  var expectation: LayerExpectation {
    var expectation = LayerExpectation(
      idField: attributes["id"], areaField: declaredArea?.attribute,
      countyField: role == .candidates ? attributes["county"] : nil,
      liesInAdministrativeBoundary: role == .candidates,
      excludesOverlap: role == .candidates || role == .administrative,
      isCoverage: isCoverage, fields: fields, totals: totals, controlLine: controlLine,
      edgeMatches: edgeMatches)
    switch declaredArea?.unit {
    case "ha": expectation.areaUnit = .hectare
    case "mu": expectation.areaUnit = .mu
    case "km2": expectation.areaUnit = .squareKilometre
    default: expectation.areaUnit = .squareMetre
    }
    return expectation
  }
}
