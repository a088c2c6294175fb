import Foundation
import LandModel

/// The ground that everything else is placed on: counties, elevation and drainage, on one coarse frame.
struct Terrain: Sendable {
  let counties: CountyMap
  let seed: UInt64
  /// 500 m apart: the 5-minute elevation grid (about 9 km) interpolated bicubically ×16 and a bit finer.
  let relief: Raster
  /// County number of each node of the relief, −1 outside the city.
  let countyOfNode: [Int8]
  /// Rise over run at each node of the relief.
  let slope: Raster

  static let cell = 500.0

  init(counties: CountyMap, elevation: ElevationGrid, seed: UInt64) {
    self.counties = counties
    self.seed = seed
    let frame = GridFrame(covering: counties.box, margin: 6000, cell: Self.cell)
    let noise = GradientNoise(seed: seed ^ 0x01)
    let heights = (0..<frame.count).map { node in
      let position = frame.position(ofNode: node)
      let coarse = elevation.height(at: counties.grid.geodetic(position))
      // Hills are rougher than plains; octaves from 9 km down to 560 m below the grid's own detail.
      let roughness = 35 + 0.22 * max(coarse, 0)
      let detail = noise.fractal(at: position, wavelength: 9000, octaves: 5)
      return max(coarse + roughness * detail, 45)
    }
    relief = Raster(frame: frame, values: heights)
    countyOfNode = counties.raster(frame: frame)
    slope = Self.slope(of: relief)
  }

  /// A generator for one purpose, independent of the draws that others make.
  func generator(_ purpose: UInt64) -> SeededGenerator {
    SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ purpose)
  }

  func noise(_ purpose: UInt64) -> GradientNoise {
    GradientNoise(seed: seed &* 0xC2B2_AE3D_27D4_EB4F ^ purpose)
  }

  private static func slope(of relief: Raster) -> Raster {
    let frame = relief.frame
    var values = [Double](repeating: 0, count: frame.count)
    for row in 1..<(frame.rows - 1) {
      for column in 1..<(frame.columns - 1) {
        let node = frame.index(column, row)
        let east = relief.values[node + 1] - relief.values[node - 1]
        let north = relief.values[node + frame.columns] - relief.values[node - frame.columns]
        values[node] = (east * east + north * north).squareRoot() / (2 * frame.cell)
      }
    }
    return Raster(frame: frame, values: values)
  }
}
