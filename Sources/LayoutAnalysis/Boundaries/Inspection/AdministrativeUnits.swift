import LandModel
import SpatialIndex
import Topology

/// The administrative units that layers are judged by, those with a valid polygon only.
struct AdministrativeUnits: Sendable {
  let column: GeometryColumn
  let grid: GaussKrugerGrid
  /// What each unit is called: its name where a name field is declared, else its code, else its id.
  let names: [String]
  /// Rows that cannot be used, because they hold no valid polygon; ascending.
  let unusableRows: [Int]
  let tree: BoxTree
  /// For each code the rows that carry it, when a code field is declared.
  private let rowsOfCode: [String: [Int]]?

  init(_ boundary: AdministrativeBoundary) throws(TopologyError) {
    let layer = boundary.layer
    column = layer.geometry
    grid = layer.grid
    let codes = boundary.codeField.flatMap { layer.attributes[$0] }
    let given = boundary.nameField.flatMap { layer.attributes[$0] }
    names = (0..<layer.count).map { row in
      given?.text(at: row) ?? codes?.text(at: row) ?? layer.ids[row].text
    }
    var boxes = [BoundingBox](repeating: .empty, count: layer.count)
    var unusable: [Int] = []
    var rowsOfCode: [String: [Int]] = [:]
    for row in 0..<layer.count {
      guard try FeatureInspection.isValidPolygon(layer, row: row) else {
        unusable.append(row)
        continue
      }
      boxes[row] = layer.geometry.boundingBox(ofRow: row)
      if let code = codes?.text(at: row) { rowsOfCode[code, default: []].append(row) }
    }
    unusableRows = unusable
    tree = BoxTree(boxes)
    self.rowsOfCode = codes == nil ? nil : rowsOfCode
  }

  /// The usable units with a code; nil where no code field is declared or no unit has the code.
  func rows(withCode code: String) -> [Int]? { rowsOfCode?[code] }

  /// Whether units carry codes that features can refer to.
  var haveCodes: Bool { rowsOfCode != nil }

  /// Longitudes and latitudes that the units span; nil where no unit is usable.
  var geodeticBox: BoundingBox? {
    let box = tree.boundingBox
    guard !box.isEmpty else { return nil }
    return GridBoxes.geodetic(box, on: grid)
  }
}
