import LandModel

/// Layers that others are judged by, as `validate` names them.
extension PlanValue {
  /// The key of the layer that the value names; a file that is no key becomes a layer of its own, shown
  /// on the map and listed in the record like any other.
  func contextLayer(among layers: inout [PlanLayer]) -> String {
    let name = text
    if layers.contains(where: { $0.key == name }) { return name }
    var key = PlanLayer.key(of: name)
    while layers.contains(where: { $0.key == key }) { key += "'" }
    layers.append(PlanLayer(key: key, role: .context, file: name))
    return key
  }

  /// Makes sure that what layers must match are layers.
  func requireMatchedLayers(among keys: [String]) throws(PlanError) {
    for (_, layer) in entries {
      for name in layer["matches"]?.elements ?? [] {
        try name.requireText(isAmong: keys, kind: "layer")
      }
    }
  }
}
