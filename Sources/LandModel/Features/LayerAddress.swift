/// Where a layer is kept: a file, and the layer's name in it when it holds several.
///
/// Written `file.gpkg:layer`. Whether a colon belongs to the path is for the reader to decide, because
/// only it may look at files.
package struct LayerAddress: Hashable, Sendable, Codable {
  package let file: String
  package let layer: String?

  package init(file: String, layer: String? = nil) {
    self.file = file
    self.layer = layer
  }

  /// The address as a user writes it.
  package var text: String { layer.map { "\(file):\($0)" } ?? file }
}
