package import LandModel
package import Topology

/// Attributes of the layer of towns that rules ask for.
package struct TownFields: Sendable, Hashable {
  /// The activity class, 1 to 10; nil where the layer states none.
  package var activity: String?
  /// The official area that sub-areas are brought to; nil for no levelling.
  package var officialArea: String?
  package var officialAreaUnit = AreaUnit.squareMetre

  package init(
    activity: String? = nil, officialArea: String? = nil,
    officialAreaUnit: AreaUnit = .squareMetre
  ) {
    self.activity = activity
    self.officialArea = officialArea
    self.officialAreaUnit = officialAreaUnit
  }
}

/// Every rule, those by class and by condition too.
extension RedLineCheck {
  /// The result for every town and every constraint layer.
  ///
  /// Features of one layer that overlap are counted once. Touching is not an overlap; an area exactly at
  /// the smallest one counts, and so does a distance exactly at "near". A town at exactly the distance of
  /// a `buffer` or `setback` keeps it. An empty layer is clear for all rules but `inside`, where the whole
  /// town lies outside. A town without a known activity class is allowed nothing.
  ///
  /// - Parameters:
  ///   - towns: polygons in metres.
  ///   - constraints: layers in the same reference system, in the order of the plan.
  ///   - fields: attributes of the towns that rules and levelling read.
  ///   - workers: how many tasks at once; nil for one per processor. The result is the same for any.
  /// - Throws: ``TopologyError`` when GEOS fails on a geometry that passed validation.
  /// - Complexity: O((n + m) log m) for n towns and m edges of the layers, plus the edges near each other.
  package func result(
    towns: CheckedLayer, constraints: [Constraint], fields: TownFields = TownFields(),
    workers: Int? = nil
  ) throws(TopologyError) -> RedLineResult {
    let session = RedLineSession(
      constraints, parameters: parameters, fields: fields, workers: workers)
    let byTown = try session.results(of: towns, workers: workers)
    var result = RedLineResult(
      townsChecked: towns.count, results: byTown.flatMap(\.results),
      overlappingPairs: byTown.reduce(0) { $0 + $1.overlappingPairs })
    result.rules = session.rules
    return result
  }
}

extension RuleFolding {
  /// The results of one town, by constraint.
  func results(
    ofTown row: Int, in towns: CheckedLayer, _ fields: TownFields,
    parts: ArraySlice<ConstraintResult>
  ) throws(TopologyError) -> [ConstraintResult] {
    let activity = ActivityReading(
      fields.activity.flatMap { towns.attributes[$0]?.classText(at: row) })
    var results: [ConstraintResult] = []
    var start = parts.startIndex
    for (place, members) in expansion.members.enumerated() {
      let end = start + members.count
      results.append(try result(of: place, parts: parts[start..<end], activity: activity))
      start = end
    }
    if let field = fields.officialArea {
      let measured = ellipsoid.area(of: towns.geometry.geometry(ofRow: row))
      let official = towns.attributes[field]?.number(at: row).map(fields.officialAreaUnit.area)
      for place in results.indices {
        results[place].level(town: measured, official: official, limit: parameters.levellingLimit)
      }
    }
    if !parameters.drawsPieces { results = results.map { $0.withoutPieces() } }
    return results
  }
}

extension ConstraintResult {
  /// Brings the pieces, or the whole overlap where none are drawn, to the official area of the town.
  fileprivate mutating func level(town: SquareMetres, official: SquareMetres?, limit: Ratio) {
    var areas = pieces.map(\.ellipsoidalArea)
    if areas.isEmpty, ellipsoidalArea > .zero { areas = [ellipsoidalArea] }
    levelling = Levelling(pieces: areas, of: town, official: official, limit: limit)
  }

  fileprivate func withoutPieces() -> ConstraintResult {
    guard !pieces.isEmpty else { return self }
    var bare = ConstraintResult(
      townID: townID, constraint: constraint, rule: rule, situation: situation,
      isBreach: isBreach, planarArea: planarArea, ellipsoidalArea: ellipsoidalArea, share: share,
      width: width, pieces: [], featureIDs: featureIDs, nearestDistance: nearestDistance)
    (bare.classes, bare.activity, bare.vintage, bare.levelling) =
      (classes, activity, vintage, levelling)
    return bare
  }
}
