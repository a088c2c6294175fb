import LandModel

/// The factors' values are the means over the town's cells that the land gives.
struct FactorCheck {
  let towns: [StatedTown]
  let sites: [Site]
  let land: LandInput
  let parameters: DelimitationParameters
  /// Rounding of a mean over hundreds of cells.
  private static let noise = 1e-9

  func check() -> CertificateCheck {
    var (faults, cells, widest) = ([CertificateFault](), 0, 0.0)
    for town in towns {
      // That a town has no site is told elsewhere.
      guard let site = sites.first(where: { $0.id == town.id }) else { continue }
      let centres = TownCells(boundary: town.boundary, cellSize: parameters.cellSize).centres
      let measure = FactorMeasure(
        land: land, centres: centres,
        middle: TownCells.centre(nearest: site.seed, cellSize: parameters.cellSize),
        reach: reach(of: site))
      cells += centres.count
      for stated in town.factors {
        guard let factor = parameters.factors.first(where: { $0.name == stated.name }) else {
          continue
        }
        guard let range = measure.mean(of: factor) else { continue }
        widest = max(widest, range.upperBound - range.lowerBound)
        let rounding = StatedRounding.ratio + Self.noise
        guard
          stated.value.value >= range.lowerBound - rounding,
          stated.value.value <= range.upperBound + rounding
        else {
          faults.append(fault(town, stated, range))
          continue
        }
      }
    }
    let margin = Self.rounded(max(widest, StatedRounding.ratio))
    return CertificateCheck(
      .factors,
      detail: LocalizedText(
        english: "\(cells) cells of \(towns.count) towns looked up again, to ±\(margin)",
        chinese: "重新查算 \(towns.count) 个小镇的 \(cells) 个单元，误差 ±\(margin)"),
      faults: faults)
  }

  /// Half the side of the box that all towns of a site are looked for in: the farthest that one may reach, and
  /// three cells more.
  private func reach(of site: Site) -> Metres {
    let areas = parameters.industries.filter { site.industries.contains($0.key) }.map { industry in
      let range = (industry.areas ?? parameters.areas).town
      return parameters.sizing == .wanted ? range.wanted.value : range.largest.value
    }
    let radius = ((areas.max() ?? 0) / .pi).squareRoot()
    return Metres(parameters.reach.value * radius) + 3 * parameters.cellSize
  }

  private func fault(
    _ town: StatedTown, _ stated: StatedFactor, _ range: ClosedRange<Double>
  ) -> CertificateFault {
    let (low, high) = (Self.rounded(range.lowerBound), Self.rounded(range.upperBound))
    return CertificateFault(
      [town.id.text, stated.name],
      english:
        "Factor “\(stated.name)” of \(town.id.text) is stated as \(stated.value.value); the land gives "
        + (low == high ? "\(low)." : "\(low) to \(high)."),
      chinese: "\(town.id.text) 的因子“\(stated.name)”记为 \(stated.value.value)，按用地查算为 "
        + (low == high ? "\(low)。" : "\(low) 至 \(high)。"))
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
