import Foundation
package import LandModel

extension LayerAddress {
  /// Reads an address as a user writes it: `towns.gpkg:candidates`, or a path alone.
  ///
  /// A path that exists as written is taken whole, colons included. Otherwise the last colon separates
  /// the layer's name, so that a missing file is reported by its own name.
  package static func parse(_ text: String) -> LayerAddress {
    guard !FileManager.default.fileExists(atPath: text), !text.contains("://"),
      let colon = text.lastIndex(of: ":"), colon != text.startIndex
    else { return LayerAddress(file: text) }
    let layer = String(text[text.index(after: colon)...])
    return LayerAddress(file: String(text[..<colon]), layer: layer.isEmpty ? nil : layer)
  }
}
