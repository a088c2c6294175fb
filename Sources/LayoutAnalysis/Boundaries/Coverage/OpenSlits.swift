import LandModel
import SpatialIndex
import Topology

/// Narrow openings between features that are not enclosed: slits that reach the rim of the layer or a
/// larger opening.
///
/// Looked for only where free borders of two parts face each other over open land; there the features are
/// grown and shrunk by half the width (a closing), and what that fills is the slit.
struct OpenSlits: Sendable {
  private let side: BorderSide
  private let tree: BoxTree
  private let workers: Int?
  /// Metres that a slit's mean width exceeds, and at most has.
  let tolerance: Double
  let width: Double

  /// How many times longer than wide a piece is to be a slit and no corner (domain facts §4.2, L/W).
  private static let elongation = 5.0

  init(of view: LayerView, tolerance: Double, width: Double) {
    side = BorderSide(view)
    tree = view.tree
    workers = view.workers
    self.tolerance = tolerance
    self.width = width
  }

  /// The slits that lie in none of the pieces already known, by the place of their lower left corner.
  func pieces(besides known: [OpenPiece]) throws(TopologyError) -> [OpenPiece] {
    let places = self.places(besides: known)
    let chunks = try Chunks.map(
      count: places.count, size: 8, workers: workers
    ) { (range: Range<Int>) throws(TopologyError) -> [OpenPiece] in
      let workspace = Workspace()
      var found: [OpenPiece] = []
      for place in places[range] { found += try slits(near: place, in: workspace) }
      return found
    }
    return chunks.flatMap { $0 }
  }

  /// What growing and shrinking the features round a place fills, as far as it is a slit.
  private func slits(
    near place: BoundingBox, in workspace: Workspace
  ) throws(TopologyError) -> [OpenPiece] {
    let column = side.column
    let window = place.expanded(by: 2 * width)
    let frame = try Shape(window, in: workspace)
    var local = GeometryColumn()
    for row in tree.rows(meeting: window) where column.kinds[row] == .polygon {
      local.append(
        try Shape(row: row, of: column, in: workspace).intersection(with: frame).polygons())
    }
    let land = try Shape.unaryUnion(of: local, in: workspace)
    let closed = try land.buffered(by: Metres(width / 2), join: .mitre)
      .buffered(by: Metres(-width / 2), join: .mitre)
    let filled = try closed.difference(from: land).polygons()
    return (0..<filled.partCount).compactMap { part in
      let outline = filled.polygon(ofPart: part)
      let area = PlanarMeasure.area(of: outline).value
      let mean = Pieces.meanWidth(of: outline, area: area)
      guard mean > tolerance, mean <= width, area >= Self.elongation * mean * mean
      else { return nil }
      // Of a slit nearby the window may show an end; it has a place of its own.
      guard outline.boundingBox.meets(place) else { return nil }
      let borders = side.free.borders(along: outline, of: column)
      guard borders.partCount > 1 else { return nil }
      return OpenPiece(
        outline: outline, planarArea: area, width: mean, neighbours: borders.rows,
        partCount: borders.partCount)
    }
  }

  /// Boxes of the places where free borders face each other over open land, merged where they meet.
  private func places(besides known: [OpenPiece]) -> [BoundingBox] {
    let (runs, boxes, tree) = (side.free.runs, side.free.boxes, side.free.tree)
    let knownTree = BoxTree(known.map(\.outline.boundingBox))
    let knownColumn = GeometryColumn(known.map(\.outline))
    let chunks = Chunks.map(count: runs.count, size: 512, workers: workers) { range in
      var found: [BoundingBox] = []
      for number in range {
        for other in tree.rows(meeting: boxes[number].expanded(by: width)) where other > number {
          guard side.areOfTwoParts(runs[number], runs[other]) else { continue }
          found += facing(runs[number], runs[other]).filter { box in
            !knownTree.rows(meeting: BoundingBox(at: box.centre)).contains {
              knownColumn.contains(box.centre, inRow: $0)
            }
          }
        }
      }
      return found
    }
    return Self.merged(chunks.flatMap { $0 }, reach: width)
  }

  /// Boxes round the stretches where two runs face each other over open land.
  private func facing(_ run: FreeEdges.Run, _ other: FreeEdges.Run) -> [BoundingBox] {
    var found: [BoundingBox] = []
    for start in Int(run.start)..<Int(run.start + run.count) {
      let edge = side.ends(ofEdge: start, ring: run.ring)
      for otherStart in Int(other.start)..<Int(other.start + other.count) {
        let opposite = side.ends(ofEdge: otherStart, ring: other.ring)
        guard let facing = FacingEdges(edge, opposite, within: width),
          min(facing.offsetFrom, facing.offsetTo) >= 0, facing.greatest > tolerance
        else { continue }
        // The middle of the opening lies half the offset to the right of the edge's middle stretch.
        let share = (facing.from + facing.to) / 2
        let length = edge.0.distance(to: edge.1)
        let aside = (facing.offsetFrom + facing.offsetTo) / 4 / length
        let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
        let middle = XY(
          edge.0.x + share * dx + aside * dy, edge.0.y + share * dy - aside * dx)
        let reach = max(abs(dx), abs(dy)) * (facing.to - facing.from) / 2
        found.append(BoundingBox(at: middle).expanded(by: reach + facing.greatest))
      }
    }
    return found
  }

  /// Boxes joined where they come within a distance of each other, by their lower left corners.
  private static func merged(_ boxes: [BoundingBox], reach: Double) -> [BoundingBox] {
    let tree = BoxTree(boxes)
    var groups = DisjointGroups(count: boxes.count)
    for index in boxes.indices {
      tree.forEachRow(meeting: boxes[index].expanded(by: reach)) { _ = groups.join(index, $0) }
    }
    var whole: [Int: BoundingBox] = [:]
    for index in boxes.indices {
      whole[groups.root(of: index), default: .empty].extend(to: boxes[index])
    }
    return whole.keys.sorted().compactMap { whole[$0] }.sorted {
      ($0.minX, $0.minY, $0.maxX, $0.maxY) < ($1.minX, $1.minY, $1.maxX, $1.maxY)
    }
  }
}

extension BorderSide {
  /// Whether two runs belong to different parts.
  func areOfTwoParts(_ run: FreeEdges.Run, _ other: FreeEdges.Run) -> Bool {
    if run.row != other.row { return true }
    return run.ring != other.ring
      && column.part(ofRing: Int(run.ring), inRow: Int(run.row))
        != column.part(ofRing: Int(other.ring), inRow: Int(other.row))
  }
}
