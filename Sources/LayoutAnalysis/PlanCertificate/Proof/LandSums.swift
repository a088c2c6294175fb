/// The sums that areas or costs of towns can come to, at most one for each site.
///
/// A quota that no sum meets exactly is as good as the greatest sum below it.
struct LandSums {
  /// A quota beyond 2²³ steps (839 km², 84 thousand million yuan) stays as it is, as the layout documents.
  private static let mostSteps: Int64 = 1 << 23
  private let areasOfSite: [Set<Int64>]

  init(_ areas: [(site: Int, area: Int64)]) {
    var areasOfSite: [Int: Set<Int64>] = [:]
    for (site, area) in areas { areasOfSite[site, default: []].insert(area) }
    self.areasOfSite = areasOfSite.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The greatest sum within a limit.
  ///
  /// - Complexity: O(n · limit / 64).
  func greatest(within limit: Int64) -> Int64 {
    let all = areasOfSite.reduce(Int64(0)) { $0 + ($1.max() ?? 0) }
    guard all > limit else { return all }
    guard limit <= Self.mostSteps else { return limit }
    // Bit n of the words tells whether n can be reached with the sites so far.
    let wordCount = Int(limit) / 64 + 1
    var reached = [UInt64](repeating: 0, count: wordCount)
    reached[0] = 1
    for areas in areasOfSite {
      var next = reached
      for area in areas where area > 0 && area <= limit {
        let (skipped, shift) = (Int(area) / 64, UInt64(area) % 64)
        for word in 0..<(wordCount - skipped) where reached[word] != 0 {
          next[word + skipped] |= reached[word] << shift
          if shift > 0, word + skipped + 1 < wordCount {
            next[word + skipped + 1] |= reached[word] >> (64 - shift)
          }
        }
      }
      reached = next
    }
    var sum = Int(limit)
    while reached[sum / 64] >> UInt64(sum % 64) & 1 == 0 { sum -= 1 }
    return Int64(sum)
  }
}
