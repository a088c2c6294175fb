import LandModel
import Topology

/// One feature under inspection, with what several rules need worked out once and only when asked for.
final class FeatureView {
  let layer: ProjectedLayer
  let row: Int
  let workspace: Workspace
  /// How many places of one kind are worth keeping.
  private let placesKept: Int

  init(_ layer: ProjectedLayer, row: Int, workspace: Workspace, placesKept: Int) {
    self.layer = layer
    self.row = row
    self.workspace = workspace
    self.placesKept = placesKept
  }

  var column: GeometryColumn { layer.geometry }
  var kind: GeometryKind { layer.geometry.kinds[row] }
  var range: Range<Int> { layer.geometry.range(ofRow: row) }

  /// Whether every ordinate is a number of a size that a position can have.
  ///
  /// See ``NonFiniteOrdinateCheck``. Rules that compute ask for it first.
  private(set) lazy var isMeasurable = range.allSatisfy {
    NonFiniteOrdinateCheck.isPossible(layer.geometry.positions[$0])
  }

  /// Whether the feature is polygonal and can be measured.
  var isMeasurablePolygon: Bool { kind == .polygon && !range.isEmpty && isMeasurable }

  /// The measures of the rings, for a measurable polygon or line.
  private(set) lazy var shape = FeatureShape(layer.geometry, row: row)

  // MARK: Worked out on demand, for a measurable polygon only

  private(set) lazy var rings = RingSet(layer.geometry, row: row)
  private(set) lazy var duplicates = DuplicateRings(rings)
  private lazy var edges = EdgeIndex(rings) { [duplicates] in !duplicates.isDuplicate($0) }
  private(set) lazy var contacts = RingContacts(rings, edges: edges, limit: placesKept)
  private(set) lazy var nesting = RingNesting(rings, edges: edges, contacts: contacts)

  /// Part, ring and vertex as the file orders them, of a ring and a position of the layer's column.
  func element(ofRing ring: Int, vertex: Int? = nil) -> GeometryElement {
    let parts = column.parts(ofRow: row)
    let part = parts.first { column.rings(ofPart: $0).contains(ring) } ?? parts.lowerBound
    return GeometryElement(
      part: part - parts.lowerBound, ring: ring - column.rings(ofPart: part).lowerBound,
      vertex: vertex.map { $0 - column.range(ofRing: ring).lowerBound })
  }

  /// A ring of the set as a place, with its planar area.
  func ringPlace(_ ring: Int) -> (outline: Geometry, planarArea: SquareMetres) {
    let outline = rings.outline(ofRing: ring)
    return (outline, PlanarMeasure.area(of: outline))
  }

  /// Several points as one place.
  static func points(_ positions: [XY]) -> Geometry {
    let ends = positions.indices.map { $0 + 1 }
    return Geometry(kind: .point, positions: positions, ringEnds: ends, partEnds: ends)
  }
}
