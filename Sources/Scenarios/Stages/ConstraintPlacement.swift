import LandModel
import LayoutAnalysis

/// Whether the constraint layers of a plan lie where they can bind.
///
/// A layer that lies elsewhere closes no land, and the plan beside it would look lawful. By boxes alone: a
/// layer near the city that touches no town is the planner's business, and only told.
struct ConstraintPlacement {
  let plan: Plan
  let layers: [RunLayer]

  /// Refuses layers that lie nowhere near by what validation found about their reference system.
  ///
  /// - Throws: ``ScenarioError/constraintMisplaced(key:address:findings:count:)`` for the first layer with an
  ///   error of the group `crs` that nobody waived.
  func requireReferenceSystems(_ findings: [Finding]) throws {
    for (_, layer) in placed {
      let errors = findings.filter {
        $0.layer == layer.key && $0.rule.group == "crs" && $0.severity == .error
          && $0.waiver == nil
      }
      guard errors.isEmpty else {
        throw ScenarioError.constraintMisplaced(
          key: layer.key, address: layer.address, findings: errors.prefix(3).map(\.message),
          count: errors.count)
      }
    }
  }

  /// Refuses layers wholly outside the city, and says which of the others bind no town.
  ///
  /// The city is the counties and the candidates, with the spacing of towns, the farthest that a town reaches
  /// and the rule's own distance round each.
  ///
  /// - Returns: warnings about layers without a feature, or without one that a candidate's town can reach.
  /// - Throws: ``ScenarioError/constraintOutside(key:address:feature:gap:)``;
  ///   ``ScenarioError/emptyLayer(key:address:)`` where towns must lie inside a layer that has no feature.
  /// - Complexity: O(n) boxes of features for a layer in place, O(n m) with m counties and candidates for
  ///   one that is not.
  func warnings() throws -> [LocalizedText] {
    let candidates = boxes(of: .candidates)
    let city = boxes(of: .administrative) + candidates
    return try placed.compactMap { constraint, layer in
      let rows = layer.checked.geometry.boundingBoxes.enumerated().filter { !$0.element.isEmpty }
      guard !rows.isEmpty else {
        guard constraint.rule != .inside else {
          throw ScenarioError.emptyLayer(key: layer.key, address: layer.address)
        }
        return emptyText(layer)
      }
      let reach =
        (plan.delimitation.greatestReach ?? .zero).value + constraint.rule.greatestDistance.value
      func meets(_ places: [BoundingBox], within margin: Double) -> Bool {
        let grown = places.map { $0.expanded(by: margin) }
        return rows.contains { row in grown.contains { $0.meets(row.element) } }
      }
      if meets(candidates, within: reach) { return nil }
      let margin = reach + plan.layout.spacing.value
      guard city.isEmpty || meets(city, within: margin) else {
        throw outside(layer, rows: rows, city: city)
      }
      return LocalizedText(
        english:
          "no feature of constraint layer “\(layer.key)” (\(layer.address.text)) lies within "
          + "reach of any candidate, so that it binds no town; is it the right layer?",
        chinese: "约束图层“\(layer.key)”（\(layer.address.text)）没有任何要素位于候选小镇可及范围内，"
          + "对所有小镇均不起作用；请核对是否为所需图层")
    }
  }

  /// The constraints whose layers the plan has, with them.
  private var placed: [(PlanConstraint, RunLayer)] {
    plan.constraints.compactMap { constraint in
      layers.first { $0.key == constraint.layer }.map { (constraint, $0) }
    }
  }

  private func boxes(of role: PlanRole) -> [BoundingBox] {
    layers.filter { $0.role == role }.flatMap(\.checked.geometry.boundingBoxes).filter {
      !$0.isEmpty
    }
  }

  private func emptyText(_ layer: RunLayer) -> LocalizedText {
    let declared = plan.layers.first { $0.key == layer.key }
    let conditions = (declared?.conditions ?? []).map { "\($0.attribute): \($0.value)" }
    guard conditions.isEmpty else {
      let text = conditions.joined(separator: ", ")
      return LocalizedText(
        english: "no feature of constraint layer “\(layer.key)” (\(layer.address.text)) meets its "
          + "`where` (\(text)), so that it closes no land; is the value right?",
        chinese: "约束图层“\(layer.key)”（\(layer.address.text)）没有要素符合其 `where` 条件（\(text)），"
          + "未约束任何用地；请核对取值")
    }
    return LocalizedText(
      english:
        "constraint layer “\(layer.key)” (\(layer.address.text)) holds no feature, so that it "
        + "closes no land; is the file complete?",
      chinese: "约束图层“\(layer.key)”（\(layer.address.text)）没有要素，未约束任何用地；请核对文件是否完整")
  }

  /// The error, with the feature nearest to the city.
  private func outside(
    _ layer: RunLayer, rows: [(offset: Int, element: BoundingBox)], city: [BoundingBox]
  ) -> ScenarioError {
    var nearest = (row: rows[0].offset, gap: city[0].gap(to: rows[0].element))
    for (row, box) in rows {
      for place in city {
        let gap = place.gap(to: box)
        if gap.size < nearest.gap.size { nearest = (row, gap) }
      }
    }
    return .constraintOutside(
      key: layer.key, address: layer.address, feature: layer.checked.ids[nearest.row],
      gap: nearest.gap)
  }
}

extension BoundingBox {
  /// The shortest way to another box; nothing where they meet.
  fileprivate func gap(to other: BoundingBox) -> Displacement {
    func gap(_ low: Double, _ high: Double, _ otherLow: Double, _ otherHigh: Double) -> Metres {
      Metres(otherLow > high ? otherLow - high : otherHigh < low ? otherHigh - low : 0)
    }
    return Displacement(
      east: gap(minX, maxX, other.minX, other.maxX),
      north: gap(minY, maxY, other.minY, other.maxY))
  }
}

extension ConstraintRule {
  /// The farthest that the rule reaches beyond its features.
  fileprivate var greatestDistance: Metres {
    switch self {
    case .forbid, .limit, .conditional, .inside: .zero
    case .buffer(let distance): distance
    case .setback(let rule): rule.groups.map(\.distance).max() ?? .zero
    }
  }
}
