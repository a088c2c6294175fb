/// The points of a front while they are searched for, and where others may lie.
struct FrontDraft: Sendable {
  /// By rising second term and falling first: none beats another.
  private(set) var points: [ParetoSearch.Point] = []
  /// Values of the second term at which a search found nothing in its time.
  private var unknown: [ClosedRange<Int64>] = []
  /// Whether nothing was left open beside the gaps.
  private var isSettled = true

  /// Whether every plan that none beats in both terms stands for its point.
  var isComplete: Bool {
    isSettled && !points.isEmpty && points.allSatisfy(\.isProven) && gaps.isEmpty
  }

  /// Values of the second term between two plans at which another may lie, without those given up.
  var gaps: [ClosedRange<Int64>] {
    var gaps = zip(points, points.dropFirst()).compactMap { low, high in
      low.second + 1 < high.atLeast ? (low.second + 1)...(high.atLeast - 1) : nil
    }
    for range in unknown { gaps = gaps.flatMap { Self.parts(of: $0, outside: range) } }
    return gaps
  }

  /// Takes a point unless another is as good in both terms, and drops those that it beats.
  ///
  /// What stays also answers for the search of what goes. Only searches that time cut short end in plans
  /// that others beat.
  mutating func insert(_ point: ParetoSearch.Point) {
    // Of the points with as much of the second term, the nearest has the most of the first.
    if let next = points.firstIndex(where: { $0.second >= point.second }),
      points[next].first >= point.first
    {
      if !point.isProven { isSettled = false }
      points[next].answer(for: point)
      return
    }
    var point = point
    for beaten in points where beaten.second <= point.second && beaten.first <= point.first {
      if !beaten.isProven { isSettled = false }
      point.answer(for: beaten)
    }
    points.removeAll { $0.second <= point.second && $0.first <= point.first }
    points.insert(point, at: points.firstIndex { $0.second > point.second } ?? points.endIndex)
  }

  /// Looks no more for plans from so many units of the second term up to the next point.
  mutating func giveUp(from units: Int64) {
    isSettled = false
    if let gap = gaps.first(where: { $0.contains(units) }) {
      unknown.append(units...gap.upperBound)
    }
  }

  /// Remembers that an end of the front was not found.
  mutating func leaveOpen() { isSettled = false }

  private static func parts(
    of range: ClosedRange<Int64>, outside other: ClosedRange<Int64>
  ) -> [ClosedRange<Int64>] {
    guard range.overlaps(other) else { return [range] }
    var parts: [ClosedRange<Int64>] = []
    if range.lowerBound < other.lowerBound {
      parts.append(range.lowerBound...(other.lowerBound - 1))
    }
    if range.upperBound > other.upperBound {
      parts.append((other.upperBound + 1)...range.upperBound)
    }
    return parts
  }
}

extension ParetoSearch.Point {
  /// Takes over what the search of another point was asked, and no more than both searches proved.
  fileprivate mutating func answer(for other: ParetoSearch.Point) {
    guard other.atLeast < atLeast else { return }
    atLeast = other.atLeast
    bound = max(bound, other.bound)
    isProven = isProven && other.isProven
  }
}
