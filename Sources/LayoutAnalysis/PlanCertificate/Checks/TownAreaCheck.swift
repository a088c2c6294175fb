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
          "\(towns.count) towns and their building land measured from the unrounded boundaries, "
          + "to 0.01 m²",
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

  /// The share by which an area may miss its class, and what drawing may add to that.
  private static let classTolerance = 0.1

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
    guard abs((measured - size).value) > Self.classTolerance * size.value else { return [] }
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
