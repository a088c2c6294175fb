import LandModel
import LayoutAnalysis

/// Judges the plan's parcels by the rules for towns, so that delimitation knows which ones are closed.
///
/// A parcel is closed for towns when a town of that parcel alone would break a rule of the plan (`limit`
/// apart, which speaks of a whole town), by the very check that towns go through: what is a sliver there
/// closes no parcel.
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
    let rows = rowsInReach(of: parcels)
    var isOutside: [FeatureID: [Bool]] = [:]
    if run.plan.delimitation.staysInCounty {
      for county in Set(inputs.sites.map(\.county)).sorted() {
        isOutside[county] = try taken(
          of: parcels, rows: rows, by: [inside(county)])[0].isTaken
      }
    }
    return ParcelLand(
      layer: parcels,
      closed: try taken(
        of: parcels, rows: rows,
        by: inputs.constraints.filter { if case .limit = $0.rule { false } else { true } }),
      closedForBuilding: try taken(of: parcels, rows: rows, by: inputs.buildingConstraints),
      isOutside: isOutside)
  }

  /// Parcels that a town of any site may reach, ascending.
  private func rowsInReach(of parcels: CheckedLayer) -> [Int] {
    let parameters = run.plan.delimitation
    guard let reach = parameters.greatestReach else { return [] }
    let boxes = inputs.sites.map { site in
      BoundingBox(
        minX: site.seed.x, minY: site.seed.y, maxX: site.seed.x, maxY: site.seed.y
      ).expanded(by: reach.value)
    }
    return (0..<parcels.count).filter { row in
      let box = parcels.geometry.boundingBox(ofRow: row)
      return boxes.contains { $0.meets(box) }
    }
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
  private func taken(
    of parcels: CheckedLayer, rows: [Int], by constraints: [Constraint]
  ) throws -> [ClosedParcels] {
    guard !constraints.isEmpty else { return [] }
    let layer = ProjectedLayer(
      key: parcels.key, grid: city.grid, geometry: parcels.geometry.selecting(rows: rows),
      ids: rows.map { FeatureID("\($0)") }, attributes: AttributeTable())
    var parameters = run.plan.check
    parameters.drawsPieces = false
    return try constraints.map { constraint in
      let check = try RedLineCheck(parameters: parameters).result(
        towns: CheckedLayer(layer, keepingValidRows: Array(rows.indices)),
        constraints: [constraint], workers: run.workers)
      var isTaken = [Bool](repeating: false, count: parcels.count)
      for result in check.results where result.isBreach {
        if let row = Int(result.townID.text) { isTaken[row] = true }
      }
      return ClosedParcels(title: constraint.title, isTaken: isTaken)
    }
  }
}
