import LandModel
import Topology

/// How far apart the towns are that a spacing keeps from standing together.
///
/// A spacing gives way as a whole: lowered to a distance, it permits all pairs that are as far apart.
/// Distances are rounded down to 10 m, so that a spacing told with two decimals of a kilometre is enough.
struct ElasticSpacings: Sendable {
  /// Two columns of different sites that are too near each other.
  struct Pair: Sendable {
    let left: Int
    let right: Int
    /// Rounded down.
    let distance: Metres
    /// Whether the boundaries overlap, which no spacing permits.
    let overlaps: Bool
    let cause: ConflictGraph.Cause
  }

  static let step = 10.0
  /// Beyond so many pairs spacings stay as they are: measuring them would take minutes.
  private static let mostPairs = 200_000

  /// By left, then right column.
  let pairs: [Pair]
  /// Whether there were too many pairs to look at.
  let isTooMany: Bool

  init(_ instance: LayoutInstance) throws(LayoutError) {
    let graph = instance.conflicts
    var found: [(left: Int, right: Int, cause: ConflictGraph.Cause)] = []
    for left in 0..<graph.columnCount {
      for edge in graph.edges(of: left) where graph.neighbour(at: edge) > left {
        let cause = graph.cause(at: edge)
        if !cause.contains(.sameSite) { found.append((left, graph.neighbour(at: edge), cause)) }
      }
    }
    isTooMany = found.count > Self.mostPairs
    guard !isTooMany else {
      pairs = []
      return
    }
    let ruler = BoundaryRuler(instance.proposals)
    var pairs: [Pair] = []
    for (left, right, cause) in found {
      let distance = try ruler.distance(left, right)
      let isMeeting = distance == .zero
      pairs.append(
        Pair(
          left: left, right: right,
          distance: Metres((distance.value / Self.step).rounded(.down) * Self.step),
          overlaps: isMeeting ? try ruler.isNearer(left, right, than: .zero) : false, cause: cause))
    }
    self.pairs = pairs
  }

  /// The share by which a spacing must be lowered for two towns to stand at a distance.
  static func lowering(of spacing: Metres, to distance: Metres) -> Double {
    spacing > .zero ? max(0, spacing.value - distance.value) / spacing.value : 0
  }
}

extension LayoutInstance {
  /// The distance that a kind of spacing asks for.
  func spacing(_ constraint: LayoutConstraint) -> Metres {
    constraint == .industrySpacing ? parameters.industrySpacing : parameters.spacing
  }
}

extension LayoutConstraint {
  /// How conflicts of a spacing are marked; nil for other rules.
  var cause: ConflictGraph.Cause? {
    switch self {
    case .spacing: .spacing
    case .industrySpacing: .industrySpacing
    default: nil
    }
  }
}
