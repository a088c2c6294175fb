package import Foundation
import LandModel

/// The data folder of the sample city: real layers taken over, synthetic ones made from a seed.
package struct CityFolder {
  private let source: URL
  private let seed: UInt64

  /// - Parameter source: the folder that holds the real layers.
  package init(source: URL, seed: UInt64) {
    self.source = source
    self.seed = seed
  }

  /// The seed of the data in the repository: the city's administrative code.
  package static let defaultSeed: UInt64 = 431_000

  /// The names and bytes of all files, in a fixed order; the same seed gives the same bytes.
  package func files() throws -> [(name: String, data: Data)] {
    let city = try City(RealLayers(folder: source), seed: seed)
    let (layers, faults, towns) = try LayerCatalogue(city).layers()
    let manifest = Manifest(seed: seed)
    var files: [(name: String, data: Data)] = []
    var entries: [ManifestEntry] = []
    for real in RealFile.all {
      guard
        let data = FileManager.default.contents(atPath: source.appending(path: real.name).path)
      else { throw SampleCityError.unreadableInput(real.name, "cannot be read") }
      let lines = data.count { $0 == UInt8(ascii: "\n") }
      let rows = real.name.hasSuffix(".csv") ? lines - 1 : city.terrain.counties.counties.count
      files.append((real.name, data))
      entries.append(manifest.realEntry(real, bytes: Array(data), rows: rows))
    }
    let writer = GeoJSONLayerText(seed: seed)
    for layer in layers {
      let name = "\(layer.name).geojson"
      let data = Data(writer.text(layer).utf8)
      files.append((name, data))
      entries.append(manifest.entry(layer, file: name, bytes: Array(data)))
    }
    let planted = PlantedFaultsText(seed: seed).text(faults, towns: towns)
    files.append(("planted-defects.json", Data(planted.utf8)))
    files.append(("manifest.json", Data(manifest.text(entries).utf8)))
    return files
  }
}
