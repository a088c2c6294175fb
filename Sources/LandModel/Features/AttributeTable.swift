/// The attributes of a layer, one column per field, one value per feature in layer order.
package struct AttributeTable: Equatable, Sendable {
  package private(set) var names: [String]
  package private(set) var columns: [AttributeColumn]

  /// Takes columns over; all must have the same length.
  package init(names: [String] = [], columns: [AttributeColumn] = []) {
    precondition(names.count == columns.count, "One column for each name.")
    precondition(Set(columns.map(\.count)).count <= 1, "Columns of one length.")
    self.names = names
    self.columns = columns
  }

  /// The column of a field, or nil where the layer has none of that name.
  package subscript(name: String) -> AttributeColumn? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return columns[index]
  }

  /// Adds a field at the end.
  package mutating func append(name: String, column: AttributeColumn) {
    precondition(columns.allSatisfy { $0.count == column.count }, "Columns of one length.")
    names.append(name)
    columns.append(column)
  }

  /// The chosen rows, in the order given.
  package func selecting(rows: [Int]) -> AttributeTable {
    AttributeTable(names: names, columns: columns.map { $0.selecting(rows: rows) })
  }
}
