import LandModel
import LayoutAnalysis

/// Whether the constraint layers of a plan lie where they can bind.
///
/// A layer that lies elsewhere closes no land, and the plan beside it would look lawful. By boxes alone: a
/// layer near the city that touches no town is the planner's business, and only told.
struct ConstraintPlacement {
  let plan: Plan
  let layers: [RunLayer]

  /// What validation found about the layers.
  let findings: [Finding]

  /// Refuses layers that lie nowhere near by what validation found about their reference system.
  ///
  /// Single features outside the working area are no reason: layers of a province have them, and so do
  /// railways and rivers. ``warnings()`` tells them.
  ///
  /// - Throws: ``ScenarioError/constraintMisplaced(key:address:findings:count:)`` for the first layer with
  ///   another error of the group `crs` that nobody waived.
  func requireReferenceSystems() throws {
    for (_, layer) in placed {
      let errors = referenceErrors(of: layer).filter { !$0.isOfFeatureFarAway }
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
  /// - Returns: warnings about layers without a feature, or without one that a candidate's town can reach, or
  ///   with features outside the working area that nobody waived.
  /// - Throws: ``ScenarioError/constraintOutside(key:address:feature:gap:)``;
  ///   ``ScenarioError/emptyLayer(key:address:)`` where towns must lie inside a layer that has no feature,
  ///   ``ScenarioError/nothingValid(key:address:)`` where none has a geometry.
  /// - Complexity: O(n) boxes of features for a layer in place, O(n m) with m counties and candidates for
  ///   one that is not.
  func warnings() throws -> [LocalizedText] {
    let candidates = boxes(of: .candidates)
    let city = boxes(of: .administrative) + candidates
    return try placed.flatMap { (constraint, layer) -> [LocalizedText] in
      let rows = layer.checked.geometry.boundingBoxes.enumerated().filter { !$0.element.isEmpty }
      guard !rows.isEmpty else {
        guard constraint.rule != .inside else {
          throw layer.projected.ids.isEmpty
            ? ScenarioError.emptyLayer(key: layer.key, address: layer.address)
            : ScenarioError.nothingValid(key: layer.key, address: layer.address)
        }
        return [emptyText(layer)]
      }
      let reach =
        (plan.delimitation.greatestReach ?? .zero).value + constraint.rule.greatestDistance.value
      func meets(_ places: [BoundingBox], within margin: Double) -> Bool {
        let grown = places.map { $0.expanded(by: margin) }
        return rows.contains { row in grown.contains { $0.meets(row.element) } }
      }
      let farAway = farAwayText(layer).map { [$0] } ?? []
      if meets(candidates, within: reach) { return farAway }
      let margin = reach + plan.layout.spacing.value
      guard city.isEmpty || meets(city, within: margin) else {
        throw outside(layer, rows: rows, city: city)
      }
      return farAway + [outOfReachText(layer, constraint.rule)]
    }
  }

  /// The constraints whose layers the plan has, with them.
  private var placed: [(PlanConstraint, RunLayer)] {
    plan.constraints.compactMap { constraint in
      layers.first { $0.key == constraint.layer }.map { (constraint, $0) }
    }
  }

  /// Errors about the reference system that nobody waived.
  private func referenceErrors(of layer: RunLayer) -> [Finding] {
    findings.filter {
      $0.layer == layer.key && $0.rule.group == "crs" && $0.severity == .error && $0.waiver == nil
    }
  }

  private func boxes(of role: PlanRole) -> [BoundingBox] {
    layers.filter { $0.role == role }.flatMap(\.checked.geometry.boundingBoxes).filter {
      !$0.isEmpty
    }
  }

  /// What to say of a layer with features outside the working area; nil where none is.
  private func farAwayText(_ layer: RunLayer) -> LocalizedText? {
    let ids = Set(referenceErrors(of: layer).filter(\.isOfFeatureFarAway).flatMap(\.featureIDs))
    guard let first = layer.projected.ids.first(where: ids.contains) else { return nil }
    let total = layer.projected.ids.count
    return LocalizedText(
      english:
        "\(ids.count) of \(total.counted("feature")) of constraint layer “\(layer.key)” "
        + "(\(layer.address.text)), \(first.text) among them, "
        + "\(ids.count == 1 ? "has" : "have") positions outside the working area; right for a layer of "
        + "more than the city, else the positions are wrong and land counts as free",
      chinese: "约束图层“\(layer.key)”（\(layer.address.text)）的 \(total) 个要素中有 \(ids.count) 个"
        + "（如 \(first.text)）的坐标超出工作区；若图层范围大于本市则属正常，否则坐标有误，禁止用地会被误作可用地")
  }

  /// What to say of a layer in the city that is out of reach of every candidate.
  private func outOfReachText(_ layer: RunLayer, _ rule: ConstraintRule) -> LocalizedText {
    let isInside = rule == .inside
    return LocalizedText(
      english:
        "no feature of constraint layer “\(layer.key)” (\(layer.address.text)) lies within "
        + "reach of any candidate, so that "
        + (isInside
          ? "no candidate's town can lie inside it, as its rule demands"
          : "it binds no town")
        + "; is it the right layer?",
      chinese: "约束图层“\(layer.key)”（\(layer.address.text)）没有任何要素位于候选小镇可及范围内，"
        + (isInside ? "任何候选小镇都无法按规则位于其内" : "对所有小镇均不起作用") + "；请核对是否为所需图层")
  }

  /// What to say of a layer without a feature, without one that its `where` leaves, or without a geometry.
  private func emptyText(_ layer: RunLayer) -> LocalizedText {
    let declared = plan.layers.first { $0.key == layer.key }
    let conditions = (declared?.conditions ?? []).map { "\($0.attribute): \($0.value)" }
    let text = conditions.joined(separator: ", ")
    let place = "constraint layer “\(layer.key)” (\(layer.address.text))"
    let chinesePlace = "约束图层“\(layer.key)”（\(layer.address.text)）"
    let rows = layer.projected.ids.count
    guard rows == 0 else {
      let selected = conditions.isEmpty ? "" : " that its `where` (\(text)) leaves"
      let chineseSelected = conditions.isEmpty ? "" : "按 `where` 条件（\(text)）选出的"
      return LocalizedText(
        english: "\(place) holds no feature with a geometry among the "
          + "\(rows.counted("feature"))\(selected), so that it closes no land; is the file complete?",
        chinese: "\(chinesePlace)\(chineseSelected) \(rows) 个要素均无几何图形，未约束任何用地；请核对文件是否完整")
    }
    guard conditions.isEmpty else {
      return LocalizedText(
        english:
          "no feature of \(place) meets its `where` (\(text)), so that it closes no land; is the "
          + "value right?",
        chinese: "\(chinesePlace)没有要素符合其 `where` 条件（\(text)），未约束任何用地；请核对取值")
    }
    return LocalizedText(
      english: "\(place) holds no feature, so that it closes no land; is the file complete?",
      chinese: "\(chinesePlace)没有要素，未约束任何用地；请核对文件是否完整")
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

extension Finding {
  /// Whether it says that one feature lies outside the working area while others of its layer do not.
  fileprivate var isOfFeatureFarAway: Bool {
    rule == "crs.outside-working-area" && !featureIDs.isEmpty
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
