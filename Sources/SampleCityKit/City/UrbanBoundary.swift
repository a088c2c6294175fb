import LandModel

/// The synthetic urban development boundary: one shape round each county seat and larger town.
struct UrbanArea: Sendable {
  let name: String
  let county: Int
  let shape: StarShape
}

struct UrbanBoundaryPlan {
  let terrain: Terrain
  let settlements: [Settlement]

  /// Seats first, then the towns of at least 13 000 people that lie 9 km or more from any seat.
  func areas() -> [UrbanArea] {
    var generator = terrain.generator(0x0DB)
    let seats = settlements.filter { $0.kind == .countySeat }
    let towns = settlements.filter { town in
      town.kind == .township && town.population >= 13_000
        && seats.allSatisfy { $0.position.distance(to: town.position) > 9000 }
    }
    return (seats + towns).map { place in
      // About 100 m² of urban land a head (GB 50137-2011 has 65 to 115 m² for most climates).
      let wanted = (Double(place.population) * 100 / .pi).squareRoot()
      var shape = StarShape(
        centre: place.position, radius: max(wanted, 550), directions: 72, roughness: 0.3,
        generator: &generator)
      // The two districts share the city proper; elsewhere the boundary stays in its county.
      if place.population < 400_000 {
        let limit = max(terrain.counties.distanceToBoundary(from: place.position) - 300, 400)
        let scale = min(1, limit / (shape.radii.max() ?? limit))
        shape.radii = shape.radii.map { $0 * scale }
      }
      return UrbanArea(name: place.name, county: place.county, shape: shape)
    }
  }
}
