/// Directed edges that are put together to one ring.
struct RingWalk {
  private var next: [Int32: Int32] = [:]
  private var first: Int32?

  /// Takes an edge; false where another one begins at the same corner, so that the ring touches itself.
  mutating func add(from start: Int32, to end: Int32) -> Bool {
    if first == nil { first = start }
    return next.updateValue(end, forKey: start) == nil
  }

  /// The corners in the order of the walk, the first not repeated; nil where the edges are no one ring.
  func ring() -> [Int32]? {
    guard let first else { return nil }
    var ring = [first]
    while let end = next[ring[ring.count - 1]], end != first {
      guard ring.count <= next.count else { return nil }
      ring.append(end)
    }
    return ring.count == next.count && ring.count >= 3 ? ring : nil
  }
}
