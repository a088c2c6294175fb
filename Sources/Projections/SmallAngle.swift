/// Functions of angles as Taylor polynomials, each to where double precision ends within its range.
///
/// Polynomials alone, without a branch: loops that call them are vectorised.
enum SmallAngle {
  /// Sine and cosine within ±π/2: the first terms left out are below 2⁻⁵⁸.
  @inline(__always)
  static func sineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
    let q = x * x
    var sine = 1 / 51_090_942_171_709_440_000.0
    sine = sine * q - 1 / 121_645_100_408_832_000.0
    sine = sine * q + 1 / 355_687_428_096_000.0
    sine = sine * q - 1 / 1_307_674_368_000.0
    sine = sine * q + 1 / 6_227_020_800.0
    sine = sine * q - 1 / 39_916_800.0
    sine = sine * q + 1 / 362_880.0
    sine = sine * q - 1 / 5040.0
    sine = sine * q + 1 / 120.0
    sine = sine * q - 1 / 6.0
    var cosine = -1 / 1_124_000_727_777_607_680_000.0
    cosine = cosine * q + 1 / 2_432_902_008_176_640_000.0
    cosine = cosine * q - 1 / 6_402_373_705_728_000.0
    cosine = cosine * q + 1 / 20_922_789_888_000.0
    cosine = cosine * q - 1 / 87_178_291_200.0
    cosine = cosine * q + 1 / 479_001_600.0
    cosine = cosine * q - 1 / 3_628_800.0
    cosine = cosine * q + 1 / 40_320.0
    cosine = cosine * q - 1 / 720.0
    cosine = cosine * q + 1 / 24.0
    cosine = cosine * q - 0.5
    return (sine * q * x + x, cosine * q + 1)
  }

  /// Sine and cosine within ±0.01.
  @inline(__always)
  static func sineAndCosineOfTiny(_ x: Double) -> (sine: Double, cosine: Double) {
    let q = x * x
    return (
      x - x * q * (1 / 6.0 - q * (1 / 120.0)), 1 - q * (0.5 - q * (1 / 24.0 - q * (1 / 720.0)))
    )
  }

  /// Sine, and one less the cosine, within ±0.11.
  @inline(__always)
  static func sineAndVersine(_ x: Double) -> (sine: Double, versine: Double) {
    let q = x * x
    var sine = -1 / 39_916_800.0
    sine = sine * q + 1 / 362_880.0
    sine = sine * q - 1 / 5040.0
    sine = sine * q + 1 / 120.0
    sine = sine * q - 1 / 6.0
    var versine = 1 / 3_628_800.0
    versine = versine * q - 1 / 40_320.0
    versine = versine * q + 1 / 720.0
    versine = versine * q - 1 / 24.0
    versine = versine * q + 0.5
    return (sine * q * x + x, versine * q)
  }

  /// Hyperbolic sine and cosine within ±0.22.
  @inline(__always)
  static func hyperbolicSineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
    let q = x * x
    var sine = 1 / 6_227_020_800.0
    sine = sine * q + 1 / 39_916_800.0
    sine = sine * q + 1 / 362_880.0
    sine = sine * q + 1 / 5040.0
    sine = sine * q + 1 / 120.0
    sine = sine * q + 1 / 6.0
    var cosine = 1 / 479_001_600.0
    cosine = cosine * q + 1 / 3_628_800.0
    cosine = cosine * q + 1 / 40_320.0
    cosine = cosine * q + 1 / 720.0
    cosine = cosine * q + 1 / 24.0
    cosine = cosine * q + 0.5
    return (sine * q * x + x, cosine * q + 1)
  }

  /// Inverse tangent within ±0.11.
  @inline(__always)
  static func arctangent(_ x: Double) -> Double {
    let q = x * x
    var sum = -1 / 15.0
    sum = sum * q + 1 / 13.0
    sum = sum * q - 1 / 11.0
    sum = sum * q + 1 / 9.0
    sum = sum * q - 1 / 7.0
    sum = sum * q + 1 / 5.0
    sum = sum * q - 1 / 3.0
    return sum * q * x + x
  }

  /// Inverse hyperbolic tangent within ±0.11.
  @inline(__always)
  static func areaTangent(_ x: Double) -> Double {
    let q = x * x
    var sum = 1 / 15.0
    sum = sum * q + 1 / 13.0
    sum = sum * q + 1 / 11.0
    sum = sum * q + 1 / 9.0
    sum = sum * q + 1 / 7.0
    sum = sum * q + 1 / 5.0
    sum = sum * q + 1 / 3.0
    return sum * q * x + x
  }
}
