package import LandModel

/// Polygons made of the cells of a small irregular grid: holes, parts, shared edges and touching corners.
///
/// Two polygons of one grid have edges and corners in common everywhere. The grid's lines have random
/// distances, and a shear turns its upright lines into slanting ones.
package struct LatticeBlocks: Sendable {
  private let columns: Int
  private let rows: Int
  private let eastings: [Int]
  private let northings: [Int]
  private let shear: (east: Int, north: Int)

  package init(_ random: inout SeededGenerator, columns: Int, rows: Int, step: Int = 4) {
    self.columns = columns
    self.rows = rows
    func lines(_ count: Int) -> [Int] {
      var places = [0]
      for _ in 0..<count { places.append(places[places.count - 1] + random.whole(1...step)) }
      return places
    }
    eastings = lines(columns)
    northings = lines(rows)
    shear = [(0, 0), (1, 0), (0, 1), (-2, 0), (1, 1)][random.whole(0...4)]
  }

  /// Land on about this share of the cells, at least one.
  ///
  /// Where two cells of one part would touch in a corner only, a cell between them is added: the rings of a
  /// valid polygon do not touch themselves. Different parts may touch in corners.
  package func polygon(_ random: inout SeededGenerator, share: Double) -> LatticePolygon {
    var isLand = (0..<columns * rows).map { _ in random.unit() < share }
    if !isLand.contains(true) { isLand[random.whole(0...(isLand.count - 1))] = true }
    var labels = components(isLand)
    while fillPinches(&isLand, labels) { labels = components(isLand) }
    let keepsEveryCorner = random.unit() < 0.3
    var parts: [[[LatticePoint]]] = []
    for label in 0..<(labels.max() ?? -1) + 1 {
      var rings = rings(of: label, labels)
      if !keepsEveryCorner { rings = rings.map(withoutStraightCorners) }
      // The shell is the only ring that runs anticlockwise.
      guard let shell = rings.firstIndex(where: { Self.doubledArea($0) > 0 }) else { continue }
      rings.swapAt(0, shell)
      parts.append(rings.map { $0.map(place) })
    }
    return LatticePolygon(parts: parts)
  }

  /// Where a corner of the grid lies on the lattice.
  private func place(_ corner: LatticePoint) -> LatticePoint {
    let (x, y) = (eastings[corner.x], northings[corner.y])
    let east = x + shear.east * y
    return LatticePoint(east, y + shear.north * east)
  }

  /// For each cell the number of its part, by cells that share a side; -1 outside.
  private func components(_ isLand: [Bool]) -> [Int] {
    var labels = Array(repeating: -1, count: isLand.count)
    var count = 0
    for seed in isLand.indices where isLand[seed] && labels[seed] < 0 {
      var open = [seed]
      labels[seed] = count
      while let cell = open.popLast() {
        for next in neighbours(of: cell) where isLand[next] && labels[next] < 0 {
          labels[next] = count
          open.append(next)
        }
      }
      count += 1
    }
    return labels
  }

  private func neighbours(of cell: Int) -> [Int] {
    let (column, row) = (cell % columns, cell / columns)
    return [
      column > 0 ? cell - 1 : nil, column + 1 < columns ? cell + 1 : nil,
      row > 0 ? cell - columns : nil, row + 1 < rows ? cell + columns : nil,
    ].compactMap { $0 }
  }

  /// Fills a cell beside each corner where a part touches itself; false when there was none.
  private func fillPinches(_ isLand: inout [Bool], _ labels: [Int]) -> Bool {
    var isFilled = false
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let cell = row * columns + column
        let (right, up, across) = (cell + 1, cell + columns, cell + columns + 1)
        if labels[cell] >= 0, labels[cell] == labels[across], labels[right] < 0, labels[up] < 0 {
          isLand[right] = true
          isFilled = true
        } else if labels[right] >= 0, labels[right] == labels[up], labels[cell] < 0,
          labels[across] < 0
        {
          isLand[cell] = true
          isFilled = true
        }
      }
    }
    return isFilled
  }

  /// The rings of one part, land on their left, in corners of the grid.
  private func rings(of label: Int, _ labels: [Int]) -> [[LatticePoint]] {
    func isPart(_ column: Int, _ row: Int) -> Bool {
      (0..<columns).contains(column) && (0..<rows).contains(row)
        && labels[row * columns + column] == label
    }
    var next: [LatticePoint: LatticePoint] = [:]
    var starts: [LatticePoint] = []
    func add(_ a: LatticePoint, _ b: LatticePoint) {
      next[a] = b
      starts.append(a)
    }
    for row in 0..<rows {
      for column in 0..<columns where isPart(column, row) {
        let ring = LatticePolygon.rectangleRing(column, row, 1, 1)
        if !isPart(column, row - 1) { add(ring[0], ring[1]) }
        if !isPart(column + 1, row) { add(ring[1], ring[2]) }
        if !isPart(column, row + 1) { add(ring[2], ring[3]) }
        if !isPart(column - 1, row) { add(ring[3], ring[0]) }
      }
    }
    var rings: [[LatticePoint]] = []
    for start in starts {
      var ring: [LatticePoint] = []
      var corner = start
      while let following = next.removeValue(forKey: corner) {
        ring.append(corner)
        corner = following
      }
      if !ring.isEmpty { rings.append(ring) }
    }
    return rings
  }

  private func withoutStraightCorners(_ ring: [LatticePoint]) -> [LatticePoint] {
    ring.indices.filter { index in
      let (before, after) = (
        ring[(index + ring.count - 1) % ring.count], ring[(index + 1) % ring.count]
      )
      return (ring[index] - before).cross(after - ring[index]) != 0
    }.map { ring[$0] }
  }

  private static func doubledArea(_ ring: [LatticePoint]) -> Int {
    ring.indices.reduce(0) { $0 + ring[$1].cross(ring[($1 + 1) % ring.count]) }
  }
}

extension SeededGenerator {
  /// A whole number of a range; the bias of the remainder does not matter in tests.
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
