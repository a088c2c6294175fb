import LandModel
import LayerStore
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
      address: LayerAddress(file: layer.declaredFile, layer: layer.address.layer),
      source: layer.declared.source, attributes: layer.declared.attributes,
      sourceCRS: layer.projection.source, operation: layer.projection.operation ?? "",
      sha256: layer.sha256, remarks: layer.source.remarks.map(\.text),
      projected: layer.projection.layer,
      checked: checked)
  }
}

extension LayerIntake.Layer {
  /// The file as the plan writes it, without the layer that may stand behind it; a colon may be part of a name.
  fileprivate var declaredFile: String {
    let written = declared.file
    return address.file.hasSuffix(written) ? written : LayerAddress.parse(written).file
  }
}
