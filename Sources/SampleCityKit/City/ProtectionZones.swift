import LandModel
import Topology

/// A synthetic drinking-water protection zone.
struct ProtectionZone {
  let name: String
  /// 水库 or 河流.
  let water: String
  /// 一级 or 二级.
  let level: String
  let county: Int
  /// In the grid of construction, not rounded.
  let geometry: Geometry
}

/// Draws protection zones in two levels that share an edge, round reservoirs and along rivers.
struct ProtectionZonePlan {
  private let city: City

  init(_ city: City) { self.city = city }

  /// Reservoirs first, then two stretches of river in each county.
  func zones() throws -> [ProtectionZone] {
    let workspace = Workspace()
    var zones: [ProtectionZone] = []
    for reservoir in city.reservoirs {
      let water = try Shape(.polygon(rings: [reservoir.rings[0]]), in: workspace)
      zones += try levels(
        round: water, 200, 600, name: reservoir.name, water: "水库", county: reservoir.county)
    }
    for (name, county, line) in stretches() {
      let water = try Shape(.line(line), in: workspace)
      zones += try levels(round: water, 80, 400, name: name, water: "河流", county: county)
    }
    return zones
  }

  private func levels(
    round water: borrowing Shape, _ first: Double, _ second: Double, name: String,
    water kind: String, county: Int
  ) throws -> [ProtectionZone] {
    let inner = try water.buffered(by: Metres(first), quadrantSegments: 3)
    let outer = try water.buffered(by: Metres(second), quadrantSegments: 3)
    let ring = try outer.difference(from: inner)
    return try [("一级", inner.polygons()), ("二级", ring.polygons())].map { level, geometry in
      ProtectionZone(
        name: name + "水源" + level + "保护区", water: kind, level: level, county: county,
        geometry: geometry.wound)
    }
  }

  /// About 3 km of river each, apart from towns, reservoirs, each other and county boundaries.
  private func stretches() -> [(name: String, county: Int, line: [XY])] {
    let counties = city.terrain.counties
    var found: [(name: String, county: Int, line: [XY])] = []
    for number in counties.counties.indices {
      var count = 0
      for river in city.rivers where count < 2 && river.order >= 2 {
        let line = middle(of: river.line, length: 3000)
        guard line.count > 2,
          line.allSatisfy({ position in
            counties.county(at: position) == number
              && counties.distanceToBoundary(from: position) > 600
              && city.towns.allSatisfy { $0.centre.distance(to: position) > 3000 }
              && city.reservoirs.allSatisfy { $0.rings[0][0].distance(to: position) > 9000 }
              && found.allSatisfy { $0.line[0].distance(to: position) > 6000 }
          })
        else { continue }
        found.append((river.name, number, line))
        count += 1
      }
    }
    return found
  }

  /// The run of vertices round a line's middle that is at most `length` long; empty for shorter lines.
  private func middle(of line: [XY], length: Double) -> [XY] {
    var runs: [Double] = [0]
    for index in line.indices.dropFirst() {
      runs.append(runs[index - 1] + line[index - 1].distance(to: line[index]))
    }
    guard let total = runs.last, total >= length else { return [] }
    let start = (total - length) / 2
    return line.indices.filter { runs[$0] >= start && runs[$0] <= start + length }.map { line[$0] }
  }
}
