import LandModel
import Topology

/// Features that touch each other, directly or through others, and the closing of slivers among them.
struct BorderGroup {
  /// A feature of the group as it is by now.
  struct Member {
    let row: Int
    var geometry: TracedGeometry
    var applied: [RuleCode] = []
    var refused: [RefusedRepair] = []
  }

  private(set) var members: [Member]
  private let parameters: RepairParameters
  private let allowed: AllowedLand
  private let workspace: Workspace

  /// - Parameter members: in an order that does not depend on the layer's.
  init(
    _ members: [Member], parameters: RepairParameters, allowed: AllowedLand, workspace: Workspace
  ) {
    self.members = members
    self.allowed = allowed
    self.parameters = parameters
    self.workspace = workspace
  }

  /// Closes slivers until there is nothing more to close.
  mutating func close() throws(TopologyError) {
    // What is closed may bring another sliver within the tolerance, but the land to be moved shrinks.
    for _ in 0..<8 {
      guard try closeOnce() else { return }
    }
  }

  /// Closes the slivers there are; whether any feature changed.
  private mutating func closeOnce() throws(TopologyError) -> Bool {
    let column = GeometryColumn(members.map { $0.geometry.closed() })
    let net = try FaceNet(column, in: workspace)
    let ruling = SliverRuling(
      net: net, tolerance: parameters.borderTolerance.value, winner: parameters.winner,
      rules: Set(parameters.asked(of: .borders)),
      areas: members.map { PlanarMeasure.area(of: $0.geometry.closed()).value },
      rows: members.map(\.row))
    var wanted: [SliverRuling.Award] = []
    for award in ruling.awards() {
      if net.covers[award.face].isEmpty {
        guard try !allowed.holds(net.outline(ofFace: award.face), in: workspace) else { continue }
      }
      wanted.append(award)
    }
    var refusals: [Int: RepairRefusal] = [:]
    for feature in net.inexact { refusals[feature] = .inexact }
    for index in members.indices { members[index].refused = [] }
    var harmful: [Int: (feature: Int, refusal: RepairRefusal)] = [:]
    while true {
      // A feature that may not change keeps every sliver that it would lose or gain.
      let granted = wanted.filter {
        harmful[$0.face] == nil && $0.changed.allSatisfy { refusals[$0] == nil }
      }
      let draft = try BorderDraft(
        members: members, net: net, awards: granted, parameters: parameters, workspace: workspace)
      guard draft.harmful.isEmpty else {
        harmful.merge(draft.harmful) { first, _ in first }
        continue
      }
      let refused = draft.refusals.filter { refusals[$0.key] == nil }
      guard refused.isEmpty else {
        refusals.merge(refused) { first, _ in first }
        continue
      }
      note(refusals, harmful, of: wanted)
      return take(draft)
    }
  }

  /// Tells each feature that would have changed and may not.
  private mutating func note(
    _ refusals: [Int: RepairRefusal],
    _ harmful: [Int: (feature: Int, refusal: RepairRefusal)], of wanted: [SliverRuling.Award]
  ) {
    for award in wanted {
      if let (feature, refusal) = harmful[award.face] {
        note(RefusedRepair(rule: award.rule, refusal: refusal), on: feature)
      }
      for feature in award.changed {
        guard let refusal = refusals[feature] else { continue }
        note(RefusedRepair(rule: award.rule, refusal: refusal), on: feature)
      }
    }
  }

  private mutating func note(_ refused: RefusedRepair, on feature: Int) {
    if !members[feature].refused.contains(refused) { members[feature].refused.append(refused) }
  }

  private mutating func take(_ draft: BorderDraft) -> Bool {
    for (feature, geometry) in draft.changed {
      members[feature].geometry = geometry
      for rule in draft.rules[feature] ?? [] where !members[feature].applied.contains(rule) {
        members[feature].applied.append(rule)
      }
      members[feature].applied.sort()
    }
    return !draft.changed.isEmpty
  }
}
