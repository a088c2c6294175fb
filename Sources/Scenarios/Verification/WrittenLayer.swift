import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// A layer of towns in a file of a run, on the working grid.
struct WrittenLayer {
  let layer: ProjectedLayer
  private let address: LayerAddress

  /// - Parameter crs: the system of files that state none by their own rules.
  init(
    _ file: String, named name: String? = nil, in folder: URL, crs: String? = nil,
    on grid: GaussKrugerGrid
  ) throws {
    let path = folder.appending(path: file).path(percentEncoded: false)
    address = LayerAddress(file: path, layer: name)
    let source = try LayerReader.read(address)
    let idAttribute = "town_id"
    guard source.attributes[idAttribute] != nil else {
      throw ScenarioError.missingAttribute(
        key: name ?? file, address: address, attribute: idAttribute, use: "id",
        available: source.attributes.names)
    }
    layer = try LayerProjection(
      of: source, key: name ?? file, idAttribute: idAttribute,
      declaredCRS: crs.map { CRSIdentifier($0) }, to: grid
    ).layer
  }

  var rows: Range<Int> { 0..<layer.count }

  func row(of id: FeatureID) -> Int? { layer.ids.firstIndex(of: id) }

  func geometry(_ row: Int) -> Geometry { layer.geometry.geometry(ofRow: row) }

  /// The town of a row, with its unrounded boundary and building land from elsewhere.
  func town(_ row: Int, boundary: Geometry, construction: Geometry) throws -> StatedTown {
    StatedTown(
      id: layer.ids[row], county: FeatureID(try text("county_id", row)),
      industry: try text("industry", row), publishedBoundary: geometry(row), boundary: boundary,
      construction: construction, ellipsoidalArea: SquareMetres(try number("area_m2", row)),
      constructionArea: SquareMetres(try number("construction_area_m2", row)),
      score: try number("score", row), factors: factors(row),
      sizeClass: layer.attributes["size_class_m2"]?.number(at: row).map { SquareMetres($0) })
  }

  /// The factors with a value, by the pairs of fields `factor_<name>` and `score_<name>`.
  private func factors(_ row: Int) -> [StatedFactor] {
    let prefix = "factor_"
    return layer.attributes.names.filter { $0.hasPrefix(prefix) }.compactMap { field in
      let name = String(field.dropFirst(prefix.count))
      guard let value = layer.attributes[field]?.number(at: row),
        let points = layer.attributes["score_\(name)"]?.number(at: row)
      else { return nil }
      return StatedFactor(name: name, value: Ratio(value), points: points)
    }
  }

  private func text(_ field: String, _ row: Int) throws -> String {
    guard let text = try column(field).text(at: row) else {
      throw wrong(field, row, found: nil, expected: "a text")
    }
    return text
  }

  func number(_ field: String, _ row: Int) throws -> Double {
    let values = try column(field)
    guard let number = values.number(at: row), number.isFinite else {
      throw wrong(field, row, found: values.text(at: row), expected: "a number")
    }
    return number
  }

  private func column(_ field: String) throws -> AttributeColumn {
    guard let column = layer.attributes[field] else {
      throw ScenarioError.missingAttribute(
        key: layer.key, address: address, attribute: field, use: field,
        available: layer.attributes.names)
    }
    return column
  }

  func wrong(
    _ field: String, _ row: Int, found: String?, expected: String
  ) -> ScenarioError {
    ScenarioError.wrongAttribute(
      key: layer.key, address: address, feature: layer.ids[row], attribute: field, found: found,
      expected: expected)
  }
}
