package import Foundation

/// Writes the data folder of the sample city.
package struct CityFolder {
  package let real: RealLayers
  package let seed: UInt64

  package init(real: RealLayers, seed: UInt64) {
    self.real = real
    self.seed = seed
  }

  /// The names and bytes of all files that the generator makes, in a fixed order.
  package func files() throws -> [(name: String, data: Data)] {
    let city = try City(real, seed: seed)
    let writer = GeoJSONLayerText(seed: seed)
    return try LayerCatalogue(city).layers().map { layer in
      ("\(layer.name).geojson", Data(writer.text(layer).utf8))
    }
  }
}
