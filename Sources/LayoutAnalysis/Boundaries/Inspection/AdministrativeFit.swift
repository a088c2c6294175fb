import LandModel
import SpatialIndex
import Topology

/// How a feature that does not lie wholly within its administrative units lies to them.
struct AdministrativeFit: Sendable {
  let row: Int
  /// What lies outside, less noise; for lines and points the feature itself.
  let outside: Geometry
  /// Nil for lines and points.
  let planarAreaOutside: SquareMetres?
  /// Whether nothing of the feature lies inside.
  let isWhollyOutside: Bool
  /// What the unit it was judged by is called; nil for all units together.
  let claim: String?
  /// What the units that the feature does meet are called, by row.
  let unitsMet: [String]

  /// Width up to which a piece outside is taken for rounding along a shared border: the topology
  /// tolerance of two public inspection code bases (domain facts §4.2).
  static let tolerance = 0.001

  /// All sound rows of a layer that do not lie wholly within, ascending.
  static func fits(of view: LayerView) throws(TopologyError) -> [AdministrativeFit] {
    guard let units = view.administrative, view.input.expectation.liesInAdministrativeBoundary,
      !view.placement.isWholeLayerOutside, units.unusableRows.isEmpty
    else { return [] }
    let claims = view.input.expectation.countyField.flatMap { view.layer.attributes[$0] }
    let (column, rows, boxes) = (view.column, view.soundRows, view.boxes)
    let chunks = try Chunks.map(
      count: rows.count, size: 256, workers: view.workers
    ) { (range: Range<Int>) throws(TopologyError) -> [AdministrativeFit] in
      var judge = FitJudge(units: units, workspace: Workspace())
      var found: [AdministrativeFit] = []
      for row in rows[range] {
        let claim = claims?.text(at: row)
        if let fit = try judge.fit(row, of: column, box: boxes[row], claim: claim) {
          found.append(fit)
        }
      }
      return found
    }
    return chunks.flatMap { $0 }
  }
}

/// Judges features one by one, keeping the units it met prepared.
private struct FitJudge {
  let units: AdministrativeUnits
  let workspace: Workspace
  private var prepared: [Int: PreparedUnit] = [:]

  /// A class, because a dictionary must hold it.
  private final class PreparedUnit {
    let shape: PreparedShape
    init(_ shape: consuming PreparedShape) { self.shape = shape }
  }

  init(units: AdministrativeUnits, workspace: Workspace) {
    self.units = units
    self.workspace = workspace
  }

  /// Nil for a feature that lies wholly within its claimed unit, or within all units together.
  mutating func fit(
    _ row: Int, of column: GeometryColumn, box: BoundingBox, claim: String?
  ) throws(TopologyError) -> AdministrativeFit? {
    let near = units.tree.rows(meeting: box)
    let claimed = claim.flatMap(units.rows(withCode:))
    let shape = try Shape(row: row, of: column, in: workspace)
    for unit in claimed ?? near where try self.unit(unit).shape.covers(shape) { return nil }
    var met: [Int] = []
    for unit in near where try self.unit(unit).shape.meets(shape) { met.append(unit) }
    let judges = claimed.map { codes in met.filter(codes.contains) } ?? met
    let names = met.map { units.names[$0] }
    let judge = claimed?.first.map { units.names[$0] }
    guard column.kinds[row] == .polygon else {
      // A line may cross from unit to unit; only one that meets none is misplaced.
      guard judges.isEmpty else { return nil }
      return AdministrativeFit(
        row: row, outside: column.geometry(ofRow: row), planarAreaOutside: nil,
        isWhollyOutside: true, claim: judge, unitsMet: names)
    }
    var rest = try shape.copy()
    for unit in judges { rest = try rest.difference(from: self.unit(unit).shape.shape) }
    let pieces = Pieces(of: try rest.polygons(), widerThan: AdministrativeFit.tolerance)
    guard !pieces.isEmpty else { return nil }
    var inside = Pieces(of: column.geometry(ofRow: row), widerThan: 0).planarArea
    inside = inside - pieces.planarArea
    // Less than a strip of the tolerance along the box inside is a border in common, not land.
    let strip = AdministrativeFit.tolerance * 2 * (box.width + box.height)
    return AdministrativeFit(
      row: row, outside: pieces.geometry, planarAreaOutside: pieces.planarArea,
      isWhollyOutside: inside.value <= strip, claim: judge, unitsMet: names)
  }

  private mutating func unit(_ row: Int) throws(TopologyError) -> PreparedUnit {
    if let known = prepared[row] { return known }
    let unit = PreparedUnit(
      try PreparedShape(Shape(row: row, of: units.column, in: workspace)))
    prepared[row] = unit
    return unit
  }
}
