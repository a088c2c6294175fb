import Foundation
import LandModel
import TestSupport
import Testing
import Topology

@testable import SampleCityKit

/// The data folder in the repository, read without the product's own reader.
struct ChenzhouData {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "gis-data/chenzhou")

  let grid: GaussKrugerGrid

  init() throws { grid = try #require(GaussKrugerGrid(epsg: 4547)) }

  /// A layer of the folder with its geometries in EPSG:4547.
  func layer(_ name: String, epsg: Int = 4490) throws -> (
    geometry: GeometryColumn, attributes: AttributeTable
  ) {
    let fixture = try GeoJSONFixture(contentsOf: Self.folder.appending(path: "\(name).geojson"))
    let rounding = OrdinateRounding(construction: grid, epsg: epsg)
    let column = GeometryColumn(fixture.geometries.map { $0.mapPositions(rounding.read) })
    return (column, fixture.attributes)
  }

  /// The texts of a field.
  func texts(_ field: String, _ table: AttributeTable) throws -> [String] {
    let column = try #require(table[field])
    return (0..<column.count).map { column.text(at: $0) ?? "" }
  }

  /// Planar area of the union of a layer's polygons, and the sum of their areas.
  func areas(_ column: GeometryColumn) throws -> (union: Double, sum: Double) {
    let workspace = Workspace()
    var sum = 0.0
    for row in 0..<column.count {
      let shape = try Shape(row: row, of: column, in: workspace)
      #expect(try shape.isValid(), "row \(row)")
      sum += try shape.planarArea().value
    }
    return (try Shape.unaryUnion(of: column, in: workspace).planarArea().value, sum)
  }
}
