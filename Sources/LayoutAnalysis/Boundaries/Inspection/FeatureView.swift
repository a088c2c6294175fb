import LandModel
import Topology

/// One feature under inspection, with what several rules need worked out once and only when asked for.
///
/// One view serves a run of rows, one after the other.
final class FeatureView {
  let layer: InspectedFeatures
  private(set) var row: Int
  /// How many places of one kind are worth keeping.
  private let placesKept: Int
  private var known = Known()

  /// What was worked out about the row so far.
  private struct Known {
    var isMeasurable: Bool?
    var shape: FeatureShape?
    var blocks: EdgeBlocks?
    var rings: RingSet?
    var duplicates: DuplicateRings?
    var edges: EdgeIndex?
    var contacts: RingContacts?
    var nesting: RingNesting?
  }

  init(_ layer: InspectedFeatures, row: Int, placesKept: Int) {
    self.layer = layer
    self.row = row
    self.placesKept = placesKept
  }

  /// Turns to another row.
  ///
  /// - Parameter isSound: whether it is known to hold a valid polygon.
  func look(at row: Int, isSound: Bool) {
    self.row = row
    known = Known()
    if isSound { known.isMeasurable = true }
  }

  private(set) lazy var workspace = Workspace()

  var column: GeometryColumn { layer.geometry }
  var kind: GeometryKind { layer.geometry.kinds[row] }
  var range: Range<Int> { layer.geometry.range(ofRow: row) }

  /// Whether every ordinate is a number of a size that a position can have.
  ///
  /// See ``NonFiniteOrdinateCheck``. Rules that compute ask for it first.
  var isMeasurable: Bool {
    if let answer = known.isMeasurable { return answer }
    let answer = range.allSatisfy { isPossible(layer.geometry.positions[$0]) }
    known.isMeasurable = answer
    return answer
  }

  /// Whether both ordinates are numbers of a possible size.
  func isPossible(_ position: XY) -> Bool {
    let greatest = layer.surface.greatestOrdinate
    return abs(position.x) <= greatest && abs(position.y) <= greatest
  }

  /// Whether the feature is polygonal and can be measured.
  var isMeasurablePolygon: Bool { kind == .polygon && !range.isEmpty && isMeasurable }

  /// The measures of the rings, for a measurable polygon or line.
  var shape: FeatureShape {
    if let shape = known.shape { return shape }
    let shape = FeatureShape(layer.geometry, row: row)
    known.shape = shape
    return shape
  }

  /// The edges as stored, for what comes near what.
  var blocks: EdgeBlocks {
    if let blocks = known.blocks { return blocks }
    let blocks = EdgeBlocks(layer.geometry, row: row)
    known.blocks = blocks
    return blocks
  }

  // MARK: Worked out on demand, for a measurable polygon only

  var rings: RingSet {
    if let rings = known.rings { return rings }
    let rings = RingSet(layer.geometry, row: row)
    known.rings = rings
    return rings
  }

  var duplicates: DuplicateRings {
    if let duplicates = known.duplicates { return duplicates }
    let duplicates = DuplicateRings(rings)
    known.duplicates = duplicates
    return duplicates
  }

  private var edges: EdgeIndex {
    if let edges = known.edges { return edges }
    let duplicates = duplicates
    let edges = EdgeIndex(rings) { !duplicates.isDuplicate($0) }
    known.edges = edges
    return edges
  }

  var contacts: RingContacts {
    if let contacts = known.contacts { return contacts }
    let contacts = RingContacts(rings, edges: edges, limit: placesKept)
    known.contacts = contacts
    return contacts
  }

  var nesting: RingNesting {
    if let nesting = known.nesting { return nesting }
    let nesting = RingNesting(rings, edges: edges, contacts: contacts)
    known.nesting = nesting
    return nesting
  }
}
