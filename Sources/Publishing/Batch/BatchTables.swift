import LandModel
import Scenarios

extension OutputTable {
  /// The towns of all plans, one row for each town and scenario, the base first.
  static func scenarioTowns(of batch: BatchResult) -> OutputTable {
    let rows = batch.records.flatMap { record in record.towns.map { (record.id, $0) } }
    let base = Set(batch.base.towns.map(\.id))
    var table = OutputTable(
      name: "scenario-towns",
      title: LocalizedText(english: "Towns by scenario", chinese: "各情景小镇"),
      geometry: GeometryColumn(rows.map(\.1.boundary)))
    table.append("scenario", .text(rows.map(\.0)))
    table.append("town_id", .text(rows.map(\.1.id.text)))
    table.append("name", .text(rows.map(\.1.name)))
    table.append("county_id", .text(rows.map(\.1.county.text)))
    table.append("county", .text(rows.map(\.1.countyName)))
    table.append("industry", .text(rows.map(\.1.industry)))
    table.append("area_m2", .real(rows.map(\.1.area), decimals: Rounding.area))
    table.append(
      "construction_area_m2", .real(rows.map(\.1.constructionArea), decimals: Rounding.area))
    table.append("score", .real(rows.map(\.1.score), decimals: Rounding.points))
    table.append("in_base", .flag(rows.map { base.contains($0.1.id) }))
    return table
  }

  /// All candidates with how often they are chosen.
  static func candidateChoices(of batch: BatchResult) -> OutputTable {
    let choices = batch.choices
    let plans = batch.planCount
    var table = OutputTable(
      name: "candidates", title: LocalizedText(english: "Candidates", chinese: "候选小镇"),
      geometry: GeometryColumn(choices.map { Geometry.point($0.position) }))
    table.append("town_id", .text(choices.map(\.id.text)))
    table.append("name", .text(choices.map(\.name)))
    table.append("county", .text(choices.map(\.countyName)))
    table.append("chosen", .integer(choices.map { $0.count }))
    table.append("plans", .integer(choices.map { _ in plans }))
    table.append(
      "share",
      .real(
        choices.map { plans == 0 ? nil : Double($0.count) / Double(plans) },
        decimals: Rounding.ratio))
    table.append("often", .text(choices.map { ChoiceClass($0.count, of: plans).rawValue }))
    table.append("in_base", .flag(choices.map(\.isInBase)))
    table.append("main_industry", .text(choices.map { $0.industries.first?.key }))
    table.append(
      "industries", .list(choices.map { $0.industries.map { "\($0.key) \($0.count)" } }))
    return table
  }

  /// The counties of the base plan.
  static func countyOutlines(of batch: BatchResult) -> OutputTable {
    let counties = batch.context.counties
    var table = OutputTable(
      name: "counties", title: LocalizedText(english: "Counties", chinese: "区县"),
      geometry: GeometryColumn(counties.map(\.outline)))
    table.append("name", .text(counties.map(\.name)))
    return table
  }
}
