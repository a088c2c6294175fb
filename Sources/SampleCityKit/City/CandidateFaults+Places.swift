import LandModel
import Topology

extension CandidateFaults {
  /// Adds a town so near to another of its county that the two overlap.
  mutating func overlap() throws {
    for row in towns.indices where !isUsed[row] {
      let town = towns[row]
      for neighbour in settlements where neighbour.county == town.county {
        let distance = neighbour.position.distance(to: town.centre)
        guard distance > 1600, distance < 2700,
          terrain.counties.distanceToBoundary(from: neighbour.position) > 1800
        else { continue }
        let wish = StarShape(
          centre: neighbour.position, radius: 0.56 * distance, directions: 48, roughness: 0.3,
          generator: &generator)
        let other = free.limited(wish).ring(tolerance: 12)
        let left = try Shape(asRead(town.ring), in: workspace)
        let right = try Shape(asRead(other), in: workspace)
        let area = try left.intersection(with: right).planarArea().value
        guard area > 10_000, area < 600_000, try right.planarArea().value > 1_000_000,
          try clearsOthers(right, but: row)
        else { continue }
        append(neighbour, at: neighbour.position, "commerce-logistics", other)
        note(
          "overlap", rule: "layer.overlap", rows: [row, towns.count - 1],
          measures: [("overlap_planar_m2", .real(area, decimals: 2))],
          LocalizedText(english: "two towns overlap", chinese: "两个小镇范围重叠"))
        return
      }
    }
    throw SampleCityError.noPlace("two towns that overlap")
  }

  private func clearsOthers(_ shape: borrowing Shape, but exempt: Int) throws -> Bool {
    for row in towns.indices where row != exempt {
      if try Shape(asRead(towns[row].ring), in: workspace).meets(shape) { return false }
    }
    return true
  }

  private mutating func append(
    _ place: Settlement, at centre: XY, _ industry: String, _ ring: [XY]
  ) {
    let number = "\(towns.count + 1)"
    let word = CandidateTown.industryWords[industry] ?? ""
    towns.append(
      CandidateTown(
        id: "CZ-" + String(repeating: "0", count: 3 - number.count) + number,
        name: place.name + word + "小镇", county: place.county, claimedCounty: place.county,
        industry: industry, ground: .open, centre: centre, ring: ring,
        declaredHectares: nil))
    isUsed.append(false)
  }

  /// Adds a town near the border of the city that reaches over it.
  mutating func crossCityBorder() throws {
    let border = CityBorder(terrain.counties)
    for place in settlements where place.kind == .village {
      let nearest = border.nearest(to: place.position)
      let reach = nearest.distance(to: place.position)
      guard reach < 1900,
        towns.allSatisfy({ $0.centre.distance(to: place.position) > 5000 })
      else { continue }
      // The shape's middle lies 650 m from the border, on the way from the village to it.
      let t = 1 - 650 / reach
      let centre = XY(
        place.position.x + t * (nearest.x - place.position.x),
        place.position.y + t * (nearest.y - place.position.y))
      let wish = StarShape(
        centre: centre, radius: 1050, directions: 48, roughness: 0.3, generator: &generator)
      let ring = free.limited(wish, isHeldInCounty: false).ring(tolerance: 12)
      let town = try Shape(asRead(ring), in: workspace)
      let county = terrain.counties.counties[place.county]
      let outside = try town.difference(
        from: Shape(.polygon(rings: county.rings), in: workspace)
      ).planarArea().value
      let inOthers = try areaInOtherCounties(town, place.county)
      guard outside > 20_000, inOthers == 0, try town.planarArea().value > 1_200_000
      else { continue }
      append(place, at: centre, "agriculture", ring)
      note(
        "crosses-city-border", rule: "administrative.crossing", rows: [towns.count - 1],
        measures: [("outside_planar_m2", .real(outside, decimals: 2))],
        LocalizedText(english: "reaches over the border of the city", chinese: "越出市界"))
      return
    }
    throw SampleCityError.noPlace("a town across the border of the city")
  }

  private func areaInOtherCounties(_ town: borrowing Shape, _ own: Int) throws -> Double {
    var area = 0.0
    for (number, county) in terrain.counties.counties.enumerated() where number != own {
      let land = try Shape(.polygon(rings: county.rings), in: workspace)
      area += try town.intersection(with: land).planarArea().value
    }
    return area
  }

  /// Lets a town claim the county next to its own.
  mutating func claimNeighbouringCounty() {
    guard let row = nextUnused() else { return }
    let centre = towns[row].centre
    let nearest = terrain.counties.counties.indices.filter { $0 != towns[row].county }.min {
      distance(from: centre, toCounty: $0) < distance(from: centre, toCounty: $1)
    }
    towns[row].claimedCounty = nearest ?? towns[row].county
    note(
      "claims-another-county", rule: "administrative.outside", rows: [row], measures: [],
      LocalizedText(
        english: "lies outside the county that it claims", chinese: "位于其声明的区县之外"))
  }

  private func distance(from position: XY, toCounty number: Int) -> Double {
    let shell = terrain.counties.counties[number].rings[0]
    return shell.indices.dropFirst().reduce(.infinity) {
      min($0, position.distance(toSegment: shell[$1 - 1], shell[$1]))
    }
  }

  /// A town that no fault has been given yet, drawn at random.
  mutating func nextUnused() -> Int? {
    let open = towns.indices.filter { !isUsed[$0] }
    return open.isEmpty ? nil : open[Int(generator.next() % UInt64(open.count))]
  }
}
