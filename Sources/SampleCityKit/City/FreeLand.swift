import LandModel

/// Land that a county may declare as a town without touching a constraint.
struct FreeLand {
  private let terrain: Terrain
  private let redLines: RedLineField
  private let farmland: FarmlandField
  private let water: Raster
  private let tracks: Raster

  init(
    _ terrain: Terrain, redLines: RedLineField, farmland: FarmlandField, water: Raster,
    tracks: Raster
  ) {
    self.terrain = terrain
    self.redLines = redLines
    self.farmland = farmland
    self.water = water
    self.tracks = tracks
  }

  /// Distances to lines, marked on the nodes they pass every half cell.
  static func distances(to lines: [[XY]], frame: GridFrame) -> Raster {
    var isMember = [Bool](repeating: false, count: frame.count)
    for line in lines {
      for index in line.indices.dropFirst() {
        let (a, b) = (line[index - 1], line[index])
        let steps = max(1, Int(a.distance(to: b) / (frame.cell / 2)))
        for step in 0...steps {
          let t = Double(step) / Double(steps)
          isMember[
            frame.nearestNode(to: XY(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))] = true
        }
      }
    }
    return DistanceField.distances(to: isMember, frame: frame)
  }

  /// Whether a position is clear of all constraints by the width of their raster's cells.
  func isFree(_ position: XY) -> Bool {
    redLines.distance.value(at: position) > 240 && isOffFarmlandWaterAndTracks(position)
  }

  func isOffFarmlandWaterAndTracks(_ position: XY) -> Bool {
    farmland.distance.value(at: position) > 180 && water.value(at: position) > 720
      && tracks.value(at: position) > 320
  }

  /// The shape with its radii cut back to free land, and evened so that no notch is too deep.
  ///
  /// - Parameter isHeldInCounty: whether no radius reaches nearer than 250 m to a county boundary.
  func limited(_ wish: StarShape, isHeldInCounty: Bool = true) -> StarShape {
    var shape = wish
    let border =
      isHeldInCounty ? terrain.counties.distanceToBoundary(from: wish.centre) : .infinity
    for index in shape.radii.indices {
      let towards = shape.direction(index)
      var reach = 60.0
      while reach < min(wish.radii[index], border - 250) {
        let next = reach + 30
        guard
          isFree(XY(shape.centre.x + next * towards.x, shape.centre.y + next * towards.y))
        else { break }
        reach = next
      }
      shape.radii[index] = min(reach, wish.radii[index])
    }
    for _ in 0..<shape.radii.count {
      let before = shape.radii
      for index in before.indices {
        let left = before[(index + before.count - 1) % before.count]
        let right = before[(index + 1) % before.count]
        shape.radii[index] = min(before[index], 1.22 * min(left, right) + 30)
      }
    }
    return shape
  }
}
