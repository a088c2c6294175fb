import LandModel
import LayoutAnalysis

/// Keeps what a worker has read, validated and drawn, so that a scenario pays only for what it changes.
struct StageCache {
  /// Cities and sets of boundaries kept: scenarios come sorted by them, and the base comes back.
  private static let most = 3

  private var cities: [(key: String, city: ValidatedCity)] = []
  private var drawn: [(key: String, boundaries: DrawnBoundaries)] = []

  /// The city of a plan, read and validated unless it is known.
  mutating func city(of run: PlanRun, _ keys: StageKeys) throws -> ValidatedCity {
    if let place = cities.firstIndex(where: { $0.key == keys.city }) {
      cities.append(cities.remove(at: place))
      return cities[cities.count - 1].city.untimed
    }
    let city = try run.validated()
    cities = cities.suffix(Self.most - 1) + [(keys.city, city)]
    return city
  }

  /// The city of a plan with boundaries, drawn unless they are known.
  mutating func delimited(
    _ city: ValidatedCity, of run: PlanRun, _ keys: StageKeys
  ) throws -> DelimitedCity {
    if let place = drawn.firstIndex(where: { $0.key == keys.delimitation }) {
      drawn.append(drawn.remove(at: place))
      return try run.delimited(city, known: drawn[drawn.count - 1].boundaries)
    }
    let delimited = try run.delimited(city)
    drawn = drawn.suffix(Self.most - 1) + [(keys.delimitation, delimited.drawn)]
    return delimited
  }
}

extension ValidatedCity {
  /// The same, as known from before: it took no time.
  fileprivate var untimed: ValidatedCity {
    ValidatedCity(
      grid: grid, layers: layers, administrative: administrative, validation: validation,
      timings: [])
  }
}
