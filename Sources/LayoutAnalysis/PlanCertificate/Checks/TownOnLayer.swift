import LandModel
import Topology

/// A town, or its building land, laid over the features of one layer.
struct TownOnLayer: ~Copyable {
  private let town: StatedTown
  private let isBuilding: Bool
  private let features: FeatureBoxes
  private let workspace: Workspace
  /// The land measured, drawn in by its rounding.
  private let shape: Shape
  private let box: BoundingBox
  /// What drawing a town in, and the grid's scale, may make of a share: 8 mm along the 6 km round 1 km².
  private static let shareRounding = 0.000_05

  init(
    town: StatedTown, isBuilding: Bool, features: FeatureBoxes
  ) throws(TopologyError) {
    self.town = town
    self.isBuilding = isBuilding
    self.features = features
    workspace = Workspace()
    let geometry = isBuilding ? town.construction : town.publishedBoundary
    box = geometry.boundingBox
    // Building land comes unrounded.
    let rounding = isBuilding ? Metres.zero : StatedRounding.position
    shape = try Shape(geometry, in: workspace).buffered(by: .zero - rounding)
  }

  /// How the town breaks the layer's rule; empty where it keeps it, or where no plain measure tells.
  borrowing func faults(of constraint: Constraint) throws(TopologyError) -> [CertificateFault] {
    switch constraint.rule {
    case .forbid: try forbidden(by: constraint)
    case .limit(let share, let area): try beyondLimit(share: share, area: area, constraint)
    case .buffer(let distance):
      try nearer(constraint) { _ in distance }
    case .setback(let rule):
      try nearer(constraint, rule.distances(of: constraint.layer))
    case .inside: try outside(constraint)
    case .conditional: []
    }
  }

  private borrowing func forbidden(
    by constraint: Constraint
  ) throws(TopologyError) -> [CertificateFault] {
    let common = try overlap()
    guard common.planarArea > LandRuleCheck.smallest else { return [] }
    let ids = common.features.map(\.text).joined(separator: ", ")
    return [
      fault(
        constraint,
        english: "has \(Self.number(common.planarArea.value)) m² of forbidden land, in \(ids)",
        chinese: "占用禁止用地 \(Self.number(common.planarArea.value)) 平方米（\(ids)）")
    ]
  }

  private borrowing func beyondLimit(
    share: Ratio?, area: SquareMetres?, _ constraint: Constraint
  ) throws(TopologyError) -> [CertificateFault] {
    let common = try overlap().planarArea
    // Building land never counts on an exception.
    if isBuilding {
      return common > LandRuleCheck.smallest
        ? [
          fault(
            constraint, english: "has \(Self.number(common.value)) m² in it",
            chinese: "占用 \(Self.number(common.value)) 平方米")
        ] : []
    }
    let whole = try shape.planarArea()
    var faults: [CertificateFault] = []
    if let share, (common / whole).value > share.value + Self.shareRounding {
      faults.append(
        fault(
          constraint,
          english:
            "has \(Self.number((common / whole).percent)) % in it, more than \(share.percent) %",
          chinese: "占用 \(Self.number((common / whole).percent)) %，超过 \(share.percent) %"))
    }
    // On the ellipsoid an area differs from that on the grid by less than half a per cent.
    if let area, 0.995 * common > area {
      faults.append(
        fault(
          constraint,
          english: "has \(Self.number(common.value)) m² in it, more than \(area.value) m²",
          chinese: "占用 \(Self.number(common.value)) 平方米，超过 \(area.value) 平方米"))
    }
    return faults
  }

  /// - Parameter distance: to be kept from the feature of a row.
  private borrowing func nearer(
    _ constraint: Constraint, _ distance: (Int) -> Metres
  ) throws(TopologyError) -> [CertificateFault] {
    for row in features.boxes.indices {
      let limit = distance(row)
      guard features.boxes[row].meets(box.expanded(by: limit.value)) else { continue }
      let apart = try shape.distance(
        to: Shape(row: row, of: features.layer.geometry, in: workspace))
      // Drawing the town in took it away by the rounding at most.
      guard apart < limit - 0.001 * Metres(1) else { continue }
      let feature = features.layer.ids[row].text
      return [
        fault(
          constraint,
          english: "is \(Self.number(apart.value)) m from \(feature), nearer than \(limit.value) m",
          chinese: "距 \(feature) \(Self.number(apart.value)) 米，不足 \(limit.value) 米")
      ]
    }
    return []
  }

  private borrowing func outside(
    _ constraint: Constraint
  ) throws(TopologyError) -> [CertificateFault] {
    let rest = try areaOutside(features.rows(meeting: box))
    guard rest > LandRuleCheck.smallest else { return [] }
    return [
      fault(
        constraint, english: "has \(Self.number(rest.value)) m² outside it",
        chinese: "有 \(Self.number(rest.value)) 平方米在其外")
    ]
  }

  /// Land that lies in none of the features.
  borrowing func areaOutside(_ rows: [Int]) throws(TopologyError) -> SquareMetres {
    var rest = try shape.copy()
    for row in rows {
      rest = try rest.difference(from: Shape(row: row, of: features.layer.geometry, in: workspace))
    }
    return try rest.planarArea()
  }

  /// The land in common with the layer, each place counted once, and the features that have a part.
  private borrowing func overlap() throws(TopologyError) -> (
    planarArea: SquareMetres, features: [FeatureID]
  ) {
    var ids: [FeatureID] = []
    var rows: [Int] = []
    for row in features.rows(meeting: box) {
      let feature = try Shape(row: row, of: features.layer.geometry, in: workspace)
      guard try shape.intersection(with: feature).planarArea() > LandRuleCheck.smallest else {
        continue
      }
      rows.append(row)
      ids.append(features.layer.ids[row])
    }
    guard !rows.isEmpty else { return (.zero, []) }
    return (try shape.planarArea() - areaOutside(rows), ids)
  }

  private borrowing func fault(
    _ constraint: Constraint, english: String, chinese: String
  ) -> CertificateFault {
    let key = constraint.layer.key
    return CertificateFault(
      [town.id.text, key],
      english: "\(isBuilding ? "Building land of " : "")\(town.id.text) \(english) "
        + "(\(constraint.title.english), \(constraint.rule.name)).",
      chinese: "\(town.id.text) \(isBuilding ? "的建设用地" : "")\(chinese)"
        + "（\(constraint.title.chinese)，\(constraint.rule.name)）。")
  }

  private static func number(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension SetbackRule {
  /// The distance to keep from each feature.
  fileprivate func distances(of layer: CheckedLayer) -> (Int) -> Metres {
    let (groups, places) = (groups, groupPlaces(of: layer))
    return { groups[places[$0]].distance }
  }
}
