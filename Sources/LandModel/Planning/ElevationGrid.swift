/// Elevations on a regular lattice of longitudes and latitudes.
///
/// The elevation between nodes is the bicubic surface through the sixteen nodes round a position
/// (Catmull–Rom weights: Keys 1981, "Cubic convolution interpolation", a = −1/2), which is smooth, so
/// that a slope can be read off it. Slopes are those of the *lattice*: what is narrower than two steps
/// of it is not seen, and on a lattice of 5 arc minutes (9 km) real slopes are many times steeper.
package struct ElevationGrid: Sendable, Equatable {
  /// Longitude and latitude of the south-western node, degrees.
  package let origin: XY
  /// Degrees from node to node eastwards (x) and northwards (y).
  package let step: XY
  package let columnCount: Int
  package let rowCount: Int
  /// Metres, row after row from the south, each from the west.
  package let elevations: [Double]

  /// Takes a lattice over: at least 2 × 2 nodes, one finite elevation for each.
  package init(
    origin: XY, step: XY, columnCount: Int, rowCount: Int, elevations: [Double]
  ) {
    precondition(columnCount > 1 && rowCount > 1, "A lattice has at least 2 × 2 nodes.")
    precondition(elevations.count == columnCount * rowCount, "One elevation for each node.")
    precondition(step.x > 0 && step.y > 0, "Steps run eastwards and northwards.")
    self.origin = origin
    self.step = step
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.elevations = elevations
  }

  /// Finds the lattice that samples lie on; nil when they form none, or not each node has one sample.
  ///
  /// Files round their degrees, so a sample may lie a hundredth of a step off its node.
  ///
  /// - Parameters:
  ///   - positions: longitudes and latitudes in degrees, in any order.
  ///   - elevations: metres, one for each position.
  /// - Complexity: O(n log n).
  package init?(positions: [XY], elevations: [Double]) {
    precondition(positions.count == elevations.count, "One elevation for each position.")
    guard let eastwards = LatticeAxis(positions.map(\.x)),
      let northwards = LatticeAxis(positions.map(\.y)),
      eastwards.count * northwards.count == positions.count
    else { return nil }
    var nodes = [Double](repeating: .nan, count: positions.count)
    for (position, elevation) in zip(positions, elevations) {
      guard let column = eastwards.node(of: position.x), let row = northwards.node(of: position.y),
        elevation.isFinite, nodes[row * eastwards.count + column].isNaN
      else { return nil }
      nodes[row * eastwards.count + column] = elevation
    }
    self.init(
      origin: XY(eastwards.start, northwards.start), step: XY(eastwards.step, northwards.step),
      columnCount: eastwards.count, rowCount: northwards.count, elevations: nodes)
  }

  /// Elevation in metres, and its rise in metres per metre eastwards and northwards.
  ///
  /// A position outside the lattice gets the elevation at its nearest edge.
  /// - Parameter position: longitude and latitude, degrees.
  package func surface(at position: XY) -> (elevation: Double, gradient: XY) {
    let column = axisWeights(
      (position.x - origin.x) / step.x, count: columnCount)
    let row = axisWeights((position.y - origin.y) / step.y, count: rowCount)
    var (elevation, eastwards, northwards) = (0.0, 0.0, 0.0)
    for j in 0..<4 {
      let base = clamped(row.first + j, rowCount) * columnCount
      var (value, slope) = (0.0, 0.0)
      for i in 0..<4 {
        let node = elevations[base + clamped(column.first + i, columnCount)]
        value += column.weights[i] * node
        slope += column.slopes[i] * node
      }
      elevation += row.weights[j] * value
      eastwards += row.weights[j] * slope
      northwards += row.slopes[j] * value
    }
    let metres = Ellipsoid.cgcs2000.metresPerDegree(atLatitude: position.y)
    return (
      elevation,
      XY(eastwards / (step.x * metres.x), northwards / (step.y * metres.y))
    )
  }

  private func clamped(_ index: Int, _ count: Int) -> Int { min(max(index, 0), count - 1) }

  /// The first of four nodes on an axis, their weights, and the weights' derivatives by lattice step.
  private func axisWeights(
    _ position: Double, count: Int
  ) -> (first: Int, weights: SIMD4<Double>, slopes: SIMD4<Double>) {
    let inside = min(max(position, 0), Double(count - 1))
    let node = min(Int(inside), count - 2)
    let t = inside - Double(node)
    let (t2, t3) = (t * t, t * t * t)
    return (
      node - 1,
      SIMD4(-t3 + 2 * t2 - t, 3 * t3 - 5 * t2 + 2, -3 * t3 + 4 * t2 + t, t3 - t2) * 0.5,
      SIMD4(-3 * t2 + 4 * t - 1, 9 * t2 - 10 * t, -9 * t2 + 8 * t + 1, 3 * t2 - 2 * t) * 0.5
    )
  }
}

/// The regular positions along one axis of a lattice.
private struct LatticeAxis {
  let start: Double
  let step: Double
  let count: Int

  /// Nil when the values hold fewer than two positions, or no regular ones.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, first.isFinite, last.isFinite,
      last > first
    else { return nil }
    // Values of one node differ by rounding only: a gap above a thousandth of the extent divided by
    // the count is a step, because no axis has more nodes than the lattice has samples.
    let least = (last - first) / Double(sorted.count) / 1000
    let gaps = zip(sorted.dropFirst(), sorted).map { $0 - $1 }.filter { $0 > least }
    let steps = gaps.count
    guard steps > 0 else { return nil }
    start = first
    step = (last - first) / Double(steps)
    count = steps + 1
  }

  /// The node a value belongs to, or nil when it lies more than a hundredth of a step away.
  func node(of value: Double) -> Int? {
    let place = (value - start) / step
    let nearest = place.rounded()
    guard abs(place - nearest) <= 0.01, nearest >= 0, nearest < Double(count) else { return nil }
    return Int(nearest)
  }
}
