import LandModel

/// The towns together keep within the land quotas, and their sums are as stated.
struct LandQuotaCheck {
  let plan: StatedPlan
  let parameters: LayoutParameters

  func check() -> CertificateCheck {
    let towns = plan.towns
    let (land, construction) = (
      towns.reduce(SquareMetres.zero) { $0 + $1.ellipsoidalArea },
      towns.reduce(SquareMetres.zero) { $0 + $1.constructionArea }
    )
    return CertificateCheck(
      .land,
      detail: LocalizedText(
        english:
          "\(hectares(land)) ha of town land, \(hectares(construction)) ha of it building land",
        chinese: "小镇用地 \(hectares(land)) 公顷，其中建设用地 \(hectares(construction)) 公顷"),
      faults: faults(
        "land", "Town land", "小镇用地", land, stated: plan.ellipsoidalArea, parameters.landQuota)
        + faults(
          "construction", "Building land", "建设用地", construction, stated: plan.constructionArea,
          parameters.constructionQuota))
  }

  private func hectares(_ area: SquareMetres) -> Double { (area.hectares * 100).rounded() / 100 }

  private func faults(
    _ subject: String, _ english: String, _ chinese: String, _ sum: SquareMetres,
    stated: SquareMetres, _ quota: SquareMetres?
  ) -> [CertificateFault] {
    let number = sum.rounded(decimals: 2).value
    let tolerance = Double(plan.towns.count + 1) * StatedRounding.area
    var faults: [CertificateFault] = []
    if let quota, sum > quota + tolerance {
      faults.append(
        CertificateFault(
          [subject], english: "\(english) is \(number) m², more than \(quota.value) m².",
          chinese: "\(chinese)为 \(number) 平方米，超过 \(quota.value) 平方米。"))
    }
    if !(abs((sum - stated).value) <= tolerance.value) {
      faults.append(
        CertificateFault(
          [subject],
          english: "\(english) is stated as \(stated.value) m², but the towns sum to \(number) m².",
          chinese: "\(chinese)记为 \(stated.value) 平方米，各镇合计 \(number) 平方米。"))
    }
    return faults
  }
}
