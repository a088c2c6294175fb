import LandModel

/// The stated areas are those of the boundaries, and within the profile's limits.
struct TownAreaCheck {
  let towns: [StatedTown]
  let parameters: DelimitationParameters
  let surface: EllipsoidalArea

  func check() -> CertificateCheck {
    CertificateCheck(
      .areas,
      detail: LocalizedText(
        english:
          towns.count.counted("town and its", "towns and their")
          + " building land measured from the unrounded boundaries, to 0.01 m²",
        chinese: "按未取整边界重新量算 \(towns.count) 个小镇及其建设用地的面积，精确至 0.01 平方米"),
      faults: towns.flatMap(faults(of:)))
  }

  private func faults(of town: StatedTown) -> [CertificateFault] {
    let areas =
      parameters.industries.first { $0.key == town.industry }?.areas ?? parameters.areas
    return faults(
      of: town, "area", "面积", stated: town.ellipsoidalArea,
      measured: surface.area(of: town.boundary), areas.town)
      + faults(
        of: town, "construction area", "建设用地面积", stated: town.constructionArea,
        measured: surface.area(of: town.construction), areas.construction)
      + classFaults(of: town, measured: surface.area(of: town.boundary))
  }

  /// The share by which a drawn line may miss the area of its cells or parcels (``TownLines``).
  private static let drawing = 0.0005

  /// What a town of a class may measure.
  ///
  /// It may lack 5 % (``DelimitationParameters/sizeTolerance``). In cells a class is the nearest number of them, at most: a
  /// cell more allows for that, and for another scale at the seed. Parcels may exceed it by the plan's tolerance
  /// (``ParcelUnits/areaTolerance``).
  private func areas(ofClass size: SquareMetres) -> ClosedRange<Double> {
    let width = parameters.cellSize.value
    let cell = parameters.parcels == nil ? 3.0.squareRoot() / 2 * width * width : 0
    let excess = parameters.parcels?.areaTolerance.value ?? 0
    let slack = cell + Self.drawing * size.value
    let least = (1 - DelimitationParameters.sizeTolerance.value) * size.value - slack
    return least...((1 + excess) * size.value + slack)
  }

  /// The stated class is one of the plan's, and the town is of its size.
  private func classFaults(of town: StatedTown, measured: SquareMetres) -> [CertificateFault] {
    guard let size = parameters.sizes.first(where: town.isOfClass) else {
      guard town.sizeClass != nil || !parameters.sizes.isEmpty else { return [] }
      let stated = town.sizeClass.map { "\($0.value) m²" }
      return [
        CertificateFault(
          [town.id.text],
          english:
            "The size class of \(town.id.text) is stated as \(stated ?? "none"), which the plan "
            + "does not have.",
          chinese: "\(town.id.text) 的规模等级记为\(stated.map { " \($0)" } ?? "无")，规划中没有该等级。")
      ]
    }
    guard !areas(ofClass: size).contains(measured.value) else { return [] }
    return [
      CertificateFault(
        [town.id.text],
        english: "\(town.id.text) is stated to be of the size class \(size.value) m² and measures "
          + "\(measured.rounded(decimals: 2).value) m².",
        chinese: "\(town.id.text) 的规模等级记为 \(size.value) 平方米，量算为 "
          + "\(measured.rounded(decimals: 2).value) 平方米。")
    ]
  }

  private func faults(
    of town: StatedTown, _ english: String, _ chinese: String, stated: SquareMetres,
    measured: SquareMetres, _ range: AreaRange
  ) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    let number = measured.rounded(decimals: 2).value
    if !(abs((stated - measured).value) <= StatedRounding.area.value) {
      faults.append(
        CertificateFault(
          [town.id.text],
          english: "The \(english) of \(town.id.text) is stated as \(stated.value) m² and measures "
            + "\(number) m².",
          chinese: "\(town.id.text) 的\(chinese)记为 \(stated.value) 平方米，量算为 \(number) 平方米。"))
    }
    if measured < range.smallest || measured > range.largest {
      faults.append(
        CertificateFault(
          [town.id.text],
          english: "The \(english) of \(town.id.text) measures \(number) m², outside "
            + "\(range.smallest.value) to \(range.largest.value) m².",
          chinese: "\(town.id.text) 的\(chinese)量算为 \(number) 平方米，超出 "
            + "\(range.smallest.value) 至 \(range.largest.value) 平方米。"))
    }
    return faults
  }
}
