package import LandModel

/// How the worth of a place falls with its distance.
package enum DistanceDecay: Sendable, Hashable {
  /// Halved at each further `half`: 2^(−d/half).
  case exponential(half: Metres)
  /// A straight line from 1 at the place through ½ at `half` to 0 at twice that.
  case linear(half: Metres)

  /// Where the worth is one half.
  package var half: Metres {
    switch self {
    case .exponential(let half), .linear(let half): half
    }
  }
}

/// A class of slope and what it is worth.
package struct SlopeClass: Sendable, Hashable {
  /// Slopes up to and with this one, degrees, that no earlier class holds.
  package var upToDegrees: Double
  /// 0…1.
  package var value: Ratio

  package init(upToDegrees: Double, value: Ratio) {
    self.upToDegrees = upToDegrees
    self.value = value
  }

  /// Classes ≤ 3°, 3–8°, 8–15°, 15–25° of the dual evaluation (双评价; domain facts §2.3).
  ///
  /// Above 25° is unsuitable: 0. The class bounds are the guide's; their values are a heuristic, no
  /// official value.
  package static let dualEvaluation = [
    SlopeClass(upToDegrees: 3, value: Ratio(1)), SlopeClass(upToDegrees: 8, value: Ratio(0.8)),
    SlopeClass(upToDegrees: 15, value: Ratio(0.6)),
    SlopeClass(upToDegrees: 25, value: Ratio(0.2)),
  ]
}

/// A named property of land that makes it fit for a town: 0 (not at all) to 1 (fully).
package struct SuitabilityFactor: Sendable, Hashable {
  /// Where a factor takes its value from, at the centre of a cell.
  package enum Source: Sendable, Hashable {
    /// Resources of a category: 1 − Π(1 − wᵢ·decay(dᵢ)).
    ///
    /// wᵢ is the resource's weight over the greatest of its category. Each further resource closes a
    /// part of what is left to 1.
    case resource(category: String, decay: DistanceDecay)
    /// People near: x/(x + saturation) with x = Σ population·decay(d).
    case settlement(decay: DistanceDecay, saturation: Double)
    /// Distance to the nearest feature of an access layer, by its key: 1 within `full`, falling in a
    /// straight line to 0 at `none`.
    case access(layer: String, full: Metres, none: Metres)
    /// Slope of the elevation grid: the value of the first class that holds it, 0 above the last.
    case relief(classes: [SlopeClass])
  }

  /// Name in the plan file and in outputs, such as `resource.scenic`; unique.
  package var name: String
  package var source: Source

  package init(name: String, source: Source) {
    self.name = name
    self.source = source
  }

  /// Proximity of resources; the half distance of 3 km, about a town's width, is a heuristic, no
  /// official value.
  package static func resource(
    _ category: String, decay: DistanceDecay = .exponential(half: Metres(kilometres: 3))
  ) -> SuitabilityFactor {
    SuitabilityFactor(
      name: "resource.\(category)", source: .resource(category: category, decay: decay))
  }

  /// Proximity of settlements: one half where 10 000 people live at hand; both numbers are heuristics,
  /// no official value.
  package static let settlement = SuitabilityFactor(
    name: "settlement",
    source: .settlement(decay: .exponential(half: Metres(kilometres: 2)), saturation: 10_000))

  /// Access to roads: full within 1 km, none beyond 5 km; a heuristic, no official value.
  package static let road = SuitabilityFactor(
    name: "access.road",
    source: .access(layer: "road", full: Metres(kilometres: 1), none: Metres(kilometres: 5)))

  /// Access to railways or stations: full within 15 minutes' drive, none beyond 30 (domain facts
  /// §5.2), at 40 km/h and a detour of 4/3: 7.5 and 15 km in a straight line.
  package static let railway = SuitabilityFactor(
    name: "access.railway",
    source: .access(layer: "railway", full: Metres(kilometres: 7.5), none: Metres(kilometres: 15)))

  /// Relief by the slope classes of the dual evaluation.
  package static let relief = SuitabilityFactor(
    name: "relief", source: .relief(classes: SlopeClass.dualEvaluation))
}
