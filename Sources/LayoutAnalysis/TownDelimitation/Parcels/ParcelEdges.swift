import LandModel

/// The directed edges of parcels, each with the parcel on its left.
struct ParcelEdges {
  private(set) var nodes: ParcelNodes
  /// Rings of each parcel of `rows`, the outer one first, the parcel on their left.
  private let ringsOfParcel: [Int: [[Int32]]]
  private var owners: [UInt64: Int32] = [:]
  private let rows: [Int]
  private let parcelCount: Int
  private var isLeftOut: Set<Int32> = []

  init(_ column: GeometryColumn, rows: [Int], gap: Double) {
    self.rows = rows
    parcelCount = column.count
    var nodes = ParcelNodes(gap: gap)
    var raw: [Int: [[Int32]]] = [:]
    var leftOut: Set<Int32> = []
    for row in rows {
      let parts = column.parts(ofRow: row)
      guard column.kinds[row] == .polygon, parts.count == 1, let part = parts.first else {
        leftOut.insert(Int32(row))
        continue
      }
      raw[row] = column.rings(ofPart: part).enumerated().map { place, ring in
        let positions = column.positions[column.range(ofRing: ring)]
        let isClockwise = PlanarMeasure.signedArea(ofRing: positions) < 0
        let corners = positions.dropLast().map { nodes.node(at: $0) }
        return isClockwise == (place == 0) ? corners.reversed() : corners
      }
    }
    nodes.index()
    ringsOfParcel = raw.mapValues { rings in rings.map(nodes.splitting) }
    self.nodes = nodes
    // Narrower than the gap: no land, and no border of its own.
    for row in rows where ringsOfParcel[row]?.first?.isEmpty == true { leftOut.insert(Int32(row)) }
    isLeftOut = leftOut
    for row in rows {
      for ring in ringsOfParcel[row] ?? [] {
        for place in ring.indices {
          let key = Self.key(ring[place], ring[(place + 1) % ring.count])
          if let other = owners[key], other != Int32(row) {
            isLeftOut.formUnion([other, Int32(row)])
          }
          owners[key] = Int32(row)
        }
      }
    }
  }

  /// The parcel to the left of the edge from one corner to another; −1 for none.
  func owner(from start: Int32, to end: Int32) -> Int32 { owners[Self.key(start, end)] ?? -1 }

  private static func key(_ start: Int32, _ end: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: start)) << 32 | UInt64(UInt32(bitPattern: end))
  }

  /// For each parcel the first one of its group, a parcel with all that lies in its holes; −1 where the
  /// group is left out.
  func groups() -> [Int32] {
    var roots = (0..<Int32(parcelCount)).map { $0 }
    var lost = isLeftOut
    func root(_ parcel: Int32) -> Int32 {
      var parcel = parcel
      while roots[Int(parcel)] != parcel { parcel = roots[Int(parcel)] }
      return parcel
    }
    for row in rows {
      let parcel = Int32(row)
      for hole in (ringsOfParcel[row] ?? []).dropFirst() {
        guard let islands = islands(in: hole, of: parcel) else {
          lost.insert(parcel)
          continue
        }
        for island in islands {
          let (a, b) = (root(parcel), root(island))
          roots[Int(max(a, b))] = min(a, b)
        }
      }
    }
    let lostRoots = Set(lost.map(root))
    var groups = [Int32](repeating: -1, count: parcelCount)
    for row in rows {
      let first = root(Int32(row))
      if !lostRoots.contains(first) { groups[row] = first }
    }
    return groups
  }

  /// The parcels that fill a hole; nil where some of it is no parcel's.
  private func islands(in hole: [Int32], of parcel: Int32) -> Set<Int32>? {
    var found: Set<Int32> = []
    var stack: [Int32] = []
    func enter(_ start: Int32, _ end: Int32) -> Bool {
      let owner = owner(from: end, to: start)
      guard owner >= 0 else { return false }
      if owner != parcel, found.insert(owner).inserted { stack.append(owner) }
      return true
    }
    func cross(_ ring: [Int32]) -> Bool {
      ring.indices.allSatisfy { enter(ring[$0], ring[($0 + 1) % ring.count]) }
    }
    guard cross(hole) else { return nil }
    while let island = stack.popLast() {
      guard (ringsOfParcel[Int(island)] ?? []).allSatisfy(cross) else { return nil }
    }
    return found
  }

  /// The one ring round a group; nil where it has several, or touches itself.
  ///
  /// - Parameter members: the parcels of the group.
  func ring(of group: Int32, members: [Int], groups: [Int32]) -> [Int32]? {
    var walk = RingWalk()
    for row in members {
      for ring in ringsOfParcel[row] ?? [] {
        for place in ring.indices {
          let (start, end) = (ring[place], ring[(place + 1) % ring.count])
          let other = owner(from: end, to: start)
          guard other < 0 || groups[Int(other)] != group else { continue }
          guard walk.add(from: start, to: end) else { return nil }
        }
      }
    }
    return walk.ring()
  }
}
