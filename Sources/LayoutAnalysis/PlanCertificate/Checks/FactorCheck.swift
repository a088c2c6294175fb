import LandModel

/// The factors' values are the means over the town's cells that the land gives.
///
/// A value that the land does not tell is neither right nor wrong: it is named, and leaves the check unchecked.
struct FactorCheck {
  let towns: [StatedTown]
  /// One for each town.
  let lookups: [TownLookup]
  /// Rounding of a mean over hundreds of cells.
  private static let noise = 1e-9
  /// Values named one by one; the rest is counted.
  private static let mostNamed = 5

  func check() -> CertificateCheck {
    var (faults, widest) = ([CertificateFault](), 0.0)
    for (town, lookup) in zip(towns, lookups) {
      for stated in town.factors {
        guard let range = lookup.means[stated.name] else { continue }
        widest = max(widest, range.upperBound - range.lowerBound)
        let rounding = StatedRounding.ratio + Self.noise
        let allowed = (range.lowerBound - rounding)...(range.upperBound + rounding)
        if !allowed.contains(stated.value.value) { faults.append(fault(town, stated, range)) }
      }
    }
    let cells = lookups.reduce(0) { $0 + $1.cellCount }
    let margin = Self.rounded(max(widest, StatedRounding.ratio))
    let missing = missing
    return CertificateCheck(
      .factors,
      detail: LocalizedText(
        english:
          "\(cells.counted("cell")) of \(towns.count.counted("town")) looked up again, to ±\(margin)"
          + missing.english,
        chinese: "重新查算 \(towns.count) 个小镇的 \(cells) 个单元，误差 ±\(margin)" + missing.chinese),
      faults: faults, isComplete: isComplete)
  }

  /// Whether the land tells every stated value.
  var isComplete: Bool { lookups.allSatisfy(\.missing.isEmpty) }

  /// Values that could not be looked up, as the end of a sentence; empty without any.
  var missing: LocalizedText {
    let names = zip(towns, lookups).flatMap { town, lookup in
      lookup.missing.map { "\(town.id.text)/\($0)" }
    }
    guard !names.isEmpty else { return LocalizedText(english: "", chinese: "") }
    let rest = names.count - Self.mostNamed
    let named = names.prefix(Self.mostNamed)
    return LocalizedText(
      english: "; not looked up: \(named.joined(separator: ", "))"
        + (rest > 0 ? " and \(rest) more" : ""),
      chinese: "；未能查算：\(named.joined(separator: "、"))" + (rest > 0 ? "等 \(names.count) 项" : ""))
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
