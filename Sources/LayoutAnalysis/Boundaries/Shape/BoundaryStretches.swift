import LandModel

/// A stretch of a ring, by metres along it from its first position; it may run over the end.
struct BoundaryStretch {
  let ring: Int
  var low: Double
  var high: Double

  var length: Double { high - low }
}

/// Metres along the rings of one feature.
struct BoundaryStations {
  let ways: RingWay
  private let first: Int
  private let stations: [Double]

  /// - Complexity: O(v).
  init(_ column: GeometryColumn, row: Int) {
    ways = RingWay(column, row: row)
    let range = column.range(ofRow: row)
    first = range.lowerBound
    var stations = [Double](repeating: 0, count: range.count)
    for ring in column.rings(ofRow: row) {
      for index in column.range(ofRing: ring).dropFirst() {
        stations[index - first] =
          stations[index - 1 - first]
          + column.positions[index - 1].distance(to: column.positions[index])
      }
    }
    self.stations = stations
  }

  func length(ofRing ring: Int) -> Double {
    stations[ways.column.range(ofRing: ring).upperBound - 1 - first]
  }

  /// How far along its ring a share of an edge lies.
  func station(_ edge: Int, _ share: Double) -> Double {
    stations[edge - first] + share * (stations[edge + 1 - first] - stations[edge - first])
  }

  /// The position at a station of a ring.
  func position(_ ring: Int, _ station: Double) -> XY {
    position(station, on: edge(at: station, in: ways.column.range(ofRing: ring)))
  }

  /// The positions along a stretch, its ends included, as the ring runs.
  func positions(along stretch: BoundaryStretch) -> [XY] {
    let range = ways.column.range(ofRing: stretch.ring)
    let length = length(ofRing: stretch.ring)
    var edge = edge(at: stretch.low, in: range)
    var base = 0.0
    var positions = [position(stretch.low, on: edge)]
    while base + stations[edge + 1 - first] < stretch.high {
      positions.append(ways.column.positions[edge + 1])
      edge = ways.edge(after: edge, in: stretch.ring)
      if edge == range.lowerBound { base += length }
    }
    positions.append(position(stretch.high - base, on: edge))
    return positions
  }

  private func position(_ station: Double, on edge: Int) -> XY {
    let segment = ways.segment(edge)
    let length = segment.length
    return segment.position(at: length > 0 ? (station - stations[edge - first]) / length : 0)
  }

  /// The last edge that begins at or before a station, by bisection.
  private func edge(at station: Double, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if stations[middle - first] <= station { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Joins stretches of rings that overlap or nearly follow each other.
struct JoinedStretches {
  /// By ring, then by where they begin.
  private(set) var joined: [BoundaryStretch] = []
  /// For each stretch given, the joined one that holds it.
  let place: [Int]

  /// - Parameters:
  ///   - gap: metres between stretches that are taken for one.
  ///   - ringLength: the length of a ring.
  init(_ stretches: [BoundaryStretch], gap: Double, ringLength: (Int) -> Double) {
    let order = stretches.indices.sorted {
      (stretches[$0].ring, stretches[$0].low) < (stretches[$1].ring, stretches[$1].low)
    }
    var place = [Int](repeating: 0, count: stretches.count)
    for index in order {
      let stretch = stretches[index]
      if let last = joined.last, last.ring == stretch.ring, stretch.low <= last.high + gap {
        joined[joined.count - 1].high = max(last.high, stretch.high)
      } else {
        joined.append(stretch)
      }
      place[index] = joined.count - 1
    }
    (joined, self.place) = Self.closed(joined, place, gap: gap, ringLength: ringLength)
  }

  /// Joins what runs over the start of its ring with what begins there.
  private static func closed(
    _ joined: [BoundaryStretch], _ place: [Int], gap: Double, ringLength: (Int) -> Double
  ) -> ([BoundaryStretch], [Int]) {
    var joined = joined
    var heir = Array(joined.indices)
    var index = 0
    while index < joined.count {
      var last = index
      while last + 1 < joined.count, joined[last + 1].ring == joined[index].ring { last += 1 }
      let length = ringLength(joined[index].ring)
      for early in index..<last where joined[early].low + length <= joined[last].high + gap {
        joined[last].high = max(joined[last].high, joined[early].high + length)
        heir[early] = last
      }
      joined[last].high = min(joined[last].high, joined[last].low + length)
      index = last + 1
    }
    let kept = joined.indices.filter { heir[$0] == $0 }
    var number = [Int](repeating: 0, count: joined.count)
    for (new, old) in kept.enumerated() { number[old] = new }
    return (kept.map { joined[$0] }, place.map { number[heir[$0]] })
  }
}
