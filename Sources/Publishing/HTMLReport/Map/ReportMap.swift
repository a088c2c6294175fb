import LandModel
import LayoutAnalysis
import Scenarios

/// Everything the report's map shows, bottom layer first.
struct ReportMap {
  let layers: [MapLayer]
  private let encoder: MapEncoder
  private let texts: [(key: String, text: String)]

  /// - Parameter groups: names of the layers' groups by key, in the order of the legend.
  init(layers: [MapLayer], encoder: MapEncoder, groups: [(key: String, text: String)]) {
    self.layers = layers.filter { !$0.features.isEmpty }
    self.encoder = encoder
    texts = groups
  }

  init(_ context: ReportContext, _ listed: ReportLists) {
    let run = context.run
    let focus =
      context.towns.map(\.proposal.boundary.boundingBox)
      + run.candidates.map(\.declaredBoundary.boundingBox)
    encoder = MapEncoder(box: Self.extent(of: run), focus: focus)
    let builder = MapLayerBuilder(context: context, encoder: encoder)
    var layers = builder.baseLayers()
    layers += builder.constraintLayers()
    layers += builder.pointLayers()
    layers += builder.submittedLayers(listed)
    layers += builder.plannedLayers(listed)
    self.layers = layers.filter { !$0.features.isEmpty }
    texts = [
      ("plan", context.say(ReportText.groupPlan)),
      ("submitted", context.say(ReportText.groupSubmitted)),
      ("constraints", context.say(ReportText.groupConstraints)),
      ("base", context.say(ReportText.groupBase)),
    ]
  }

  /// The map as JSON that can stand in a script element.
  func json() -> [UInt8] {
    var writer = JSONWriter(isForMarkup: true)
    writer.object { map in
      map.array("size") { size in
        size.value(encoder.box.width, decimals: 0)
        size.value(encoder.box.height, decimals: 0)
      }
      map.member("step", MapEncoder.step, decimals: 3)
      map.object("groups") { groups in
        for (key, text) in texts { groups.member(key, text) }
      }
      map.array("layers") { list in
        for layer in layers { list.mapLayer(layer) }
      }
    }
    return writer.bytes
  }

  /// The city; all candidates where there is no administrative layer.
  private static func extent(of run: RunResult) -> BoundingBox {
    var box = BoundingBox.empty
    for layer in run.layers where layer.role == .administrative {
      for row in 0..<layer.checked.count {
        box.extend(to: layer.checked.geometry.boundingBox(ofRow: row))
      }
    }
    if box.isEmpty {
      for candidate in run.candidates { box.extend(to: candidate.declaredBoundary.boundingBox) }
    }
    let isUsable = box.width.isFinite && box.height.isFinite && !box.isEmpty
    return isUsable ? box.expanded(by: 500) : BoundingBox(minX: 0, minY: 0, maxX: 1000, maxY: 1000)
  }
}
