package import LandModel

extension DelimitationParameters {
  /// Size classes at most: more make the layout large and tell a planner little.
  package static let mostSizes = 8
  /// The share of its class that a town may lack; a heuristic, no official value.
  ///
  /// With less land the site has no town of the class.
  package static let sizeTolerance = Ratio(0.05)

  /// The size classes that towns of an industry may have, ascending; nil alone where the plan has none.
  package func sizeClasses(of industry: Industry) -> [SquareMetres?] {
    guard !sizes.isEmpty else { return [nil] }
    let limits = (industry.areas ?? areas).town
    return sizes.filter { limits.smallest <= $0 && $0 <= limits.largest }
  }

  /// The areas of an industry's towns, with a size class as the wanted area.
  func areas(of industry: Industry, sizeClass: SquareMetres?) -> TownAreas {
    var areas = industry.areas ?? areas
    if let sizeClass { areas.town.wanted = sizeClass }
    return areas
  }

  /// How far a town of any industry may reach from its seed; nil without an industry.
  package var greatestReach: Metres? { radius(for: industries) }

  /// How far a town of any of these industries and their classes may reach; nil without an industry.
  func radius(for industries: [Industry]) -> Metres? {
    industries.flatMap { industry in
      sizeClasses(of: industry).map { radius(for: areas(of: industry, sizeClass: $0)) }
    }.max()
  }

  /// What is wrong with the size classes, in the order of the list.
  var sizeProblems: [ParameterProblem] {
    guard !sizes.isEmpty else { return [] }
    var found: [ParameterProblem] = []
    if sizing != .wanted {
      found.append(
        Self.sizeProblem(
          "price-of-land",
          "absent: sizes are chosen by the layout, or by a price of land, not by both",
          "不应与 price-of-land 同时使用：规模由布局选定，或由地价决定，二者择一"))
    }
    if sizes.count > Self.mostSizes {
      found.append(
        Self.sizeProblem(
          "\(sizes.count)", "at most \(Self.mostSizes) areas", "最多 \(Self.mostSizes) 个面积"))
    }
    for (number, size) in sizes.enumerated() {
      let value = "\(size.squareKilometres) km2"
      let limits = ([areas] + industries.compactMap(\.areas)).map(\.town)
      if !limits.contains(where: { $0.smallest <= size && size <= $0.largest }) {
        found.append(
          Self.sizeProblem(
            value, "within the limits of the town area", "应在小镇面积的上下限之内"))
      }
      if sizes[..<number].contains(where: { !isApart($0, size) }) {
        found.append(
          Self.sizeProblem(
            value, "larger than the one before by more than 5 % and a cell",
            "应比前一个面积大 5% 以上且至少多一个单元"))
      }
    }
    for industry in industries where sizeClasses(of: industry).isEmpty {
      found.append(
        Self.sizeProblem(
          industry.key, "at least one area within the limits of each industry",
          "每个产业的面积上下限内至少应有一个面积"))
    }
    return found
  }

  /// Whether a class is larger than another by more than its tolerance, and by a cell.
  package func isApart(_ small: SquareMetres, _ large: SquareMetres) -> Bool {
    let least = (1 - Self.sizeTolerance.value) * large
    return small < least && small + HexagonLattice(cellSize: cellSize).cellArea <= large
  }

  private static func sizeProblem(
    _ value: String, _ english: String, _ chinese: String
  ) -> ParameterProblem {
    ParameterProblem(
      parameter: "sizes", value: value,
      requirement: LocalizedText(english: english, chinese: chinese))
  }
}
