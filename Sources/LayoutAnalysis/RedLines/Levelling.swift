package import LandModel

/// Sub-areas of a town brought to its official area (调平), or why they are not.
///
/// Indirect, so that a result without one stays small.
package indirect enum Levelling: Sendable, Hashable {
  case levelled(LevelledAreas)
  case refused(LevellingRefusal)

  /// Brings the pieces of one layer and the rest of a town to the official area.
  ///
  /// - Parameters:
  ///   - pieces: ellipsoidal areas as measured; of one layer, so that none lie on each other.
  ///   - town: the whole town as measured.
  ///   - official: nil where the town states none that can be read.
  ///   - limit: the greatest difference between official and measured area, as a share of the measured.
  package init(
    pieces: [SquareMetres], of town: SquareMetres, official: SquareMetres?, limit: Ratio
  ) {
    guard let official, official.value.isFinite, official > .zero else {
      self = .refused(LevellingRefusal(official: nil, measured: town, limit: limit))
      return
    }
    let allowed = max(LevellingRefusal.alwaysAllowed.value, limit.value * town.value)
    guard town > .zero, abs(official.value - town.value) <= allowed else {
      self = .refused(LevellingRefusal(official: official, measured: town, limit: limit))
      return
    }
    self = .levelled(LevelledAreas(pieces: pieces, of: town, official: official))
  }
}

/// Why sub-areas were not brought to the official area.
package struct LevellingRefusal: Sendable, Hashable {
  /// Nil where the town states no area above zero.
  package let official: SquareMetres?
  package let measured: SquareMetres
  package let limit: Ratio

  /// A difference of 1 m² is rounding in planning data (domain facts §4.2, K).
  package static let alwaysAllowed = SquareMetres(1)
}

/// Sub-areas that sum to an official area exactly, in whole hundredths of a square metre.
///
/// Every area is multiplied by official over measured, cut to whole steps, and the steps that are left go
/// to the largest remainders (domain facts §3.3); of equal remainders the larger area goes first, then the
/// earlier one. An area of zero stays zero, and a larger area never becomes smaller than a smaller one.
package struct LevelledAreas: Sendable, Hashable {
  /// Hundredths of a square metre.
  package let official: Int
  package let pieces: [Int]
  /// What no piece holds.
  package let rest: Int
  /// The same in ten-thousandths of a hectare, which are square metres.
  package let piecesInHectares: [Int]
  package let restInHectares: Int
  /// Official over measured area.
  package let factor: Double
  /// Steps by which areas rounded one by one would miss the official area.
  package let residual: Int

  /// - Precondition: both areas are above zero.
  init(pieces: [SquareMetres], of town: SquareMetres, official: SquareMetres) {
    let rest = max(0, town.value - pieces.reduce(0) { $0 + $1.value })
    let measured = pieces.map(\.value) + [rest]
    let steps = Int((official.value * 100).rounded())
    let levelled = Self.shares(of: steps, in: measured)
    let hectares = Self.shares(of: Int(official.value.rounded()), in: measured)
    let sum = measured.reduce(0, +)
    self.official = steps
    self.pieces = Array(levelled.dropLast())
    self.rest = levelled.last ?? 0
    piecesInHectares = Array(hectares.dropLast())
    restInHectares = hectares.last ?? 0
    factor = official.value / town.value
    residual = measured.reduce(steps) { $0 - Int(($1 / sum * Double(steps)).rounded()) }
  }

  /// Whole numbers in proportion to areas, with an exact sum, by largest remainder.
  ///
  /// - Parameters:
  ///   - total: not negative.
  ///   - areas: not negative, with a sum above zero.
  /// - Complexity: O(n log n).
  package static func shares(of total: Int, in areas: [Double]) -> [Int] {
    let sum = areas.reduce(0, +)
    let exact = areas.map { $0 / sum * Double(total) }
    var shares = exact.map { Int($0.rounded(.down)) }
    let order = areas.indices.filter { areas[$0] > 0 }.sorted { a, b in
      let (left, right) = (exact[a] - Double(shares[a]), exact[b] - Double(shares[b]))
      if left != right { return left > right }
      return areas[a] != areas[b] ? areas[a] > areas[b] : a < b
    }
    guard !order.isEmpty else { return shares }
    let left = total - shares.reduce(0, +)
    for step in 0..<max(0, left) { shares[order[step % order.count]] += 1 }
    // Rounding of the quotients may have given a step too many to the largest areas.
    if left < 0, let largest = order.max(by: { areas[$0] < areas[$1] }) { shares[largest] += left }
    return shares
  }
}
