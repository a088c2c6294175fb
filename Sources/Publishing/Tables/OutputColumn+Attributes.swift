package import LandModel
import LayerStore

extension OutputColumn {
  /// The values as a column of a table: flags as 0 and 1, lists as texts with commas, reals rounded to
  /// the decimals that GeoJSON shows.
  package var attributeColumn: AttributeColumn {
    switch self {
    case .text(let values): .text(values)
    case .integer(let values): .integer(values.map { $0.map(Int64.init) })
    case .flag(let values): .integer(values.map { $0 ? 1 : 0 })
    case .list(let values): .text(values.map { $0.joined(separator: ",") })
    case .real(let values, let decimals):
      .real(
        values.map { value in
          guard let value, value.isFinite else { return nil }
          return Double(DecimalText.text(value, decimals: decimals))
        })
    }
  }

  /// The chosen rows, in the order given.
  package func selecting(_ rows: [Int]) -> OutputColumn {
    switch self {
    case .text(let values): .text(rows.map { values[$0] })
    case .integer(let values): .integer(rows.map { values[$0] })
    case .real(let values, let decimals): .real(rows.map { values[$0] }, decimals: decimals)
    case .flag(let values): .flag(rows.map { values[$0] })
    case .list(let values): .list(rows.map { values[$0] })
    }
  }
}
