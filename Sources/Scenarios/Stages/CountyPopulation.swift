import LandModel

/// Inhabitants of each county: of the settlements that lie in it.
struct CountyPopulation {
  private var people: [FeatureID: Double] = [:]

  /// A settlement on a border counts in the first county that holds it; one outside all counts nowhere.
  ///
  /// - Complexity: O(settlements · counties), a box test for most.
  init(of counties: CheckedLayer, _ settlements: [Settlement]) {
    let boxes = (0..<counties.count).map { counties.geometry.boundingBox(ofRow: $0) }
    for id in counties.ids { people[id] = 0 }
    for settlement in settlements {
      let row = boxes.indices.first {
        boxes[$0].contains(settlement.position)
          && counties.geometry.contains(settlement.position, inRow: $0)
      }
      if let row { people[counties.ids[row], default: 0] += settlement.population }
    }
  }

  subscript(county: FeatureID) -> Double { people[county] ?? 0 }
}
