import LandModel
import SpatialIndex

/// The features along a town's smooth line as a net: short pieces of their edges, joined where edges share an end.
///
/// Features that share a corner continue each other, whether they are parts of a road or neighbouring parcels;
/// lines that cross without a common corner do not. The same edge of two features is one. The net depends on where
/// edges run alone, not on the order or winding of features.
struct FollowedNet {
  /// A position on an edge.
  struct Node {
    let position: XY
    let place: BoundaryTrack.Place
    /// Whether the edge ends here.
    let isCorner: Bool
  }

  /// A piece of an edge, in the direction of the line.
  struct Link {
    let from: Int
    let to: Int
    /// The layer's place in the plan's list.
    let layer: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []

  /// Pieces of an edge, of which a cell's width has at least this number.
  private static let piecesPerCell = 8.0

  /// - Parameter tolerance: how far from the line the net reaches, metres.
  /// - Complexity: O(edges near · log edges + pieces near the line · corners of the line).
  init(
    _ layers: [IndexedLayer], along track: BoundaryTrack, within tolerance: Double,
    on land: FollowedLand
  ) {
    var box = BoundingBox.empty
    for corner in track.corners { box.extend(to: corner.position) }
    box = box.expanded(by: tolerance)
    var corners: [XY: Int?] = [:]
    for edge in Self.edges(of: layers, in: box) {
      let steps = max(
        1, (edge.length * Self.piecesPerCell / land.window.lattice.width).rounded(.up))
      guard let range = edge.part(in: box) else { continue }
      var previous: Int?
      for step in stride(
        from: (range.lowerBound * steps).rounded(.down),
        through: (range.upperBound * steps).rounded(.up), by: 1)
      {
        let isCorner = step == 0 || step == steps
        let position = edge.position(at: step / steps)
        var node: Int?
        if isCorner, let known = corners[position] {
          node = known
        } else if land.isOpen(position) {
          let place = track.place(nearestTo: position)
          if place.distance <= tolerance {
            node = nodes.count
            nodes.append(Node(position: position, place: place, isCorner: isCorner))
          }
        }
        if isCorner { corners[position] = .some(node) }
        if let previous, let node { link(previous, node, edge.layer, track, land) }
        previous = node
      }
    }
  }

  /// Joins two nodes where the way between them may be run.
  private mutating func link(
    _ first: Int, _ second: Int, _ layer: Int, _ track: BoundaryTrack, _ land: FollowedLand
  ) {
    let (a, b) = (nodes[first], nodes[second])
    let way = track.way(from: a.place.along, to: b.place.along)
    // Where the line bends, nearest points may be farther apart than positions: by a cell at most.
    let longest = 2 * a.position.distance(to: b.position) + land.window.lattice.width
    let isForward = way > 0 || (way == 0 && a.place.ahead < b.place.ahead)
    guard abs(way) <= longest, way != 0 || a.place.ahead != b.place.ahead else { return }
    let (from, to) = isForward ? (first, second) : (second, first)
    guard land.cells(from: a.position, to: b.position) != nil,
      land.isWithoutCentre(track.swept(from: nodes[from], to: nodes[to]))
    else { return }
    links.append(Link(from: from, to: to, layer: layer))
  }

  /// The edges of all layers that may come near a box, each once, by position.
  private static func edges(of layers: [IndexedLayer], in box: BoundingBox) -> [FollowedEdge] {
    var edges: [FollowedEdge] = []
    for (number, layer) in layers.enumerated() {
      for row in layer.tree.rows(meeting: box) {
        for edge in LayerEdges(layer.layer.geometry, row: row)
        where edge.start != edge.end && edge.start.isFinite && edge.end.isFinite && edge.meets(box)
        {
          edges.append(FollowedEdge(edge, layer: number))
        }
      }
    }
    edges.sort { $0.order.lexicographicallyPrecedes($1.order) }
    return edges.indices.compactMap { index in
      index > 0 && edges[index].isSamePlace(as: edges[index - 1]) ? nil : edges[index]
    }
  }
}

extension BoundaryTrack {
  /// The small ring between a piece of a feature and the line beside it; its first edge is the piece.
  func swept(from start: FollowedNet.Node, to end: FollowedNet.Node) -> [XY] {
    [start.position, end.position, end.place.position]
      + corners(after: start.place.edge, upTo: end.place.edge).reversed() + [start.place.position]
  }
}

/// An edge of a feature from its south-western end, whatever way it was drawn.
private struct FollowedEdge {
  let start: XY
  let end: XY
  let layer: Int

  init(_ edge: LayerEdge, layer: Int) {
    let isForward = (edge.start.x, edge.start.y) < (edge.end.x, edge.end.y)
    start = isForward ? edge.start : edge.end
    end = isForward ? edge.end : edge.start
    self.layer = layer
  }

  var length: Double { start.distance(to: end) }

  /// What edges are sorted by.
  var order: [Double] { [start.x, start.y, end.x, end.y, Double(layer)] }

  func isSamePlace(as other: FollowedEdge) -> Bool { start == other.start && end == other.end }

  func position(at share: Double) -> XY {
    if share == 0 { return start }
    return share == 1
      ? end : XY(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
  }

  /// The shares of the edge between which it lies in a box; nil where it lies outside.
  func part(in box: BoundingBox) -> ClosedRange<Double>? {
    var (from, to) = (0.0, 1.0)
    for (start, way, low, high) in [
      (start.x, end.x - start.x, box.minX, box.maxX),
      (start.y, end.y - start.y, box.minY, box.maxY),
    ] {
      if way == 0 {
        if start < low || start > high { return nil }
      } else {
        let (a, b) = ((low - start) / way, (high - start) / way)
        (from, to) = (max(from, min(a, b)), min(to, max(a, b)))
      }
    }
    return from <= to ? from...to : nil
  }
}
