import LandModel
import Testing

extension ProjectedLayer {
  /// A layer in EPSG:4547 with ids counting from 1.
  static func test(
    _ geometries: [Geometry], key: String = "towns", attributes: AttributeTable = AttributeTable()
  ) -> ProjectedLayer {
    guard let grid = GaussKrugerGrid(epsg: 4547) else { preconditionFailure("EPSG:4547 is known.") }
    return ProjectedLayer(
      key: key, grid: grid, geometry: GeometryColumn(geometries),
      ids: geometries.indices.map { FeatureID("\($0 + 1)") }, attributes: attributes)
  }
}
