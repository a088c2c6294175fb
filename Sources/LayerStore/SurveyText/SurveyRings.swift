import LandModel

/// The rings of one parcel: runs of points, and how each was closed in the text.
struct SurveyRings {
  struct Ring: Equatable {
    /// 圈号, as written.
    let number: Int
    /// The points, the closing one included where it is written.
    let points: Range<Int>
    let closing: Closing
  }

  enum Closing: Equatable {
    /// The first point is repeated at the end.
    case repeated
    /// It is not; the ring is closed in reading.
    case omitted
    /// A closing line of one ordinate twice, a known fault of one writer; the first point is taken.
    case faulty
  }

  let rings: [Ring]
  /// Whether a ring ended within the points of one number, because its first point came again.
  let isSplitByClosing: Bool

  /// Cuts a parcel's points where 圈号 changes, and where a ring has closed although it does not.
  init(_ text: SurveyText, parcel: Int) {
    let all = text.points(ofParcel: parcel)
    let points = text.points
    var (rings, isSplit): ([Ring], Bool) = ([], false)
    var start = all.lowerBound
    while start < all.upperBound {
      let first = points[start]
      var end = start + 1
      var closing = Closing.omitted
      while end < all.upperBound, points[end].ring == first.ring {
        end += 1
        guard let found = Self.closing(points[end - 1], of: first, after: end - 1 - start) else {
          continue
        }
        let isLast = end == all.upperBound || points[end].ring != first.ring
        // A boundary may touch its own first point on its way: only the name tells an end there.
        guard isLast || points[end - 1].name == first.name else { continue }
        closing = found
        if !isLast { isSplit = true }
        break
      }
      rings.append(Ring(number: first.ring, points: start..<end, closing: closing))
      start = end
    }
    self.rings = rings
    isSplitByClosing = isSplit
  }

  private static func closing(
    _ point: SurveyText.Point, of first: SurveyText.Point, after count: Int
  ) -> Closing? {
    guard count >= 2 else { return nil }
    if point.first == first.first && point.second == first.second { return .repeated }
    let isFaulty =
      point.first == point.second && (point.first == first.first || point.second == first.second)
    return isFaulty ? .faulty : nil
  }

  /// Numbers of points that the parcel's line may state: with or without closing points, or of the first
  /// ring alone.
  var possibleCounts: [Int] {
    let written = rings.reduce(0) { $0 + $1.points.count }
    let closings = rings.count { $0.closing != .omitted }
    let first = rings.first.map { [$0.points.count, $0.points.count - 1] } ?? []
    return [written, written - closings, written + rings.count - closings] + first
  }
}
