import LandModel
package import Scenarios

extension OutputTable {
  /// The area that each chosen town serves, in the order of the chosen towns.
  package static func serviceAreas(of run: RunResult) -> OutputTable {
    let areas = run.serviceAreas
    let names = TownNames(run)
    var table = OutputTable(
      name: "service-areas", title: LocalizedText(english: "Service areas", chinese: "服务范围"),
      geometry: GeometryColumn(areas.map(\.geometry)))
    table.append("town_id", .text(areas.map(\.townID.text)))
    table.append("name", .text(areas.map { names[$0.townID] }))
    table.append("area_m2", .real(areas.map(\.ellipsoidalArea.value), decimals: Rounding.area))
    table.append("planar_area_m2", .real(areas.map(\.planarArea.value), decimals: Rounding.area))
    table.append("population", .integer(areas.map(\.population)))
    table.append("resource_count", .integer(areas.map(\.resourceCount)))
    table.append(
      "resource_weight", .real(areas.map(\.resourceWeight), decimals: Rounding.points))
    return table
  }
}

/// The names of candidates by id; of the first one where an id is repeated.
struct TownNames {
  private let names: [FeatureID: String]

  init(_ run: RunResult) {
    names = Dictionary(run.candidates.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The name of a candidate; its id when there is none of that id.
  subscript(id: FeatureID) -> String { names[id] ?? id.text }
}
