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

  init(
    _ input: LayerInput, soundRows: [Int], administrative: AdministrativeUnits?,
    context: BoundaryContext, parameters: BoundaryParameters, workers: Int?
  ) {
    self.input = input
    self.soundRows = soundRows
    self.administrative = administrative
    self.context = context
    self.parameters = parameters
    self.workers = workers
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
  private(set) lazy var twins = EqualGeometries(column, rows: soundRows)
  private(set) lazy var placement = Placement(of: self)

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
