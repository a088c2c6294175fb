package import LandModel

extension FeatureStream {
  /// Whether a file holds GeoJSON text, so that its features can be read one by one.
  ///
  /// A file that begins with a broken feature counts: reading it says what is wrong.
  ///
  /// - Throws: ``LayerStoreError`` where the file is missing or cannot be read, and
  ///   ``LayerStoreError/layerMissing(file:layer:available:)`` where the address names a layer that it
  ///   does not hold.
  package static func isGeoJSON(_ address: LayerAddress) throws(LayerStoreError) -> Bool {
    let source = try SourceFile(address.file)
    guard !source.isSurveyText, try source.isJSON() else { return false }
    var reader = FeatureReader(try ByteWindow(file: address.file))
    do throws(LayerStoreError) { _ = try reader.next() } catch {
      if reader.isOtherFormat { return false }
      guard case .brokenJSON = error else { throw error }
    }
    if let layer = address.layer {
      let names = try LayerReader.layerNames(in: address.file)
      guard names.contains(layer) else {
        throw .layerMissing(file: address.file, layer: layer, available: names)
      }
    }
    return true
  }
}
