import LandModel

/// The lines of a town and of the building land in it, drawn to fit into each other.
struct TownLines {
  let town: Geometry
  let construction: Geometry

  /// The pairs of lines worth trying, the smoothest first.
  ///
  /// Each keeps both areas within half a thousandth of the cells' and the building land inside the town.
  /// The last, the cells' own sides, always exists.
  static func candidates(
    town: CellOutline, construction: CellOutline, line: BoundaryLine
  ) -> some Sequence<TownLines> {
    let kinds: [(Bool, Bool)?] =
      line == .smooth ? [(false, false), (false, true), (true, true), nil] : [nil]
    return kinds.lazy.compactMap { kind in
      guard let kind else {
        return TownLines(town: town.plain(), construction: construction.plain())
      }
      return smooth(
        town: town, construction: construction, keepingTownCorners: kind.0,
        keepingConstructionCorners: kind.1)
    }
  }

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
