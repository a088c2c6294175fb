import LandModel
import Projections

extension RunLayer {
  /// A layer that others are judged by, and nobody judged.
  init(unchecked layer: LayerIntake.Layer) {
    self.init(
      layer, checked: CheckedLayer(layer.projection.layer, keepingValidRows: []))
  }

  /// A layer after validation.
  init(_ layer: LayerIntake.Layer, checked: CheckedLayer) {
    self.init(
      key: layer.declared.key, title: layer.declared.title, role: layer.declared.role,
      address: LayerAddress(file: layer.declared.file, layer: layer.address.layer),
      source: layer.declared.source, attributes: layer.declared.attributes,
      sourceCRS: layer.projection.source, operation: layer.projection.operation ?? "",
      sha256: layer.sha256, remarks: layer.source.remarks.map(\.text),
      projected: layer.projection.layer,
      checked: checked)
  }
}
