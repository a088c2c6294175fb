/// A sum of the sines of 2, 4, … 12 times an angle, by Clenshaw's recurrence.
///
/// Written out for six terms, and here beside the loops that call it, because they are vectorised only with
/// the sum in sight.
struct SineSeries {
  private let (a, b, c, d, e, f): (Double, Double, Double, Double, Double, Double)

  /// - Precondition: six coefficients.
  init(_ coefficients: [Double]) {
    precondition(coefficients.count == 6, "A series of the sixth order.")
    (a, b, c) = (coefficients[0], coefficients[1], coefficients[2])
    (d, e, f) = (coefficients[3], coefficients[4], coefficients[5])
  }

  /// The sum at a real angle, of whose double the sine and cosine are given.
  @inline(__always)
  func sum(_ sine: Double, _ cosine: Double) -> Double {
    let step = 2 * cosine
    let fifth = step * f + e
    let fourth = step * fifth - f + d
    let third = step * fourth - fifth + c
    let second = step * third - fourth + b
    return sine * (step * second - third + a)
  }

  /// The sum at a complex angle ξ + iη.
  ///
  /// - Parameters:
  ///   - sine: sin 2ξ, then cos 2ξ.
  ///   - hyperbolicSine: sinh 2η, then cosh 2η.
  @inline(__always)
  func sum(
    _ sine: Double, _ cosine: Double, _ hyperbolicSine: Double, _ hyperbolicCosine: Double
  ) -> (real: Double, imaginary: Double) {
    let real = 2 * cosine * hyperbolicCosine
    let imaginary = -2 * sine * hyperbolicSine
    var (previousReal, previousImaginary) = (f, 0.0)
    var (currentReal, currentImaginary) = (real * f + e, imaginary * f)
    advance(d, real, imaginary, &previousReal, &previousImaginary, &currentReal, &currentImaginary)
    advance(c, real, imaginary, &previousReal, &previousImaginary, &currentReal, &currentImaginary)
    advance(b, real, imaginary, &previousReal, &previousImaginary, &currentReal, &currentImaginary)
    advance(a, real, imaginary, &previousReal, &previousImaginary, &currentReal, &currentImaginary)
    let (s, t) = (sine * hyperbolicCosine, cosine * hyperbolicSine)
    return (
      s * currentReal - t * currentImaginary, s * currentImaginary + t * currentReal
    )
  }

  /// One step of the complex recurrence.
  @inline(__always)
  private func advance(
    _ coefficient: Double, _ real: Double, _ imaginary: Double, _ previousReal: inout Double,
    _ previousImaginary: inout Double, _ currentReal: inout Double, _ currentImaginary: inout Double
  ) {
    let nextReal = real * currentReal - imaginary * currentImaginary - previousReal + coefficient
    let nextImaginary = real * currentImaginary + imaginary * currentReal - previousImaginary
    (previousReal, previousImaginary) = (currentReal, currentImaginary)
    (currentReal, currentImaginary) = (nextReal, nextImaginary)
  }
}
