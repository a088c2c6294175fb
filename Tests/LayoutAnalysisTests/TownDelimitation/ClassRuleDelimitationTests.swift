import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// Rules by class close cells as the plain rules do that they are made of.
struct ClassRuleDelimitationTests {
  private func layer(
    _ key: String, _ geometries: [Geometry], _ attribute: String, _ values: [String?]
  ) -> CheckedLayer {
    CheckedLayer(
      ProjectedLayer(
        key: key, grid: TownScene.grid, geometry: GeometryColumn(geometries),
        ids: geometries.indices.map { FeatureID("\(key)-\($0)") },
        attributes: AttributeTable(names: [attribute], columns: [.text(values)])),
      keepingValidRows: Array(geometries.indices))
  }

  private func line(x: Double) -> Geometry {
    .line([-5000.0, 5000].map { XY(TownScene.middle.x + x, TownScene.middle.y + $0) })
  }

  @Test func `a drawn town keeps the distance of each class and stays off conditional land`()
    throws
  {
    var rule = SetbackRule(kind: .road, classField: "class")
    rule.distances = ["national": Metres(700), "county": Metres(300)]
    let roads = layer("roads", [line(x: -1700), line(x: 900)], "class", ["国道", "县道"])
    let red = layer(
      "red-line", [TownScene.box(-4000...4000, 1200...1400)], "zone", ["outside"])
    let conditional = ConstraintRule.conditional(
      ConditionalRule(allowed: [.visitors], zoneField: "zone"))
    let title = LocalizedText(english: "rule", chinese: "规则")
    var scene = TownScene()
    scene.constraints = [
      Constraint(layer: roads, title: title, rule: .setback(rule)),
      Constraint(layer: red, title: title, rule: conditional),
    ]
    let town = try #require(try scene.result().proposals.first)
    let workspace = Workspace()
    let boundary = try Shape(town.boundary, in: workspace)
    for (row, distance) in [700.0, 300].enumerated() {
      let road = try Shape(row: row, of: roads.geometry, in: workspace)
      #expect(try road.distance(to: boundary) > Metres(distance))
    }
    #expect(try !Shape(row: 0, of: red.geometry, in: workspace).meets(boundary))
    // Without the classes the same town is nearer to the county road.
    scene.constraints = [Constraint(layer: red, title: title, rule: conditional)]
    let free = try #require(try scene.result().proposals.first)
    let county = try Shape(row: 1, of: roads.geometry, in: workspace)
    #expect(try county.distance(to: Shape(free.boundary, in: workspace)) < Metres(300))
  }
}
