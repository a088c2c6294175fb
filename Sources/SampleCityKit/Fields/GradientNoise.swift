import LandModel

/// Gradient noise on a square lattice (Perlin 2002, "Improving Noise"), its gradients hashed by a seed.
///
/// Uses additions and multiplications only, so a seed gives the same values on every platform.
struct GradientNoise: Sendable {
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// Noise about −1…1 whose features are one `wavelength` (metres) apart.
  func value(at position: XY, wavelength: Double) -> Double {
    let (x, y) = (position.x / wavelength, position.y / wavelength)
    let (floorX, floorY) = (x.rounded(.down), y.rounded(.down))
    let (column, row) = (Int64(floorX), Int64(floorY))
    let (u, v) = (x - floorX, y - floorY)
    let (fadeU, fadeV) = (Self.fade(u), Self.fade(v))
    let south = Self.mix(
      slope(column, row, u, v), slope(column + 1, row, u - 1, v), fadeU)
    let north = Self.mix(
      slope(column, row + 1, u, v - 1), slope(column + 1, row + 1, u - 1, v - 1), fadeU)
    return 1.6 * Self.mix(south, north, fadeV)
  }

  /// Octaves of noise, each of half the wavelength and `gain` times the height, scaled to about −1…1.
  func fractal(
    at position: XY, wavelength: Double, octaves: Int, gain: Double = 0.5
  ) -> Double {
    var (sum, weight, total, length) = (0.0, 1.0, 0.0, wavelength)
    for octave in 0..<octaves {
      // Each octave is shifted, so that their lattices do not line up.
      let shift = Double(octave) * 1371.7
      sum += weight * value(at: XY(position.x + shift, position.y - shift), wavelength: length)
      total += weight
      weight *= gain
      length /= 2
    }
    return sum / total
  }

  private func slope(_ column: Int64, _ row: Int64, _ dx: Double, _ dy: Double) -> Double {
    var z = seed &+ UInt64(bitPattern: column) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = z &+ UInt64(bitPattern: row) &* 0xC2B2_AE3D_27D4_EB4F
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    switch z & 7 {
    case 0: return dx
    case 1: return -dx
    case 2: return dy
    case 3: return -dy
    case 4: return (dx + dy) * 0.707_106_781_186_547_6
    case 5: return (dx - dy) * 0.707_106_781_186_547_6
    case 6: return (dy - dx) * 0.707_106_781_186_547_6
    default: return (-dx - dy) * 0.707_106_781_186_547_6
    }
  }

  private static func fade(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }

  private static func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a + (b - a) * t }
}
