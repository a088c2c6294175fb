import LandModel

/// How many points lie within a distance, and what they weigh together.
package struct PointSum: Hashable, Sendable {
  package var count: Int
  package var weight: Double

  package init(count: Int = 0, weight: Double = 0) {
    self.count = count
    self.weight = weight
  }
}

extension PointTree {
  /// Counts points within several distances of a row elsewhere, all at once; a point at a distance counts.
  ///
  /// Nothing is listed. A point inside a polygon has distance zero.
  ///
  /// - Parameters:
  ///   - distances: ascending, none below zero.
  ///   - probe: the row, laid out; one without a position has no point near it.
  ///   - scratch: memory kept from one row to the next.
  /// - Returns: one sum for each distance.
  /// - Complexity: O(√n) nodes for a round area with n points, each the probe's edges near it.
  package func sums(
    within distances: [Double], of probe: ProbeEdges, scratch: inout NearnessScratch
  ) -> [PointSum] {
    var sums = Array(repeating: PointSum(), count: distances.count)
    guard !probe.box.isEmpty, !distances.isEmpty, let whole = boxes.last else { return sums }
    scratch.within.restart(distances, of: probe, among: whole)
    let top = levelStarts.count - 2
    for index in topLevel {
      add(index, level: top, 0..<distances.count, probe, &scratch.within)
    }
    // What is within a distance is within every greater one.
    var total = PointSum()
    for index in distances.indices {
      total.count += scratch.within.first[index].count
      total.weight += scratch.within.first[index].weight
      sums[index] = total
    }
    return sums
  }

  /// Adds a node's points, of which it is open within which of some distances they lie.
  ///
  /// They are beyond all smaller distances and within all greater ones.
  private func add(
    _ index: Int, level: Int, _ open: Range<Int>, _ probe: ProbeEdges, _ count: inout WithinCount
  ) {
    let box = boxes[index]
    guard box.squaredGap(to: probe.box) <= count.squares[open.upperBound - 1] else {
      return count.add(sum(of: index, level: level), open.upperBound)
    }
    if level == 0 { return addPoints(of: index, open, probe, &count) }
    // Boxes of few points are seldom told as a whole.
    let open = level == 1 ? open : narrowed(open, box, probe, count.distances)
    guard !open.isEmpty else {
      return count.add(sum(of: index, level: level), open.upperBound)
    }
    for child in children(of: index, level: level) {
      add(child, level: level - 1, open, probe, &count)
    }
  }

  /// Adds a leaf's points: most are told by the screen, the rest by their distances.
  private func addPoints(
    of leaf: Int, _ open: Range<Int>, _ probe: ProbeEdges, _ count: inout WithinCount
  ) {
    let points = points(in: leaf, level: 0)
    var left: UInt32 = 1 << UInt32(points.count) - 1
    for distance in open where left != 0 {
      let told = count.screen.look(
        at: points, of: positions, withinSquare: count.innerSquares[distance],
        beyond: count.outer[distance])
      add(left & told.within, of: points, distance, &count)
      left &= ~told.within
      var unknown = left & ~told.beyond
      left &= ~unknown
      while unknown != 0 {
        let place = positions[points.lowerBound + unknown.trailingZeroBitCount]
        let (enough, bound) = (count.squares[distance], count.squares[open.upperBound - 1])
        var square = probe.squaredDistance(from: place, enough: enough, bound: bound)
        if square > enough, probe.contains(place) { square = 0 }
        var within = distance
        while within < open.upperBound, square > count.squares[within] { within += 1 }
        add(unknown & (~unknown + 1), of: points, within, &count)
        unknown &= unknown - 1
      }
    }
    add(left, of: points, open.upperBound, &count)
  }

  /// Adds the points of a run whose bits are set.
  private func add(
    _ chosen: UInt32, of points: Range<Int>, _ distance: Int, _ count: inout WithinCount
  ) {
    var sum = PointSum(count: chosen.nonzeroBitCount)
    var rest = weights.isEmpty ? 0 : chosen
    while rest != 0 {
      sum.weight += weights[points.lowerBound + rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    count.add(sum, distance)
  }

  /// The distances that a box with a position within and one beyond may have, by its middle and half its
  /// diagonal.
  private func narrowed(
    _ open: Range<Int>, _ box: BoundingBox, _ probe: ProbeEdges, _ distances: [Double]
  ) -> Range<Int> {
    let middle = box.centre
    let reach = middle.distance(to: XY(box.maxX, box.maxY)) * (1 + 1e-9) + Self.rounding(box)
    var (first, end) = (open.lowerBound, open.upperBound)
    let enough = distances[first] - reach
    if enough >= 0, probe.contains(middle) { return first..<first }
    let bound = distances[end - 1] + reach
    let distance = probe.squaredDistance(
      from: middle, enough: enough < 0 ? -1 : enough * enough, bound: bound * bound
    ).squareRoot()
    if distance > distances[first] - reach, probe.contains(middle) {
      // Inside and nearer to the boundary than half a diagonal: all that is known is the distance to it.
      while end > first, distances[end - 1] >= reach - distance { end -= 1 }
      return first..<end
    }
    while first < end, distance - reach > distances[first] { first += 1 }
    while end > first, distance + reach <= distances[end - 1] { end -= 1 }
    return first..<end
  }

  /// More than what differences of a box's ordinates may be off.
  static func rounding(_ box: BoundingBox) -> Double {
    let largest = max(max(-box.minX, box.maxX), max(-box.minY, box.maxY))
    return largest * 1e-14
  }

  private func sum(of index: Int, level: Int) -> PointSum {
    PointSum(count: points(in: index, level: level).count, weight: nodeWeights[index])
  }
}
