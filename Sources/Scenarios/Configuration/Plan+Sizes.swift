import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The size classes of the `delimitation` section, ascending whatever the order of the list.
  ///
  /// - Parameter parameters: everything else of the section.
  /// - Throws: ``PlanError`` at the list when it is empty, too long, stands beside a price of land or
  ///   leaves an industry without a class; at an area outside all limits or too near to one before it.
  func sizes(
    _ list: PlanValue, _ parameters: DelimitationParameters
  ) throws(PlanError) -> [SquareMetres] {
    let most = DelimitationParameters.mostSizes
    guard !list.elements.isEmpty, list.elements.count <= most else {
      throw list.error(
        .outOfRange(found: "\(list.elements.count) sizes", allowed: "between 1 and \(most)"))
    }
    if self["price-of-land"] != nil {
      throw list.error(
        .contradiction(
          "with sizes the layout chooses the size, with price-of-land the price does; keep one of them"
        ))
    }
    var known: [PlanValue] = []
    for element in list.elements {
      try element.requireWithinLimits(of: parameters)
      let near = known.first { other in
        let (small, large) = (min(other.area, element.area), max(other.area, element.area))
        return !parameters.isApart(small, large)
      }
      if let near {
        throw element.error(
          .contradiction(
            near.area == element.area
              ? "\(element.text) stands here twice"
              : "\(element.text) is too near to \(near.text): sizes differ by more than 5 % and a cell"
          ))
      }
      known.append(element)
    }
    var complete = parameters
    complete.sizes = known.map(\.area).sorted()
    if let industry = complete.industries.first(where: { complete.sizeClasses(of: $0).isEmpty }) {
      throw list.error(
        .contradiction("no size is within the town-area of industry “\(industry.key)”"))
    }
    return complete.sizes
  }

  /// Makes sure that an area is one that towns of some industry may have.
  private func requireWithinLimits(of parameters: DelimitationParameters) throws(PlanError) {
    let ranges = ([parameters.areas] + parameters.industries.compactMap(\.areas)).map(\.town)
    guard !ranges.contains(where: { $0.smallest <= area && area <= $0.largest }) else { return }
    let limits = ranges.map {
      "\($0.smallest.squareKilometres) to \($0.largest.squareKilometres) km2"
    }
    var seen: Set<String> = []
    throw error(
      .outOfRange(
        found: text,
        allowed: "town areas are "
          + limits.filter { seen.insert($0).inserted }.joined(separator: ", or ")))
  }

  /// The size class of a locked site; nil where it is left open.
  ///
  /// - Throws: ``PlanError`` for an area that is none of the plan's sizes.
  func lockedSize(among sizes: [SquareMetres]) throws(PlanError) -> SquareMetres? {
    guard let value = self["size"] else { return nil }
    guard sizes.contains(value.area) else {
      throw value.error(
        sizes.isEmpty
          ? .contradiction("a size is locked, but delimitation has no sizes")
          : .outOfRange(
            found: value.text,
            allowed: "the sizes are "
              + sizes.map { "\($0.squareKilometres) km2" }.joined(separator: ", ")))
    }
    return value.area
  }
}
