import Foundation
import LandModel

/// Draws a town that was found and measures the drawing.
struct TownDrawing {
  let land: SiteLand
  let search: TownSearch
  let surface: EllipsoidalArea

  /// The proposal, or nil when the drawn areas miss the limits, which a range narrower than a cell
  /// can bring about.
  func proposal(of town: TownSearch.Town, site row: Int) -> TownProposal? {
    guard let lines = outlines(of: town) else { return nil }
    let planarArea = PlanarMeasure.area(of: lines.town)
    let perimeter = PlanarMeasure.length(of: lines.town).value
    let ellipsoidalArea = surface.area(of: lines.town)
    let factors = factorScores(of: town)
    let objective = search.town.points(town.objective)
    let bound = search.town.points(town.bound)
    return TownProposal(
      site: row, industry: search.industry.key, boundary: lines.town, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: lines.construction,
      constructionArea: surface.area(of: lines.construction), cellCount: town.count,
      score: 100 * factors.reduce(0) { $0 + $1.value.value * $1.weight.value }, factors: factors,
      compactness: Ratio(4 * .pi * planarArea.value / (perimeter * perimeter)),
      reach: Metres(
        lines.town.positions.map { $0.distance(to: land.site.seed) }.max() ?? 0),
      objective: objective, bound: bound, gap: Ratio((bound - objective) / max(objective, 1)),
      starBound: search.town.points(town.starBound),
      shortfall: shortfall(of: town, drawn: ellipsoidalArea), sizeClass: search.sizeClass,
      followed: followed(lines))
  }

  /// The smoothest lines whose areas keep the limits; at the last, the cells' own sides.
  private func outlines(of town: TownSearch.Town) -> TownLines? {
    // What is taken in must not be land that a limit counts, since it was not counted there.
    let mayFill = land.isOpen.indices.map { cell in
      land.isOpen[cell] && !land.limited.contains { $0.land.isTaken[cell] }
    }
    let whole = CellOutline(window: land.window, isInside: town.isInside, mayFill: mayFill)
    let built = CellOutline(
      window: land.window, isInside: town.isConstruction,
      mayFill: mayFill.indices.map {
        land.isBuildable[$0] && (town.isInside[$0] || mayFill[$0])
      })
    if let features = land.followed, search.parameters.boundary == .smooth {
      let lines = TownLines.candidates(town: whole, construction: built, along: features)
        .first(where: keepsLimits)
      if let lines { return lines }
    }
    return TownLines.candidates(
      town: whole, construction: built, line: search.parameters.boundary
    ).first(where: keepsLimits)
  }

  private func keepsLimits(_ lines: TownLines) -> Bool {
    search.areas.town.contains(surface.area(of: lines.town))
      && search.areas.construction.contains(surface.area(of: lines.construction))
  }

  /// What of the line lies on features; nil where none are to be followed.
  private func followed(_ lines: TownLines) -> [FollowedShare]? {
    land.followed.map { features in
      zip(features.layers, lines.followed).compactMap { layer, share in
        share > 0 ? FollowedShare(layer: layer.layer.key, share: Ratio(share)) : nil
      }
    }
  }

  /// Mean of each factor over the town's cells, in the industry's order.
  private func factorScores(of town: TownSearch.Town) -> [FactorScore] {
    search.industry.normalizedWeights.map { factor, weight in
      var sum = 0.0
      if let values = land.factors[factor] {
        for cell in values.indices where town.isInside[cell] { sum += values[cell] }
      }
      return FactorScore(
        factor: factor, value: Ratio(sum / Double(town.count)), weight: Ratio(weight))
    }
  }

  private func shortfall(of town: TownSearch.Town, drawn: SquareMetres) -> Shortfall? {
    guard search.parameters.sizing == .wanted, town.count < search.town.wanted else { return nil }
    return Shortfall(
      reached: drawn, wanted: search.areas.town.wanted,
      cause: ShortfallCause(land: land, search: search).landShort(
        reached: drawn, exceeded: town.exceeded))
  }
}

extension AreaRange {
  /// Whether an area lies within the limits.
  func contains(_ area: SquareMetres) -> Bool { smallest <= area && area <= largest }
}
