import Foundation
import LandModel

/// Where red lines must not lie: round settlements, urban areas and reservoirs.
struct KeepOut {
  /// Positive where a red line may lie.
  private(set) var clearance: [Double]
  private var forces: [Double]
  private let frame: GridFrame

  init(
    _ terrain: Terrain, frame: GridFrame, settlements: [Settlement], sites: [CandidateSite],
    urban: [UrbanArea], reservoirs: [Reservoir]
  ) {
    self.frame = frame
    clearance = Array(repeating: 2, count: frame.count)
    forces = Array(repeating: 0, count: frame.count)
    var generator = terrain.generator(0x4EE)
    let noise = terrain.noise(0x4EF)
    let siteIDs = Set(sites.map(\.settlement.id))
    for settlement in settlements where !siteIDs.contains(settlement.id) {
      let least = settlement.kind == .village ? 1000.0 : settlement.kind == .township ? 1700 : 3000
      let radius = least * (1 + 0.35 * generator.unit())
      lower(round: settlement.position, reach: 1.8 * radius) { position, distance in
        distance / radius + 0.9 * noise.fractal(at: position, wavelength: 2600, octaves: 4) - 1
      }
    }
    for site in sites { apply(site, noise) }
    for area in urban {
      let reach = 1.9 * (area.shape.radii.max() ?? 0) + 600
      lower(round: area.shape.centre, reach: reach) { position, _ in
        (area.shape.excess(at: position) - 350) / 1200
      }
    }
    for ring in reservoirs.compactMap(\.rings.first) {
      for position in ring {
        lower(round: position, reach: 500) { _, distance in distance / 260 - 1 }
      }
    }
    clearReservoirInsides(reservoirs)
  }

  /// Added to the wish at a node, so that hard sites get their red lines.
  func force(at node: Int) -> Double { forces[node] }

  private mutating func apply(_ site: CandidateSite, _ noise: GradientNoise) {
    let centre = site.settlement.position
    switch site.ground {
    case .open, .farmlandRing:
      let radius = site.ground == .open ? site.room : 1700
      lower(round: centre, reach: 1.8 * radius) { position, distance in
        distance / radius + 0.6 * noise.fractal(at: position, wavelength: 2300, octaves: 4) - 1
      }
    case .redLineRing:
      surround(centre, reach: 3600, noise) { position in
        position.distance(to: centre) / site.room
          + 0.1 * noise.fractal(at: position, wavelength: 1100, octaves: 2) - 1
      }
    case .redLineValley:
      let along = XY(cos(site.valleyAngle), sin(site.valleyAngle))
      surround(centre, reach: 4000, noise) { position in
        let (dx, dy) = (position.x - centre.x, position.y - centre.y)
        let lengthwise = abs(dx * along.x + dy * along.y) / 1900
        let bend = 160 * noise.value(at: position, wavelength: 1700)
        let across = abs(dy * along.x - dx * along.y + bend) / site.room
        return max(lengthwise, across) - 1
      }
    }
  }

  /// Makes red lines certain within `reach` except where `free` is negative, whatever else is near.
  private mutating func surround(
    _ centre: XY, reach: Double, _ noise: GradientNoise, free: (XY) -> Double
  ) {
    for node in frame.nodes(round: centre, reach: reach) {
      let position = frame.position(ofNode: node)
      let distance = position.distance(to: centre)
      let edge = reach * (0.8 + 0.55 * noise.fractal(at: position, wavelength: 3100, octaves: 5))
      guard distance < edge else { continue }
      forces[node] = 6 * min(1, (edge - distance) / 500)
      clearance[node] = min(2, free(position))
    }
  }

  private mutating func lower(round centre: XY, reach: Double, _ level: (XY, Double) -> Double) {
    for node in frame.nodes(round: centre, reach: reach) {
      let position = frame.position(ofNode: node)
      let distance = position.distance(to: centre)
      guard distance <= reach else { continue }
      clearance[node] = min(clearance[node], level(position, distance))
    }
  }

  private mutating func clearReservoirInsides(_ reservoirs: [Reservoir]) {
    for reservoir in reservoirs {
      let water = GeometryColumn([.polygon(rings: reservoir.rings)])
      let box = water.boundingBox(ofRow: 0)
      let reach = max(box.width, box.height)
      lower(round: box.centre, reach: reach) { position, _ in
        water.contains(position, inRow: 0) ? -1 : 2
      }
    }
  }
}
