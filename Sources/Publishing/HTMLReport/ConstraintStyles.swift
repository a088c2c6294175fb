import LandModel
import LayoutAnalysis
import Scenarios

/// The colours of constraint layers, the same on the report's map and in the GeoPackage.
struct ConstraintStyles {
  /// The look of one layer; a layer of lines has no fill.
  struct Look {
    let fill: String
    let outline: String
    /// Towns must lie inside: an outline says that better than a filled area.
    let isInside: Bool
  }

  private var looks: [String: Look] = [:]

  init(_ run: RunResult) {
    var (areas, lines) = (0, 0)
    for constraint in run.constraints where looks[constraint.key] == nil {
      guard let layer = run.layers.first(where: { $0.key == constraint.key }) else { continue }
      let isInside = constraint.rule == .inside
      if layer.projected.geometry.kinds.contains(.polygon) {
        let colours = ReportPalette.constraints[areas % ReportPalette.constraints.count]
        looks[constraint.key] = Look(
          fill: colours.fill, outline: colours.outline, isInside: isInside)
        areas += 1
      } else {
        let colour = ReportPalette.constraintLines[lines % ReportPalette.constraintLines.count]
        looks[constraint.key] = Look(fill: "", outline: colour, isInside: isInside)
        lines += 1
      }
    }
  }

  /// The look of a layer; nil when no rule speaks of it.
  subscript(key: String) -> Look? { looks[key] }

  /// How the report's map draws a layer: areas translucent, 4d being 30 % in hexadecimal.
  func map(_ layer: RunLayer) -> MapLayer.Style {
    guard let look = looks[layer.key] else { return .init() }
    if look.fill.isEmpty { return .init(stroke: look.outline, width: 1.5) }
    return MapLayer.Style(
      fill: look.isInside ? "" : look.fill + "4d", stroke: look.outline,
      width: look.isInside ? 1.4 : 0.9, dash: look.isInside ? [5, 3] : [])
  }
}
