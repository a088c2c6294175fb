import Foundation
import LandModel
import LayerStore
import LayoutAnalysis

/// Whole layers: validity, the red-line check, and files read and written without GDAL.
extension KernelCase {
  static let layers = [
    KernelCase(name: "ring-validity") { _ in
      var polygons = SeededPolygons(seed: 73)
      let geometry = polygons.column(1000)
      let layer = StoredLayer(
        key: "polygons", crs: nil, geometry: geometry,
        names: .stored(nil, numbers: (0..<1000).map { Int64($0) }),
        numbers: (0..<1000).map { Int64($0) })
      return {
        Double(
          try StoredValidation(selection: .validity).result(of: layer, workers: 1).invalid.count)
      }
    },
    KernelCase(name: "red-line-check") { _ in
      let scene = KernelScene()
      let grid = GaussKrugerGrid(
        crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))
      func layer(_ key: String, _ geometry: GeometryColumn) -> CheckedLayer {
        let projected = ProjectedLayer(
          key: key, grid: grid, geometry: geometry,
          ids: (0..<geometry.count).map { FeatureID("\($0)") }, attributes: AttributeTable())
        return CheckedLayer(projected, keepingValidRows: Array(0..<geometry.count))
      }
      let towns = layer("towns", scene.towns)
      let constraint = Constraint(
        layer: layer("red-lines", scene.redLine),
        title: LocalizedText(english: "red line", chinese: "红线"), rule: .forbid)
      var parameters = RedLineParameters()
      parameters.drawsPieces = false
      return {
        let result = try RedLineCheck(parameters: parameters).result(
          towns: towns, constraints: [constraint], workers: 1)
        return result.results.reduce(0) { $0 + $1.planarArea.value }
      }
    },
    reading("geojson-read", file: "parcels.geojson"),
    KernelCase(name: "geojson-write") { folder in
      let layer = SeededParcels(features: 1000, seed: 74).layer()
      let file = folder.appending(path: "written.geojson").path
      return {
        try LayerWriter.write([layer], to: file, replacing: true)
        return Double(layer.geometry.positions.count)
      }
    },
    reading("flatgeobuf-read", file: "parcels.fgb"),
  ]

  private static func reading(_ name: String, file: String) -> KernelCase {
    KernelCase(name: name) { folder in
      let path = folder.appending(path: file).path
      try LayerWriter.write([SeededParcels(features: 1000, seed: 74).layer()], to: path)
      return {
        let layer = try LayerReader.read(LayerAddress(file: path))
        return layer.geometry.positions.reduce(0) { $0 + $1.x }
      }
    }
  }
}
