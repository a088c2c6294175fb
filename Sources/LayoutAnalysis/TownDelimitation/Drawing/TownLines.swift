import LandModel

/// The lines of a town and of the building land in it, drawn to fit into each other.
struct TownLines {
  let town: Geometry
  let construction: Geometry
  /// Share of the town's line on features of each layer to follow, in plan order; empty where it is on none.
  var followed: [Double] = []

  /// The pairs of lines worth trying, the smoothest first.
  ///
  /// Each keeps both areas within half a thousandth of the cells' and the building land inside the town.
  /// The last, the cells' own sides, always exists.
  static func candidates(
    town: CellOutline, construction: CellOutline, line: BoundaryLine
  ) -> some Sequence<TownLines> {
    let kinds: [(Bool, Bool)?] = line == .smooth ? smoothKinds + [nil] : [nil]
    return kinds.lazy.compactMap { kind in
      guard let kind else {
        return TownLines(town: town.plain(), construction: construction.plain())
      }
      return smooth(
        town: town, construction: construction, keepingTownCorners: kind.0,
        keepingConstructionCorners: kind.1)
    }
  }

  /// The pairs of lines along features, those along most of them first.
  ///
  /// They keep what smooth lines keep. Empty where no feature can be followed.
  static func candidates(
    town: CellOutline, construction: CellOutline, along features: FollowedFeatures
  ) -> [TownLines] {
    let lines = smoothKinds.compactMap { kind in
      FollowingLines(
        town: town, construction: construction, features: features, keepsTownCorners: kind.0,
        keepsConstructionCorners: kind.1
      ).lines()
    }
    let shares = lines.map { $0.followed.reduce(0, +) }
    return lines.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }.map { lines[$0] }
  }

  /// Whether corners at closed land are kept, of the town and of the building land; the smoothest first.
  private static let smoothKinds = [(false, false), (false, true), (true, true)]

  private static func smooth(
    town: CellOutline, construction: CellOutline, keepingTownCorners: Bool,
    keepingConstructionCorners: Bool
  ) -> TownLines? {
    guard
      let outer = SmoothOutline(town, keepsClosedCorners: keepingTownCorners).line(),
      let inner = SmoothOutline(
        construction, keepsClosedCorners: keepingConstructionCorners,
        host: SmoothOutline.Host(
          cells: town, keepsClosedCorners: keepingTownCorners, shift: outer.shift)
      ).line(),
      RingCheck(outer.geometry.positions).holds(RingCheck(inner.geometry.positions))
    else { return nil }
    return TownLines(town: outer.geometry, construction: inner.geometry)
  }
}
