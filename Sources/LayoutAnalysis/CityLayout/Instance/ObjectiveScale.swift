import LandModel

/// Turns points into whole units, so that an objective adds up to the same number in any order.
///
/// A unit is 10⁻⁴ points. Where a coefficient would exceed 10⁹ units, as with weights of 10¹², a unit is
/// the next power of ten that keeps it below: then a sum of a million of them is still exact in a double.
struct ObjectiveScale: Sendable {
  /// Units of a point where no coefficient asks for coarser ones.
  static let finest = 1e4
  private static let largestCoefficient = 1e9

  let unitsPerPoint: Double
  /// A unit is 10 to this power, in points.
  private let unitExponent: Int
  private let parameters: LayoutParameters

  /// - Parameter greatestLevel: what the term of equity can reach, in points.
  init(
    _ parameters: LayoutParameters, _ proposals: [TownProposal], _ resources: [ResourcePoint],
    greatestLevel: Double = 0
  ) {
    self.parameters = parameters
    var largest = greatestLevel
    for proposal in proposals {
      largest = max(largest, Self.suitability(of: proposal, parameters))
    }
    let heaviest = resources.map(\.weight).max() ?? 0
    for rule in parameters.coverage {
      largest = max(largest, parameters.coverageWeight * rule.weight * heaviest)
    }
    var scale = Self.finest
    var exponent = -4
    while largest * scale > Self.largestCoefficient {
      scale /= 10
      exponent += 1
    }
    unitsPerPoint = scale
    unitExponent = exponent
  }

  /// Whether a unit is more than 10⁻⁴ points.
  var isCoarse: Bool { unitsPerPoint < Self.finest }

  /// Points of a unit, the power of ten nearest to what the quotient would be.
  var unit: Double { Double("1e\(unitExponent)") ?? 1 / unitsPerPoint }

  /// Whole units nearest to a number of points.
  func units(_ points: Double) -> Int64 { Int64((points * unitsPerPoint).rounded()) }

  /// Suitability a town brings, in points: its score by the share of the target area it reaches.
  func suitability(of proposal: TownProposal) -> Double {
    Self.suitability(of: proposal, parameters)
  }

  /// Points for a resource of which a share is reached.
  func coverage(of resource: ResourcePoint, by rule: CoverageRule, share: Ratio) -> Double {
    parameters.coverageWeight * rule.weight * resource.weight * share.value
  }

  private static func suitability(
    of proposal: TownProposal, _ parameters: LayoutParameters
  ) -> Double {
    parameters.suitabilityWeight * proposal.score
      * (proposal.ellipsoidalArea / parameters.targetArea).value
  }
}
