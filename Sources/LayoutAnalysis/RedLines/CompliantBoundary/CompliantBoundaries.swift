package import LandModel
package import Topology

/// Draws for each town the boundary that it could keep.
///
/// Taken off is land where a rule is broken: in layers that forbid, in the core of conditional layers and
/// outside it for an activity that is not allowed, nearer than a setback, outside an `inside` layer. Once a
/// town breaks a rule, slivers in such layers are taken off with it. A `limit` names no land to take off:
/// whether it is kept is for the check of the proposal.
package struct CompliantBoundaries: Sendable {
  package let parameters: CompliantParameters

  package init(parameters: CompliantParameters = CompliantParameters()) {
    self.parameters = parameters
  }

  /// One proposal for each town, in layer order.
  ///
  /// - Parameters:
  ///   - towns: the towns that were checked.
  ///   - check: their result, with pieces drawn.
  ///   - workers: how many tasks at once; nil for one per processor. The result is the same for any.
  /// - Throws: ``TopologyError`` when GEOS fails on a geometry that passed validation.
  /// - Complexity: a handful of overlays for each town that breaks a rule.
  package func result(
    for towns: CheckedLayer, check: RedLineResult, workers: Int? = nil
  ) throws(TopologyError) -> [CompliantBoundary] {
    guard towns.count > 0 else { return [] }
    let width = check.results.count / towns.count
    let chunks = try Chunks.map(count: towns.count, size: 16, workers: workers) {
      rows throws(TopologyError) in
      let worker = CompliantWorker(grid: towns.grid, parameters: parameters)
      var proposals: [CompliantBoundary] = []
      for row in rows {
        let results = check.results[(row * width)..<((row + 1) * width)]
        var proposal = try worker.proposal(
          for: towns.geometry.geometry(ofRow: row), id: towns.ids[row], results: results)
        let unmeasured = results.reduce(0) { $0 + $1.unmeasuredIDs.count }
        if proposal.isPresent, unmeasured > 0 {
          proposal.remarks.append(Self.unmeasured(unmeasured))
        }
        proposals.append(proposal)
      }
      return proposals
    }
    return chunks.flatMap { $0 }
  }

  /// A boundary that was drawn without knowing all closed land.
  private static func unmeasured(_ count: Int) -> LocalizedText {
    LocalizedText(
      english: "\(count) invalid constraint feature(s) near it were left out: it may lie on them",
      chinese: "附近有 \(count) 个无效约束要素未参与检查，边界可能占用其土地")
  }
}
