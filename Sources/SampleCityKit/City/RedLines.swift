import Foundation
import LandModel

/// The synthetic ecological red lines as a raster of classes and a field whose zero they follow.
struct RedLineField: Sendable {
  static let cell = 200.0
  /// Share of the city's nodes inside; Hunan's real share is about a fifth.
  static let share = 0.225
  static let classes = ["水源涵养", "生物多样性维护", "水土保持"]

  let frame: GridFrame
  let level: Raster
  /// Class number from 1, or 0 outside.
  let labels: LabelGrid
  /// Metres from each node to the nearest node inside.
  let distance: Raster

  init(
    _ terrain: Terrain, settlements: [Settlement], sites: [CandidateSite], urban: [UrbanArea],
    reservoirs: [Reservoir]
  ) {
    let frame = GridFrame(covering: terrain.counties.box, margin: 2 * Self.cell, cell: Self.cell)
    let counties = terrain.counties.raster(frame: frame)
    let keepOut = KeepOut(
      terrain, frame: frame, settlements: settlements, sites: sites, urban: urban,
      reservoirs: reservoirs)
    let noise = terrain.noise(0x3D)
    var wish = [Double](repeating: -.infinity, count: frame.count)
    for node in 0..<frame.count {
      let position = frame.position(ofNode: node)
      let height = terrain.relief.value(at: position)
      let slope = terrain.slope.value(at: position)
      wish[node] =
        height / 850 + 1.5 * slope
        + 3.4 * noise.fractal(at: position, wavelength: 21_000, octaves: 7, gain: 0.72)
        + keepOut.force(at: node)
    }
    let inCity = (0..<frame.count).filter { counties[$0] >= 0 }
    let open = inCity.filter { keepOut.clearance[$0] > 0 }.map { wish[$0] }.sorted(by: >)
    let threshold = open[min(Int(Self.share * Double(inCity.count)), open.count - 1)]
    let level = Raster(
      frame: frame,
      values: (0..<frame.count).map { min(wish[$0] - threshold, keepOut.clearance[$0]) })
    let kind = (0..<3).map { terrain.noise(0x3E + UInt64($0)) }
    var labels = LabelGrid(
      frame: frame,
      labels: (0..<frame.count).map { node in
        guard level.values[node] > 0 else { return 0 }
        let position = frame.position(ofNode: node)
        var scores = kind.map { $0.fractal(at: position, wavelength: 14_000, octaves: 4) }
        scores[1] += terrain.relief.value(at: position) / 2500 - 0.25
        scores[2] -= 0.05
        let best = scores[0] >= scores[1] ? 0 : 1
        return scores[2] > scores[best] ? 3 : Int32(best + 1)
      })
    labels.removeComponents(smallerThan: 3)
    self.frame = frame
    self.level = level
    self.labels = labels
    distance = DistanceField.distances(to: labels.labels.map { $0 != 0 }, frame: frame)
  }

  /// The parts by class, edges shared, before they are cut along the counties.
  func regions(_ terrain: Terrain) -> [BoundaryNet.Region] {
    var net = BoundaryNet(labels, followingZeroOf: level)
    let noise = terrain.noise(0x41)
    net.relax(passes: 1) { position in
      XY(
        22 * noise.value(at: position, wavelength: 410),
        22 * noise.value(at: XY(position.y, position.x), wavelength: 410))
    }
    return net.regions(droppingVerticesWithin: 16)
  }
}
