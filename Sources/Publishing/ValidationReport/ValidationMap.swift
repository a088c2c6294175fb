import LandModel
import LayoutAnalysis
import Scenarios

/// The map of a validation's report: units, layers, and what was found.
struct ValidationMap {
  let map: ReportMap

  /// Bytes of geometry for one layer.
  private static let budget = 500_000
  /// First deviation tried away from findings, in metres.
  private static let tolerance = 20.0
  private static let colours = ["#2f6b8f", "#7a4e9c", "#2e8b74", "#5d6f1f", "#4f5d75"]

  init(_ context: ValidationContext) {
    let listed = context.rules.flatMap(\.listed) + context.waived
    let focus = listed.map(\.finding.geometry.boundingBox).filter {
      !$0.isEmpty && $0.centre.isFinite
    }
    let encoder = MapEncoder(box: Self.extent(of: context.run), focus: focus)
    var layers: [MapLayer] = []
    if let units = context.run.administrative {
      layers.append(
        Self.layer(
          units, style: .init(fill: "#fbfaf6", stroke: "#8c8a83", width: 1, labelScale: 1e9),
          isActive: false, context, encoder))
    }
    for (index, layer) in context.run.layers.enumerated() {
      let colour = Self.colours[index % Self.colours.count]
      layers.append(
        Self.layer(
          layer, style: .init(fill: colour + "26", stroke: colour, width: 1, marker: 3),
          isActive: true, context, encoder))
    }
    for severity in Severity.allCases {
      layers += [
        Self.findings(listed.filter { $0.finding.severity == severity }, severity, context, encoder)
      ]
    }
    map = ReportMap(
      layers: layers, encoder: encoder,
      groups: [
        ("findings", context.say(ValidationText.groupFindings)),
        ("layers", context.say(ValidationText.groupLayers)),
        ("base", context.say(ReportText.groupBase)),
      ])
  }

  private static func layer(
    _ layer: RunLayer, style: MapLayer.Style, isActive: Bool, _ context: ValidationContext,
    _ encoder: MapEncoder
  ) -> MapLayer {
    let geometry = layer.projected.geometry
    var result = MapLayer(
      key: "layer:\(layer.key)", title: context.say(layer.title),
      group: layer.role == .administrative ? "base" : "layers",
      kind: geometry.kinds.first { $0 != .null } ?? .null, style: style, isActive: isActive)
    let names = layer.column(for: "name")
    let title = result.title
    encoder.add(geometry, to: &result, tolerance: tolerance, budget: budget) { row, text in
      let id = layer.projected.ids[row].text
      return MapLayer.Feature(
        geometry: text, title: names?.text(at: row) ?? id, lines: ["\(title) · \(id)"])
    }
    return result
  }

  private static func findings(
    _ listed: [ValidationContext.Listed], _ severity: Severity, _ context: ValidationContext,
    _ encoder: MapEncoder
  ) -> MapLayer {
    let colour = ReportPalette.severity(severity)
    var layer = MapLayer(
      key: "findings:\(severity.rawValue)", title: context.say(ReportText.severity(severity)),
      group: "findings", kind: .polygon,
      style: .init(fill: colour + "59", stroke: colour, width: 1.4, marker: 5.5, shape: "triangle"),
      isShown: severity > .note)
    layer.features = listed.compactMap { entry in
      encoder.exact(entry.finding.geometry).map { geometry in
        MapLayer.Feature(
          geometry: geometry,
          title: "\(context.ruleTitle(entry.finding.rule)) · \(context.subject(entry.finding))",
          lines: [context.say(entry.finding.message)], anchor: entry.anchor)
      }
    }
    layer.total = layer.features.count
    return layer
  }

  /// The units; what is sound of the layers where there are none.
  private static func extent(of run: ValidationRun) -> BoundingBox {
    var box = BoundingBox.empty
    let columns =
      run.administrative.map { [$0.projected.geometry] } ?? run.layers.map(\.checked.geometry)
    for column in columns {
      for row in 0..<column.count { box.extend(to: column.boundingBox(ofRow: row)) }
    }
    if box.isEmpty {
      for position in run.layers.flatMap(\.projected.geometry.positions) where position.isFinite {
        box.extend(to: position)
      }
    }
    // Beyond the width of a continent the map would show nothing.
    let isUsable = !box.isEmpty && box.width < 1e7 && box.height < 1e7
    let margin = max(200, 0.03 * max(box.width, box.height))
    return isUsable
      ? box.expanded(by: margin) : BoundingBox(minX: 0, minY: 0, maxX: 1000, maxY: 1000)
  }
}
