import LandModel

/// One town for each site, one industry for each town, both offered by the inputs.
struct TownChoiceCheck {
  let towns: [StatedTown]
  let sites: [Site]

  func check() -> CertificateCheck {
    CertificateCheck(
      .towns,
      detail: LocalizedText(
        english:
          "\(towns.count.counted("town")), each at a site of its own with one industry allowed there",
        chinese: "\(towns.count) 个小镇，一处一镇、一镇一业，产业均为该地点所允许"),
      faults: repeated + towns.flatMap(faults(of:)))
  }

  private var repeated: [CertificateFault] {
    var seen: Set<FeatureID> = []
    return towns.filter { !seen.insert($0.id).inserted }.map { town in
      CertificateFault(
        [town.id.text], english: "\(town.id.text) is a town twice; a site has one town.",
        chinese: "\(town.id.text) 重复入选；一处只能有一个小镇。")
    }
  }

  private func faults(of town: StatedTown) -> [CertificateFault] {
    guard let site = sites.first(where: { $0.id == town.id }) else {
      return [
        CertificateFault(
          [town.id.text], english: "\(town.id.text) is no valid candidate of the inputs.",
          chinese: "\(town.id.text) 不是输入数据中的有效候选地点。")
      ]
    }
    var faults: [CertificateFault] = []
    if !site.industries.contains(town.industry) {
      faults.append(
        CertificateFault(
          [town.id.text],
          english:
            "\(town.id.text) lives on “\(town.industry)”, which its site is not offered for.",
          chinese: "\(town.id.text) 的产业为“\(town.industry)”，该地点未提供此产业。"))
    }
    if site.county != town.county {
      faults.append(
        CertificateFault(
          [town.id.text],
          english: "\(town.id.text) is stated in county \(town.county.text); the inputs have it in "
            + "\(site.county.text).",
          chinese: "\(town.id.text) 记为属于县区 \(town.county.text)，输入数据为 \(site.county.text)。"))
    }
    return faults
  }
}
