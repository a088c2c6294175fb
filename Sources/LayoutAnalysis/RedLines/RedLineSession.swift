package import LandModel
package import Topology

/// Constraint layers made ready once, for towns that come some at a time.
///
/// What a town's answer is depends on the town and the layers only, never on the towns beside it: towns
/// asked about one by one, in runs, or all at once get the same answers. Memory is that of the layers, of
/// their indexes and of the towns at hand.
package struct RedLineSession: Sendable {
  package let parameters: RedLineParameters
  /// Attributes of the towns that rules and levelling read.
  package let fields: TownFields
  /// The constraint layers as they were understood, in the order given.
  package let rules: [CheckedRule]
  private let expansion: RuleExpansion
  private let indexes: [ConstraintIndex]
  /// One for each constraint; nil where validation left nothing out.
  private let unmeasured: [UnmeasuredIndex?]
  /// Those that towns are measured by: parts that lie on each other cannot be added up by their areas.
  private let measuring: RedLineParameters
  /// Whether results of the measuring are not yet those of the rules.
  private let isFolding: Bool

  /// Indexes the layers.
  ///
  /// - Parameters:
  ///   - constraints: layers in one reference system, in the order that answers list them.
  ///   - workers: how many tasks at once; nil for one per processor.
  /// - Complexity: O(m log m) in edges of the layers.
  package init(
    _ constraints: [Constraint], parameters: RedLineParameters = RedLineParameters(),
    fields: TownFields = TownFields(), workers: Int? = nil
  ) {
    let expansion = RuleExpansion(constraints)
    self.parameters = parameters
    self.fields = fields
    self.expansion = expansion
    rules = zip(constraints, expansion.members).map { CheckedRule($0, parts: $1) }
    var measuring = parameters
    if !expansion.isPlain { measuring.drawsPieces = true }
    self.measuring = measuring
    isFolding =
      !expansion.isPlain || fields.officialArea != nil
      || constraints.contains(where: { $0.vintage != nil })
    unmeasured = constraints.map { UnmeasuredIndex($0, parameters: parameters) }
    indexes = expansion.simple.map { ConstraintIndex($0, workers: workers) }
  }

  /// The answer for each town, in layer order.
  ///
  /// - Parameters:
  ///   - towns: polygons in the layers' reference system, with the attributes of ``fields``.
  ///   - workers: how many tasks at once; nil for one per processor. The answers are the same for any.
  /// - Throws: ``TopologyError`` when GEOS fails on a geometry that passed validation.
  package func results(
    of towns: CheckedLayer, workers: Int? = nil
  ) throws(TopologyError) -> [TownResult] {
    let results = try folded(towns, workers: workers)
    guard unmeasured.contains(where: { $0 != nil }) else { return results }
    return results.enumerated().map { row, result in
      let box = towns.geometry.boundingBox(ofRow: row)
      return TownResult(
        results: zip(result.results, unmeasured).map { result, index in
          guard let index else { return result }
          var told = result
          told.unmeasuredIDs = index.ids(near: box)
          return told
        }, overlappingPairs: result.overlappingPairs)
    }
  }

  /// Each town against each rule.
  private func folded(
    _ towns: CheckedLayer, workers: Int?
  ) throws(TopologyError) -> [TownResult] {
    let measured = try measured(towns, workers: workers)
    guard isFolding else { return measured }
    let chunks = try Chunks.map(count: towns.count, size: 256, workers: workers) {
      rows throws(TopologyError) in
      let folding = RuleFolding(
        expansion: expansion, parameters: parameters,
        ellipsoid: EllipsoidalAreaMeter(grid: towns.grid))
      var results: [TownResult] = []
      for row in rows {
        results.append(
          TownResult(
            results: try folding.results(
              ofTown: row, in: towns, fields, parts: measured[row].results[...]),
            overlappingPairs: measured[row].overlappingPairs))
      }
      return results
    }
    return chunks.flatMap { $0 }
  }

  /// Each town against each part of a rule.
  private func measured(
    _ towns: CheckedLayer, workers: Int?
  ) throws(TopologyError) -> [TownResult] {
    for index in indexes {
      precondition(index.constraint.layer.grid == towns.grid, "Layers share one reference system.")
    }
    // Towns near each other go to one worker, which keeps what it cut out of the red lines.
    let order = towns.rowsInCurveOrder(towns.geometry.boundingBoxes)
    let size = max(8, min(1024, towns.count / 64))
    let chunks = try Chunks.map(count: towns.count, size: size, workers: workers) {
      places throws(TopologyError) in
      let worker = TownWorker(towns: towns, indexes: indexes, parameters: measuring)
      var results: [TownResult] = []
      results.reserveCapacity(places.count)
      for place in places { results.append(try worker.result(ofTown: order[place])) }
      return results
    }
    var byTown = [TownResult?](repeating: nil, count: towns.count)
    for (place, result) in chunks.joined().enumerated() { byTown[order[place]] = result }
    return byTown.compactMap { $0 }
  }
}

/// The results of one town, by constraint.
package struct TownResult: Sendable, Equatable {
  package let results: [ConstraintResult]
  /// Pairs of the town and a single feature of a `forbid`, `limit` or `conditional` layer
  /// with area in common.
  package let overlappingPairs: Int
}
