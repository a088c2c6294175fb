import LandModel
import Topology

/// What became of a feature's vertices.
struct VertexChange {
  let removed: Int
  let added: Int
  /// The greatest distance of a removed vertex from the new boundary, over rings that still exist.
  let largestShift: Metres

  init(
    from given: TracedGeometry, to now: TracedGeometry, workspace: Workspace
  ) throws(TopologyError) {
    let own = Set(given.rings.flatMap { $0.vertices.compactMap(\.origin) })
    var kept: Set<Int32> = []
    var added = 0
    for ring in now.rings {
      for vertex in ring.vertices {
        if let origin = vertex.origin, own.contains(origin) {
          kept.insert(origin)
        } else {
          added += 1
        }
      }
    }
    var lost: [XY] = []
    for ring in given.rings {
      let isThere = ring.vertices.contains { $0.origin.map { kept.contains($0) } ?? false }
      guard isThere else { continue }
      for vertex in ring.vertices {
        if let origin = vertex.origin, !kept.contains(origin) { lost.append(vertex.position) }
      }
    }
    removed = own.count - kept.count
    self.added = added
    guard !lost.isEmpty, now.kind == .polygon else {
      largestShift = .zero
      return
    }
    let boundary = try PreparedShape(Shape(now.closed(), in: workspace).boundary())
    var largest = Metres.zero
    for position in lost {
      largest = max(largest, try boundary.distance(to: Shape(.point(position), in: workspace)))
    }
    largestShift = largest
  }
}
