import LandModel

/// Areas as whole numbers of 100 m² (a hundredth of a hectare), the unit of the land rows.
///
/// A town's area rounds up and a quota rounds down, so that a plan within the whole numbers is within
/// the quota; a plan within 100 m² a town of its quota may be refused. Coarser than 1 m² because a
/// solver works to 10⁻⁶ of a town: at 3 km² that is 3 m², but far below one of these units.
enum LandUnits {
  static let unit = SquareMetres(100)
  /// Areas are sums over thousands of edges; below half a square decimetre is rounding.
  private static let noise = SquareMetres(0.005)
  /// Quotas beyond 2²³ units (839 km²) are left as they are: the table of sums would outgrow its use.
  private static let largestTable: Int64 = 1 << 23

  static func needed(for area: SquareMetres) -> Int64 {
    max(0, Int64(((area - noise).value / unit.value).rounded(.up)))
  }

  static func available(in quota: SquareMetres) -> Int64 {
    // A quota beyond any city, even an infinite one, still fits.
    Int64(min(((quota + noise).value / unit.value).rounded(.down), 1e15))
  }

  /// The largest sum not above a limit that takes at most one number of each group.
  ///
  /// An un-rounded quota leaves the relaxation a fraction of a town to gain and the solver a long proof.
  /// Subset sums as a bit set: one shift for each different number of a group.
  ///
  /// Ends as soon as the limit itself is reached, after few groups where there are many.
  ///
  /// - Complexity: O(n · limit / 64).
  static func largestReachable(sum limit: Int64, choices: [Int64], group: [Int]) -> Int64 {
    var byGroup: [Int: Set<Int64>] = [:]
    for (number, group) in zip(choices, group) { byGroup[group, default: []].insert(number) }
    let most = byGroup.values.reduce(Int64(0)) { $0 + ($1.max() ?? 0) }
    guard most > limit else { return most }
    guard limit <= largestTable else { return limit }
    var sums = [UInt64](repeating: 0, count: Int(limit / 64) + 1)
    sums[0] = 1
    for (_, numbers) in byGroup.sorted(by: { $0.key < $1.key }) {
      let before = sums
      for number in numbers where number <= limit { shift(before, by: Int(number), into: &sums) }
      if contains(Int(limit), sums) { return limit }
    }
    for sum in stride(from: Int(limit), through: 0, by: -1) where contains(sum, sums) {
      return Int64(sum)
    }
    return 0
  }

  private static func contains(_ sum: Int, _ sums: [UInt64]) -> Bool {
    sums[sum / 64] >> UInt64(sum % 64) & 1 == 1
  }

  private static func shift(_ bits: [UInt64], by distance: Int, into sums: inout [UInt64]) {
    let (words, rest) = (distance / 64, UInt64(distance % 64))
    guard words < bits.count else { return }
    for index in words..<bits.count {
      var word = bits[index - words] << rest
      if rest > 0, index > words { word |= bits[index - words - 1] >> (64 - rest) }
      sums[index] |= word
    }
  }
}
