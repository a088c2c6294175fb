/// Which share of the outline's price is charged for the shortest outline, in eighths.
///
/// Every share gives a valid bound, and bounds are convex in the share: one that is no better than its neighbour
/// towards the best ends the walk on that side.
enum OutlineShare {
  /// Falling.
  private static let all = [8, 7, 6, 4, 0]

  /// The least bound over the shares, and the share that gives it.
  ///
  /// - Parameter bound: the bound by a share, given the least one so far; nil ends the walk.
  static func leastBound(
    _ bound: (_ share: Int, _ least: Int) -> Int?
  ) -> (bound: Int, share: Int) {
    var best = (bound: Int.max, share: 0)
    func lowers(_ share: Int) -> Bool {
      guard let value = bound(share, best.bound), value < best.bound else { return false }
      best = (value, share)
      return true
    }
    let middle = 2
    _ = lowers(all[middle])
    let before = all[..<middle].reversed().prefix(while: lowers)
    if before.isEmpty { _ = all[(middle + 1)...].prefix(while: lowers) }
    return best
  }
}
