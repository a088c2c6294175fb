import LandModel

/// Transverse Mercator of many positions near the central meridian, without a call for each.
///
/// The series are those of ``KrugerSeries``, by Clenshaw's sum; every function in between is a polynomial,
/// so that the compiler works on several positions at once. Nothing is reordered or fused: the bits are the
/// same on any processor.
///
/// Holds within ``reach`` of the central meridian, where the small angles are small. Beyond, and for
/// latitudes that there are not, the answer is NaN and the caller's to get elsewhere.
@safe struct GridSeries {
  /// Degrees on both sides of the meridian: a zone of 6° and as much again.
  static let reach = 6.0
  /// Tangent of ``reach``; also the bound on eastings over the rectifying radius, which are smaller.
  private static let greatestTangent = 0.105_104_235_265_676
  /// Northing over the rectifying radius; 86° north, where longitudes still are as good as latitudes.
  private static let greatestNorthing = 1.5

  private let centralMeridian: Double
  private let falseEasting: Double
  private let radius = KrugerSeries.rectifyingRadius
  private let forward = SineSeries(KrugerSeries.forward)
  private let inverse = SineSeries(KrugerSeries.inverse)
  private let conformal = SineSeries(KrugerSeries.conformalLatitude)
  private let geodetic = SineSeries(KrugerSeries.geodeticLatitude)

  init(_ grid: GaussKrugerGrid) {
    centralMeridian = grid.centralMeridian
    falseEasting = grid.falseEasting.value
  }

  /// Turns longitudes and latitudes in degrees into eastings and northings, where they lie.
  func project(_ positions: inout [XY]) {
    let series = self
    unsafe positions.withUnsafeMutableBytes { bytes in
      let ordinates = unsafe bytes.assumingMemoryBound(to: Double.self)
      guard let ordinates = ordinates.baseAddress else { return }
      // A plain loop over plain memory, or it would not be vectorised.
      for index in 0..<bytes.count / MemoryLayout<XY>.stride {
        let (x, y) = unsafe series.projected(ordinates[2 &* index], ordinates[2 &* index &+ 1])
        unsafe ordinates[2 &* index] = x
        unsafe ordinates[2 &* index &+ 1] = y
      }
    }
  }

  /// Turns eastings and northings into longitudes and latitudes in degrees, where they lie.
  func unproject(_ positions: inout [XY]) {
    let series = self
    unsafe positions.withUnsafeMutableBytes { bytes in
      let ordinates = unsafe bytes.assumingMemoryBound(to: Double.self)
      guard let ordinates = ordinates.baseAddress else { return }
      for index in 0..<bytes.count / MemoryLayout<XY>.stride {
        let (x, y) = unsafe series.unprojected(ordinates[2 &* index], ordinates[2 &* index &+ 1])
        unsafe ordinates[2 &* index] = x
        unsafe ordinates[2 &* index &+ 1] = y
      }
    }
  }

  @inline(__always)
  private func projected(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let longitude = (x - centralMeridian) * (.pi / 180)
    let latitude = y * (.pi / 180)
    // The conformal latitude, by what it differs from the geodetic one.
    let (sine, cosine) = SmallAngle.sineAndCosine(latitude)
    let shift = conformal.sum(2 * sine * cosine, (cosine - sine) * (cosine + sine))
    let (shiftSine, shiftCosine) = SmallAngle.sineAndCosineOfTiny(shift)
    let s = sine * shiftCosine + cosine * shiftSine
    let c = cosine * shiftCosine - sine * shiftSine
    // On the sphere: ξ′ is the conformal latitude and little more, η′ little.
    let (east, lessThanOne) = SmallAngle.sineAndVersine(longitude)
    let a = c * east
    let tangent = s * c * lessThanOne / (1 - c * c * lessThanOne)
    let xi = latitude + shift + SmallAngle.arctangent(tangent)
    let eta = SmallAngle.areaTangent(a)
    // Sines of 2ξ′ and 2η′ without another look at the angles.
    let root = 1 / (1 - a * a)
    let along = c * (1 - lessThanOne)
    let (real, imaginary) = forward.sum(
      2 * s * along * root, (along - s) * (along + s) * root, 2 * a * root,
      1 + 2 * a * a * root)
    let isNear =
      abs(longitude) <= Self.reach * (.pi / 180) && abs(latitude) <= .pi / 2
    return (
      isNear ? falseEasting + radius * (eta + imaginary) : .nan, radius * (xi + real)
    )
  }

  @inline(__always)
  private func unprojected(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (xi, eta) = (y / radius, (x - falseEasting) / radius)
    let (sine, cosine) = SmallAngle.sineAndCosine(xi)
    let (doubleSine, doubleCosine) = SmallAngle.hyperbolicSineAndCosine(2 * eta)
    let (real, imaginary) = inverse.sum(
      2 * sine * cosine, (cosine - sine) * (cosine + sine), doubleSine, doubleCosine)
    let (s, c) = SmallAngle.sineAndCosine(xi - real)
    let (east, _) = SmallAngle.hyperbolicSineAndCosine(eta - imaginary)
    let tangent = east / c
    // 1 − cos λ by tan λ, and with it the conformal latitude by what it differs from ξ′.
    let square = tangent * tangent
    let secant = (1 + square).squareRoot()
    let lessThanOne = square / (1 + square + secant)
    let less = s * c * lessThanOne / (1 - s * s * lessThanOne)
    let latitude = xi - real - SmallAngle.arctangent(less)
    let (conformalSine, conformalCosine) = SmallAngle.sineAndCosine(latitude)
    let shift = geodetic.sum(
      2 * conformalSine * conformalCosine,
      (conformalCosine - conformalSine) * (conformalCosine + conformalSine))
    let isNear =
      abs(tangent) <= Self.greatestTangent && abs(xi) <= Self.greatestNorthing
      && abs(eta) <= Self.greatestTangent
    return (
      isNear ? centralMeridian + SmallAngle.arctangent(tangent) * (180 / .pi) : .nan,
      (latitude + shift) * (180 / .pi)
    )
  }
}
