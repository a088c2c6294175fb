import LandModel
import LayoutAnalysis
import Scenarios

/// Builds the map's layers from the run.
struct MapLayerBuilder {
  let context: ReportContext
  let encoder: MapEncoder

  /// Bytes of geometry for one input layer; about ten of them fit into the file's 3 MB.
  private let budget = 400_000
  /// First deviation tried: a tenth of a millimetre on a screen that shows the city.
  private let tolerance = 40.0

  // MARK: Input layers

  /// Counties, then parcels, context and access layers that no rule speaks of.
  func baseLayers() -> [MapLayer] {
    let constraints = context.run.constraints.map(\.key)
    let layers = context.run.layers.filter { !constraints.contains($0.key) }
    return layers.filter { $0.role == .administrative }.map { counties($0) }
      + layers.filter { $0.role == .parcels }.map { layer in
        input(
          layer, group: "base",
          style: .init(fill: "rgba(190,170,130,.12)", stroke: "#b7a98c", width: 0.5),
          isActive: false)
      }
      + layers.filter { $0.role == .context }.map { layer in
        input(
          layer, group: "base",
          style: .init(fill: "rgba(120,150,175,.25)", stroke: "#7f9fba", width: 0.9))
      }
      + layers.filter { $0.role == .access }.map { layer in
        input(layer, group: "base", style: .init(stroke: "#b3a99c", width: 0.9), detail: "kind")
      }
  }

  func constraintLayers() -> [MapLayer] {
    let styles = ConstraintStyles(context.run)
    var layers: [MapLayer] = []
    for constraint in context.run.constraints {
      guard let layer = context.run.layers.first(where: { $0.key == constraint.key }),
        !layers.contains(where: { $0.key == layer.key })
      else { continue }
      layers.append(input(layer, group: "constraints", style: styles.map(layer)))
    }
    // Lines over areas, whatever the order of the rules.
    return layers.filter { $0.kind == .polygon } + layers.filter { $0.kind != .polygon }
  }

  /// Settlements and resources.
  func pointLayers() -> [MapLayer] {
    let run = context.run
    return run.layers.filter { $0.role == .settlements }.map { layer in
      input(
        layer, group: "base", style: .init(fill: "#8f8a80", marker: 1.4), detail: "population",
        isShown: false)
    }
      + run.layers.filter { $0.role == .resources }.map { layer in
        resources(layer)
      }
  }

  private func counties(_ layer: RunLayer) -> MapLayer {
    var result = input(
      layer, group: "base",
      style: .init(fill: "#fbfaf6", stroke: "#8c8a83", width: 1, labelScale: 1e9))
    result.isActive = false
    return result
  }

  private func resources(_ layer: RunLayer) -> MapLayer {
    let categories = layer.column(for: "category")
    var known: [String] = []
    var result = input(
      layer, group: "base", style: .init(fill: "#3c7d3a", marker: 4, shape: "diamond"),
      detail: "category")
    result.features = []
    let names = layer.column(for: "name")
    encoder.add(layer.projected.geometry, to: &result, tolerance: tolerance, budget: budget) {
      row, geometry in
      let category = categories?.text(at: row) ?? ""
      if !known.contains(category) { known.append(category) }
      let colour = known.firstIndex(of: category) ?? 0
      return MapLayer.Feature(
        geometry: geometry, title: names?.text(at: row) ?? layer.projected.ids[row].text,
        lines: [context.say(layer.title), context.say(ReportGlossary.text(category))],
        colour: ReportPalette.categories[colour % ReportPalette.categories.count])
    }
    result.legend = known.enumerated().map { index, category in
      (
        ReportPalette.categories[index % ReportPalette.categories.count],
        context.say(ReportGlossary.text(category))
      )
    }
    return result
  }

  private func input(
    _ layer: RunLayer, group: String, style: MapLayer.Style, detail: String? = nil,
    isShown: Bool = true, isActive: Bool = true
  ) -> MapLayer {
    let geometry = layer.projected.geometry
    let kind = geometry.kinds.first { $0 != .null } ?? .null
    var result = MapLayer(
      key: layer.key, title: context.say(layer.title), group: group, kind: kind, style: style,
      isShown: isShown, isActive: isActive)
    let names = layer.column(for: "name")
    let details = detail.flatMap { layer.column(for: $0) }
    let title = result.title
    encoder.add(geometry, to: &result, tolerance: tolerance, budget: budget) { row, geometry in
      MapLayer.Feature(
        geometry: geometry, title: names?.text(at: row) ?? layer.projected.ids[row].text,
        lines: [title] + [details?.text(at: row)].compactMap { $0 })
    }
    return result
  }
}
