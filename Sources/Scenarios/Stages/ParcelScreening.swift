import LandModel
import LayoutAnalysis

/// Judges the plan's parcels by the rules for towns, so that delimitation knows which ones are closed.
///
/// A parcel is closed for towns when a town of that parcel alone would break a rule of the plan (`limit`
/// apart, which speaks of a whole town), by the very check that towns go through: what is a sliver there
/// closes no parcel. Judged is the outline that is drawn, with the corners that it takes over from neighbours
/// within the gap.
struct ParcelScreening {
  let run: PlanRun
  let city: ValidatedCity
  let inputs: CityInputs

  /// The parcels with what closes them; nil when the plan's towns are made of cells.
  func land() throws -> ParcelLand? {
    guard let units = run.plan.delimitation.parcels,
      let layer = city.layers.first(where: { $0.key == units.layer })
    else { return nil }
    let parcels = layer.checked
    guard parcels.count > 0 else {
      throw ScenarioError.nothingValid(key: layer.key, address: layer.address)
    }
    let (rows, net) = TownDelimitation(parameters: run.plan.delimitation).net(
      of: parcels, units, sites: inputs.sites)
    try requireApart(rows, of: layer, gap: units.gap)
    var isOutside: [FeatureID: [Bool]] = [:]
    if run.plan.delimitation.staysInCounty {
      for county in Set(inputs.sites.map(\.county)).sorted() {
        isOutside[county] = try taken(of: net, by: [inside(county)])[0].isTaken
      }
    }
    return ParcelLand(
      layer: parcels, net: net,
      closed: try taken(
        of: net, by: inputs.constraints.filter { if case .limit = $0.rule { false } else { true } }),
      closedForBuilding: try taken(of: net, by: inputs.buildingConstraints),
      isOutside: isOutside)
  }

  /// Refuses parcels that share land: whose it is nobody can say, and no outline is right.
  ///
  /// - Throws: ``ScenarioError/overlappingParcels(key:address:first:second:area:count:)``.
  private func requireApart(_ rows: [Int], of layer: RunLayer, gap: Metres) throws {
    let pairs = try ParcelOverlaps(
      of: layer.checked, rows: rows, gap: gap, workers: run.workers
    ).pairs
    guard let worst = pairs.first else { return }
    throw ScenarioError.overlappingParcels(
      key: layer.key, address: layer.address, first: layer.checked.ids[worst.first],
      second: layer.checked.ids[worst.second], area: worst.area, count: pairs.count)
  }

  /// The rule that towns lie in a county.
  private func inside(_ county: FeatureID) -> Constraint {
    let rows = inputs.counties.ids.indices.filter { inputs.counties.ids[$0] == county }
    let layer = ProjectedLayer(
      key: "county", grid: city.grid, geometry: inputs.counties.geometry.selecting(rows: rows),
      ids: rows.map { inputs.counties.ids[$0] }, attributes: AttributeTable())
    return Constraint(
      layer: CheckedLayer(layer, keepingValidRows: Array(rows.indices)),
      title: LocalizedText(english: "county", chinese: "县（市、区）"), rule: .inside)
  }

  /// For each constraint, which parcels break it.
  private func taken(of net: ParcelNet, by constraints: [Constraint]) throws -> [ClosedParcels] {
    guard !constraints.isEmpty else { return [] }
    let units = Array(0..<net.count)
    let layer = ProjectedLayer(
      key: "parcels", grid: city.grid, geometry: net.outlines,
      ids: units.map { FeatureID("\($0)") }, attributes: AttributeTable())
    var parameters = run.plan.check
    parameters.drawsPieces = false
    return try constraints.map { constraint in
      let check = try RedLineCheck(parameters: parameters).result(
        towns: CheckedLayer(layer, keepingValidRows: units), constraints: [constraint],
        workers: run.workers)
      var isTaken = [Bool](repeating: false, count: net.count)
      for result in check.results where result.isBreach {
        if let unit = Int(result.townID.text) { isTaken[unit] = true }
      }
      return ClosedParcels(
        title: constraint.title,
        isTaken: net.unitOfParcel.map { $0 >= 0 && isTaken[Int($0)] })
    }
  }
}
