package import LandModel
import LayoutAnalysis

/// A layer as it is published: named fields, one row per feature, geometry on the working grid.
///
/// GeoJSON, GeoPackage and the report are written from the same tables, so that they cannot disagree.
package struct OutputTable: Sendable {
  /// Name of the layer and stem of its file, such as `service-areas`.
  package let name: String
  package let title: LocalizedText
  package private(set) var fields: [OutputField] = []
  /// One row per feature.
  package private(set) var geometry: GeometryColumn

  package init(name: String, title: LocalizedText, geometry: GeometryColumn) {
    self.name = name
    self.title = title
    self.geometry = geometry
  }

  /// The number of features.
  package var count: Int { geometry.count }

  /// Adds a field at the end; one value for each feature.
  package mutating func append(_ name: String, _ values: OutputColumn) {
    precondition(values.count == count, "One value for each feature.")
    fields.append(OutputField(name: name, values: values))
  }
}

extension OutputTable {
  /// The table with polygons that are valid once their positions are rounded to what GeoJSON holds.
  ///
  /// For what the program drew. Candidates are written as they came; a submitted boundary among the compliant
  /// ones, which keeps all rules, is settled like those drawn beside it, and its remark says so.
  ///
  /// - Parameter asTowns: whether each polygon is one part without a hole, and is to stay so.
  /// - Throws: where GEOS fails on a geometry.
  func settled(on grid: GaussKrugerGrid, asTowns: Bool = false) throws -> OutputTable {
    var table = self
    table.geometry = try DegreeLattice(grid: grid).settled(geometry, asTowns: asTowns)
    return table
  }
}

/// A field of a published layer.
package struct OutputField: Sendable {
  /// Property name in GeoJSON, column name in GeoPackage; with its unit where it has one.
  package let name: String
  package let values: OutputColumn
}

/// The values of a field, in row order.
package enum OutputColumn: Sendable {
  case text([String?])
  case integer([Int?])
  /// Rounded to a number of decimals on output.
  case real([Double?], decimals: Int)
  case flag([Bool])
  /// An array in GeoJSON, a text with commas in GeoPackage.
  case list([[String]])

  package var count: Int {
    switch self {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .real(let values, _): values.count
    case .flag(let values): values.count
    case .list(let values): values.count
    }
  }
}

extension JSONWriter {
  /// Writes the value of a field in a row.
  package mutating func value(of column: OutputColumn, row: Int) {
    switch column {
    case .text(let values):
      if let text = values[row] { value(text) } else { null() }
    case .integer(let values):
      if let number = values[row] { value(number) } else { null() }
    case .real(let values, let decimals):
      if let number = values[row] { value(number, decimals: decimals) } else { null() }
    case .flag(let values): value(values[row])
    case .list(let values):
      array { list in
        for text in values[row] { list.value(text) }
      }
    }
  }
}
