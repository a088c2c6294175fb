import LandModel
import SpatialIndex
import Topology

/// One layer under inspection after its features were, with what several rules need worked out once.
///
/// Used by one task; parallel parts take the values they need out of it first.
final class LayerView {
  let input: LayerInput
  /// Rows whose geometry is valid, ascending: all that rules of the layer compare.
  let soundRows: [Int]
  let administrative: AdministrativeUnits?
  let context: BoundaryContext
  let parameters: BoundaryParameters
  let workers: Int?
  /// Boundaries of known position; nil where none are given.
  let reference: ReferenceBoundaries?

  init(
    _ input: LayerInput, soundRows: [Int], administrative: AdministrativeUnits?,
    context: BoundaryContext, parameters: BoundaryParameters, workers: Int?,
    reference: ReferenceBoundaries? = nil
  ) {
    self.input = input
    self.soundRows = soundRows
    self.administrative = administrative
    self.context = context
    self.parameters = parameters
    self.workers = workers
    self.reference = reference
  }

  var layer: ProjectedLayer { input.layer }
  var column: GeometryColumn { input.layer.geometry }

  // MARK: Worked out on demand

  /// One box for each row of the layer; empty for rows that are not sound.
  private(set) lazy var boxes: [BoundingBox] = {
    var boxes = [BoundingBox](repeating: .empty, count: layer.count)
    for row in soundRows { boxes[row] = column.boundingBox(ofRow: row) }
    return boxes
  }()

  private(set) lazy var tree = BoxTree(boxes)
  private(set) lazy var twins = EqualGeometries(column, rows: soundRows, boxes: boxes)
  /// Sound rows with a polygon, ascending.
  private(set) lazy var polygonRows = soundRows.filter { column.kinds[$0] == .polygon }
  private(set) lazy var matching = EdgeMatching(
    column, rows: polygonRows, boxes: boxes, tree: tree, workers: workers)
  private(set) lazy var freeEdges = FreeEdges(column, rows: polygonRows, matching: matching)
  private(set) lazy var placement = Placement(of: self)

  private var knownOverlaps: LayerOverlaps?

  /// The pairs of polygons that share a piece wider than a tolerance.
  func overlaps(tolerance: Double) throws(TopologyError) -> LayerOverlaps {
    if let knownOverlaps, knownOverlaps.tolerance == tolerance { return knownOverlaps }
    let overlaps = try LayerOverlaps(of: self, tolerance: tolerance)
    knownOverlaps = overlaps
    return overlaps
  }

  private var knownOpenings: (tolerance: Double, pieces: [OpenPiece])?

  /// The land that features enclose and leave open, in pieces wider than a tolerance.
  func openPieces(tolerance: Double) throws(TopologyError) -> [OpenPiece] {
    if let knownOpenings, knownOpenings.tolerance == tolerance { return knownOpenings.pieces }
    let pieces = try OpenLand(of: self, tolerance: tolerance).pieces()
    knownOpenings = (tolerance, pieces)
    return pieces
  }

  private var knownFits: [AdministrativeFit]?

  /// How each sound row lies to the administrative units, ascending by row; only rows that do not lie
  /// wholly within.
  func administrativeFits() throws(TopologyError) -> [AdministrativeFit] {
    if let knownFits { return knownFits }
    let fits = try AdministrativeFit.fits(of: self)
    knownFits = fits
    return fits
  }
}
