import LandModel
import Topology

/// Every town lies within its county, where the plan asks for it.
struct CountyRuleCheck {
  let towns: [StatedTown]
  let land: LandInput
  let isAsked: Bool

  func check() throws(TopologyError) -> CertificateCheck {
    guard isAsked else {
      return CertificateCheck(
        .county,
        detail: LocalizedText(
          english: "towns may cross county borders", chinese: "规划允许小镇跨县界"),
        faults: [])
    }
    guard let counties = land.counties else {
      return CertificateCheck(
        .county, .unchecked,
        detail: LocalizedText(
          english: "the layer of counties is missing", chinese: "缺少县区图层"))
    }
    let features = FeatureBoxes(counties)
    var faults: [CertificateFault] = []
    for town in towns {
      let rows = counties.ids.indices.filter { counties.ids[$0] == town.county }
      let outside = try TownOnLayer(town: town, isBuilding: false, features: features)
        .areaOutside(rows)
      guard outside > LandRuleCheck.smallest else { continue }
      let number = (outside.value * 1000).rounded() / 1000
      faults.append(
        CertificateFault(
          [town.id.text, town.county.text],
          english: "\(town.id.text) has \(number) m² outside its county \(town.county.text).",
          chinese: "\(town.id.text) 有 \(number) 平方米在所属县区 \(town.county.text) 之外。"))
    }
    return CertificateCheck(
      .county,
      detail: LocalizedText(
        english: "\(towns.count.counted("town")) laid over the counties by GEOS",
        chinese: "用 GEOS 将 \(towns.count) 个小镇与所属县区叠加"),
      faults: faults)
  }
}
