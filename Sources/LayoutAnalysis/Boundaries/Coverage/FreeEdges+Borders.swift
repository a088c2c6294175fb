import LandModel
import SpatialIndex

extension FreeEdges {
  /// Runs joined where one goes on from the other, as ranges of positions of the column.
  var chains: [ClosedRange<Int>] {
    var chains: [ClosedRange<Int>] = []
    var (ring, first, last) = (Int32(-1), 0, 0)
    for run in runs {
      let (start, end) = (Int(run.start), Int(run.start + run.count))
      if run.ring == ring, start == last {
        last = end
      } else {
        if ring >= 0 { chains.append(first...last) }
        (ring, first, last) = (run.ring, start, end)
      }
    }
    if ring >= 0 { chains.append(first...last) }
    return chains
  }

  /// Metres within which a line drawn by an overlay counts as the edge it was drawn from: overlays round
  /// by far less, and no two borders that matter are nearer.
  private static let rounding = 1e-5

  /// The rows, and how many of their parts, whose free edges an outline follows.
  func borders(
    along outline: Geometry, of column: GeometryColumn
  ) -> (rows: [Int], partCount: Int) {
    var rings: Set<Int32> = []
    for ring in outline.ringEnds.indices {
      for index in outline.range(ofRing: ring).dropLast() {
        let (a, b) = (outline.positions[index], outline.positions[index + 1])
        // The side of a cut across a hair follows no border.
        guard a.distance(to: b) > Self.rounding else { continue }
        let middle = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
        tree.forEachRow(meeting: BoundingBox(at: middle).expanded(by: Self.rounding)) { number in
          let run = runs[number]
          guard !rings.contains(run.ring) else { return }
          for start in Int(run.start)..<Int(run.start + run.count) {
            let square = SegmentDistance.squared(
              middle, from: column.positions[start], to: column.positions[start + 1])
            if square <= Self.rounding * Self.rounding { rings.insert(run.ring) }
          }
        }
      }
    }
    var (rows, parts): (Set<Int>, Set<Int>) = ([], [])
    let rowOfRing = rings.sorted().map { ring in (Int(ring), row(ofRing: ring)) }
    for (ring, row) in rowOfRing {
      rows.insert(row)
      parts.insert(column.part(ofRing: ring, inRow: row))
    }
    return (rows.sorted(), parts.count)
  }

  /// The row that a ring with free edges belongs to.
  func row(ofRing ring: Int32) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].ring < ring { low = middle + 1 } else { high = middle }
    }
    return Int(runs[low].row)
  }
}

extension GeometryColumn {
  /// The part of a row that a ring belongs to, in the column's numbering; by bisection.
  func part(ofRing ring: Int, inRow row: Int) -> Int {
    let parts = parts(ofRow: row)
    var (low, high) = (parts.lowerBound, parts.upperBound - 1)
    while low < high {
      let middle = (low + high) / 2
      if ring < rings(ofPart: middle).upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Part, ring and vertex as the file orders them, of a ring and a position of the column.
  func element(ofRing ring: Int, vertex: Int? = nil, inRow row: Int) -> GeometryElement {
    let part = part(ofRing: ring, inRow: row)
    return GeometryElement(
      part: part - parts(ofRow: row).lowerBound, ring: ring - rings(ofPart: part).lowerBound,
      vertex: vertex.map { $0 - range(ofRing: ring).lowerBound })
  }
}
