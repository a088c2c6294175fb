internal import LandModel

/// Rules by class taken apart into rules that the measuring knows, and their results put together again.
///
/// A setback becomes a buffer for each class that occurs, a conditional layer a forbidden one for each
/// zone; what is measured stays one thing, and what it means is decided here.
struct RuleExpansion: Sendable {
  /// A part of a constraint: the features of one class.
  struct Member: Sendable {
    let constraint: Constraint
    let kind: Kind
  }

  /// What the features of a part have in common.
  enum Kind: Sendable {
    /// All features: a rule that knows no classes.
    case whole
    case setback(SetbackGroup)
    case zone(RedLineZone)
  }

  let constraints: [Constraint]
  /// For each constraint its parts, at least one.
  let members: [[Member]]

  init(_ constraints: [Constraint]) {
    self.constraints = constraints
    members = constraints.map { constraint in
      let parts: [Member]
      switch constraint.rule {
      case .setback(let rule): parts = Self.members(of: constraint, rule)
      case .conditional(let rule): parts = Self.members(of: constraint, rule)
      case .forbid, .limit, .buffer, .inside:
        return [Member(constraint: constraint, kind: .whole)]
      }
      // A layer without features is clear for every rule by class.
      let empty = Member(constraint: constraint.part(constraint.layer, rule: .forbid), kind: .whole)
      return parts.isEmpty ? [empty] : parts
    }
  }

  /// The constraints to be measured, in order.
  var simple: [Constraint] { members.flatMap { $0.map(\.constraint) } }

  /// Whether no rule was taken apart.
  var isPlain: Bool { constraints.allSatisfy { !$0.rule.isByClass } }

  private static func members(of constraint: Constraint, _ rule: SetbackRule) -> [Member] {
    let places = rule.groupPlaces(of: constraint.layer)
    return rule.groups.enumerated().compactMap { place, group in
      let layer = constraint.layer.selecting(places.indices.filter { places[$0] == place })
      guard layer.count > 0 else { return nil }
      return Member(
        constraint: constraint.part(layer, rule: .buffer(group.distance)), kind: .setback(group))
    }
  }

  private static func members(of constraint: Constraint, _ rule: ConditionalRule) -> [Member] {
    let zones = rule.zones(of: constraint.layer)
    // What closes land goes first: it keeps land that two zones claim.
    return [RedLineZone.core, .unstated, .outsideCore].compactMap { zone in
      let layer = constraint.layer.selecting(zones.indices.filter { zones[$0] == zone })
      guard layer.count > 0 else { return nil }
      return Member(constraint: constraint.part(layer, rule: .forbid), kind: .zone(zone))
    }
  }
}

extension Constraint {
  fileprivate func part(_ layer: CheckedLayer, rule: ConstraintRule) -> Constraint {
    Constraint(layer: layer, title: title, rule: rule, source: source, vintage: vintage)
  }
}

extension ConstraintRule {
  /// Whether the rule asks for a feature's class.
  var isByClass: Bool {
    switch self {
    case .conditional, .setback: true
    case .forbid, .limit, .buffer, .inside: false
    }
  }
}

extension CheckedLayer {
  /// Chosen rows as a layer of the same key.
  fileprivate func selecting(_ rows: [Int]) -> CheckedLayer {
    guard rows.count < count else { return self }
    let all = ProjectedLayer(
      key: key, grid: grid, geometry: geometry, ids: ids, attributes: attributes)
    return CheckedLayer(all, keepingValidRows: rows)
  }
}
