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

  /// Pairs between looks at the clock.
  private static let clockPairs = 64

  /// By left, then right column; none where they were not all measured.
  let pairs: [Pair]
  /// Whether spacings stay as they are, because there were too many pairs or too little time.
  let isLeftOut: Bool

  /// - Parameter deadline: when to leave spacings as they are; nil for no limit.
  /// - Complexity: O(m) distances for the m pairs of columns too near, or none where these are too many.
  init(
    _ instance: LayoutInstance, until deadline: ContinuousClock.Instant? = nil
  ) throws(LayoutError) {
    guard let found = Self.near(instance.conflicts) else {
      (pairs, isLeftOut) = ([], true)
      return
    }
    let ruler = BoundaryRuler(instance.proposals)
    var pairs: [Pair] = []
    for (number, pair) in found.enumerated() {
      if let deadline, number % Self.clockPairs == 0, ContinuousClock.now >= deadline {
        (self.pairs, isLeftOut) = ([], true)
        return
      }
      let distance = try ruler.distance(pair.left, pair.right)
      let isMeeting = distance == .zero
      pairs.append(
        Pair(
          left: pair.left, right: pair.right,
          distance: Metres((distance.value / Self.step).rounded(.down) * Self.step),
          overlaps: isMeeting ? try ruler.isNearer(pair.left, pair.right, than: .zero) : false,
          cause: pair.cause))
    }
    self.pairs = pairs
    isLeftOut = false
  }

  /// The pairs of columns of different sites that exclude each other; nil when there are too many.
  private static func near(
    _ graph: ConflictGraph
  ) -> [(left: Int, right: Int, cause: ConflictGraph.Cause)]? {
    var found: [(left: Int, right: Int, cause: ConflictGraph.Cause)] = []
    for left in 0..<graph.columnCount {
      for edge in graph.edges(of: left) where edge.column > left {
        if !edge.cause.contains(.sameSite) { found.append((left, edge.column, edge.cause)) }
      }
      guard found.count <= mostPairs else { return nil }
    }
    return found
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
