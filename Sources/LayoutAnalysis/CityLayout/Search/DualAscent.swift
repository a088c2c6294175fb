/// Searches for the prices with the least bound, by deflected subgradients.
///
/// A step goes along the rows' excess plus a share of the last direction (Camerini, Fratta and Maffioli
/// 1975), by what separates the bound from the best plan known over the direction's square (Held, Wolfe and
/// Crowder 1974). After a while without gain it is shortened and begins anew at the best prices.
struct DualAscent {
  /// How much of the last direction goes into the next.
  private static let memory = 0.7
  private static let shortening = 0.7
  private static let patience = 30
  private static let shortest = 1e-4
  private static let mostSteps = 1500
  /// Steps from prices of a like question are shorter from the beginning.
  private static let lengthAtKnownPrices = 0.3
  /// A gain below this share of the bound is none that should put shortening off.
  private static let smallestGain = 1e-5
  /// Steps aim this far below the plan known, so that they don't die out before it.
  private static let aim = 1e-3
  /// Without a plan they aim this far below the best bound.
  private static let blindAim = 0.05

  private var layout: PricedLayout
  /// Of the best plan known, in units of the objective.
  private let objective: Double?
  private var prices: PricePoint
  private var excess: PricePoint
  private var direction: PricePoint
  private var best: (bound: Double, prices: PricePoint)
  private var length = 1.0
  private var idle = 0

  /// - Parameters:
  ///   - objective: of the best plan known.
  ///   - known: prices to begin with; left aside where they are of other rows.
  init(
    _ relaxation: LayoutRelaxation, towards objective: Int64?, from known: PricePoint? = nil
  ) {
    layout = PricedLayout(relaxation)
    self.objective = objective.map(Double.init)
    prices = layout.start
    if let known, known.rows.count == prices.rows.count,
      known.groups.count == prices.groups.count
    {
      prices = known
      length = Self.lengthAtKnownPrices
    }
    direction = PricePoint(
      rows: prices.rows.map { _ in 0 }, groups: prices.groups.map { _ in 0 })
    excess = direction
    best = (.infinity, prices)
  }

  /// The best prices found so far.
  var bestPrices: PricePoint { best.prices }

  /// The best prices found, in whole steps.
  ///
  /// - Parameter deadline: when to stop early; until then the same prices come out every time, without one always.
  mutating func multipliers(until deadline: ContinuousClock.Instant? = nil) -> Multipliers {
    for _ in 1...Self.mostSteps {
      guard advance(), length >= Self.shortest else { break }
      if let deadline, ContinuousClock.now >= deadline { break }
    }
    return layout.multipliers(at: best.prices)
  }

  /// Takes a step; false when there is none to take, or nothing left to gain.
  private mutating func advance() -> Bool {
    let bound = layout.bound(at: prices, excess: &excess)
    judge(bound)
    if let objective, best.bound < objective + 1 { return false }
    if idle >= Self.patience {
      length *= Self.shortening
      idle = 0
      prices = best.prices
      for row in direction.rows.indices { direction.rows[row] = 0 }
      for group in direction.groups.indices { direction.groups[group] = 0 }
      return true
    }
    let square = turn()
    guard square > 1e-12 else { return false }
    let aim =
      objective.map { $0 - Self.aim * abs($0) } ?? best.bound - Self.blindAim * abs(best.bound)
    let step = length * max(bound - aim, 0) / square
    for row in prices.rows.indices {
      prices.rows[row] = max(0, prices.rows[row] + step * direction.rows[row])
    }
    layout.look(atRows: prices.rows)
    for group in prices.groups.indices {
      prices.groups[group] = min(
        max(0, prices.groups[group] + step * direction.groups[group]), layout.worth[group])
    }
    return true
  }

  private mutating func judge(_ bound: Double) {
    guard bound < best.bound else {
      idle += 1
      return
    }
    if bound < best.bound - Self.smallestGain * abs(bound) { idle = 0 }
    best = (bound, prices)
  }

  /// Turns the direction towards the excess and returns the square of its length.
  ///
  /// Prices at the end of their range have no direction further out.
  private mutating func turn() -> Double {
    var square = 0.0
    for row in prices.rows.indices {
      var along = excess.rows[row] + Self.memory * direction.rows[row]
      if prices.rows[row] <= 0 && along < 0 { along = 0 }
      direction.rows[row] = along
      square += along * along
    }
    for group in prices.groups.indices {
      let price = prices.groups[group]
      var along = excess.groups[group] + Self.memory * direction.groups[group]
      if price <= 0 && along < 0 || price >= layout.worth[group] && along > 0 { along = 0 }
      direction.groups[group] = along
      square += along * along
    }
    return square
  }
}
