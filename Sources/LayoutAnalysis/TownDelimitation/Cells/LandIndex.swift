import LandModel
import SpatialIndex

/// A layer with the tree of its boxes.
struct IndexedLayer: Sendable {
  let layer: CheckedLayer
  let tree: BoxTree
  /// For each feature its group in a setback by class; empty for other rules.
  let setbackPlaces: [Int]

  init(_ layer: CheckedLayer, rule: ConstraintRule? = nil) {
    self.layer = layer
    tree = BoxTree(layer.geometry)
    setbackPlaces = if case .setback(let rule) = rule { rule.groupPlaces(of: layer) } else { [] }
  }
}

/// The resources of one category with the tree of their positions.
struct IndexedResources: Sendable {
  let points: [ResourcePoint]
  let tree: BoxTree
  let greatestWeight: Double

  init(_ points: [ResourcePoint]) {
    self.points = points
    tree = BoxTree(points.map { BoundingBox(at: $0.position) })
    greatestWeight = points.map(\.weight).max() ?? 0
  }
}

extension BoundingBox {
  /// The box of one position; empty where an ordinate is no number.
  init(at position: XY) {
    self = .empty
    if position.isFinite { extend(to: position) }
  }
}

/// The land with what makes it quick to look up round a seed; made once, shared by all sites.
struct LandIndex: Sendable {
  let input: LandInput
  /// One for each constraint, in their order.
  let constraints: [IndexedLayer]
  let buildingConstraints: [IndexedLayer]
  /// Rows of the county layer by id.
  let countyRows: [FeatureID: [Int]]
  let access: [String: IndexedLayer]
  /// By key.
  let followed: [String: IndexedLayer]
  let settlementTree: BoxTree
  /// Resources that count, by category.
  let resources: [String: IndexedResources]

  init(_ input: LandInput) {
    self.input = input
    constraints = input.constraints.map { IndexedLayer($0.layer, rule: $0.rule) }
    buildingConstraints = input.buildingConstraints.map { IndexedLayer($0.layer, rule: $0.rule) }
    let counties = input.counties?.ids ?? []
    countyRows = Dictionary(grouping: counties.indices) { counties[$0] }
    access = Dictionary(
      input.access.map { ($0.key, IndexedLayer($0)) }, uniquingKeysWith: { first, _ in first })
    followed = Dictionary(
      input.followed.map { ($0.key, IndexedLayer($0)) }, uniquingKeysWith: { first, _ in first })
    settlementTree = BoxTree(input.settlements.map { BoundingBox(at: $0.position) })
    let counting = input.resources.filter { $0.weight > 0 && $0.weight.isFinite }
    resources = Dictionary(grouping: counting, by: \.category).mapValues(IndexedResources.init)
  }

  /// The cells of a window that a constraint takes.
  func cells(takenBy constraint: Int, in window: CellWindow) -> [Bool] {
    taken(by: input.constraints[constraint], in: constraints[constraint], window: window)
  }

  /// The cells of a window that a building constraint takes.
  func cells(takenByBuilding constraint: Int, in window: CellWindow) -> [Bool] {
    taken(
      by: input.buildingConstraints[constraint], in: buildingConstraints[constraint],
      window: window)
  }

  /// The cells of a window that do not lie wholly in a county.
  func cells(outside county: FeatureID, in window: CellWindow) -> [Bool] {
    guard let layer = input.counties else {
      return [Bool](repeating: false, count: window.count)
    }
    return CellCover(window: window).cellsOutside(
      layer.geometry, rows: countyRows[county] ?? [])
  }

  private func taken(
    by constraint: Constraint, in layer: IndexedLayer, window: CellWindow
  ) -> [Bool] {
    let cover = CellCover(window: window)
    let column = layer.layer.geometry
    switch constraint.rule {
    case .forbid, .limit, .conditional:
      // No candidate's activity is known before it is chosen: a conditional layer is closed.
      return cover.cells(within: 0, of: column, rows: layer.tree.rows(meeting: window.box))
    case .buffer(let distance):
      let near = window.box.expanded(by: max(0, distance.value) + CellCover.tolerance)
      return cover.cells(
        within: max(0, distance.value), of: column, rows: layer.tree.rows(meeting: near))
    case .setback(let rule):
      var taken = [Bool](repeating: false, count: window.count)
      for (place, group) in rule.groups.enumerated() {
        let distance = max(0, group.distance.value)
        let rows = layer.tree.rows(
          meeting: window.box.expanded(by: distance + CellCover.tolerance)
        ).filter { layer.setbackPlaces[$0] == place }
        guard !rows.isEmpty else { continue }
        for (cell, isTaken) in cover.cells(within: distance, of: column, rows: rows).enumerated()
        where isTaken {
          taken[cell] = true
        }
      }
      return taken
    case .inside:
      return cover.cellsOutside(column, rows: layer.tree.rows(meeting: window.box))
    }
  }
}
