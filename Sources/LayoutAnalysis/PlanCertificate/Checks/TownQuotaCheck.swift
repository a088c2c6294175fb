import LandModel

/// The city, each county and each industry have as many towns as the plan allows.
struct TownQuotaCheck {
  let towns: [StatedTown]
  let sites: [Site]
  /// All counties of the city; those of the sites and of the plan's quotas are added.
  let counties: [FeatureID]
  let parameters: LayoutParameters

  func check() -> CertificateCheck {
    let counties = Set(self.counties).union(sites.map(\.county))
      .union(parameters.countyQuotas.keys).sorted()
    let industries = Set(sites.flatMap(\.industries)).union(parameters.industryQuotas.keys).sorted()
    // Of a town at no site the county is as stated; that it has no site is told elsewhere.
    let countyOfTown = towns.map { town in
      sites.first { $0.id == town.id }?.county ?? town.county
    }
    var faults = fault(
      "city", LocalizedText(english: "The city", chinese: "全市"), towns.count, parameters.towns)
    for county in counties {
      faults += fault(
        county.text,
        LocalizedText(english: "County \(county.text)", chinese: "县区 \(county.text) "),
        countyOfTown.count { $0 == county },
        parameters.countyQuotas[county] ?? parameters.countyQuota)
    }
    for industry in industries {
      faults += fault(
        industry, LocalizedText(english: "Industry “\(industry)”", chinese: "产业“\(industry)”"),
        towns.count { $0.industry == industry },
        parameters.industryQuotas[industry] ?? parameters.industryQuota)
    }
    return CertificateCheck(
      .quotas,
      detail: LocalizedText(
        english: "\(towns.count.counted("town")) counted for the city, "
          + "\(counties.count.counted("county", "counties")) and "
          + industries.count.counted("industry", "industries"),
        chinese: "按全市、\(counties.count) 个县区和 \(industries.count) 个产业清点 \(towns.count) 个小镇"),
      faults: faults)
  }

  private func fault(
    _ subject: String, _ name: LocalizedText, _ count: Int, _ quota: TownQuota
  ) -> [CertificateFault] {
    if count < quota.min {
      return [
        CertificateFault(
          [subject],
          english: "\(name.english) has \(count.counted("town")), fewer than \(quota.min).",
          chinese: "\(name.chinese)有 \(count) 个小镇，少于 \(quota.min) 个。")
      ]
    }
    guard let most = quota.max, count > most else { return [] }
    return [
      CertificateFault(
        [subject], english: "\(name.english) has \(count.counted("town")), more than \(most).",
        chinese: "\(name.chinese)有 \(count) 个小镇，多于 \(most) 个。")
    ]
  }
}
