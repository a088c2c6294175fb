import LandModel

/// Attributes of features as they come, in columns whose types widen with what is in them.
///
/// Whole numbers are integers, others reals, `true` and `false` the integers 1 and 0; integers and reals
/// together are reals. Anything else together is text: numbers in their shortest form, truth values as
/// JSON writes them, arrays and objects as compact JSON. Texts are never taken for dates or numbers, so
/// that a code keeps its zeros. A whole number beyond 64 bits is text, for it is a code and not a measure.
struct AttributeColumns {
  /// Most attributes that a layer may have: as many as a table of SQLite, and so of a GeoPackage, has
  /// columns (sqlite.org/limits.html).
  static let largestCount = 2000

  private var columns: [TypedColumn] = []
  private var numbers: [String: Int] = [:]
  private var order = FieldOrder()
  /// Rows that state an attribute twice; the last value counts.
  private(set) var rowsWithRepeats: [Int] = []

  /// Adds the attributes of a row; rows come in ascending order, each once.
  mutating func append(
    _ attributes: [(name: JSONToken, value: JSONToken)], row: Int, in cursor: JSONCursor
  ) throws(JSONStop) {
    var previous: Int?
    for (name, value) in attributes {
      let guess = previous.map { columns[$0].usualNext } ?? 0
      let number: Int
      if guess < columns.count, name.kind == .text,
        cursor.matches(name.range, columns[guess].nameBytes)
      {
        number = guess
      } else {
        number = try columnNumber(of: name, in: cursor)
        if let previous { columns[previous].usualNext = number }
      }
      order.note(number, after: previous)
      previous = number
      if columns[number].count > row, rowsWithRepeats.last != row { rowsWithRepeats.append(row) }
      columns[number].set(value, row: row, in: cursor)
    }
  }

  private mutating func columnNumber(
    of name: JSONToken, in cursor: JSONCursor
  ) throws(JSONStop) -> Int {
    let text = cursor.string(of: name)
    if let known = numbers[text] { return known }
    guard columns.count < Self.largestCount else {
      throw JSONStop(reason: .tooManyAttributes, position: name.range.lowerBound)
    }
    numbers[text] = columns.count
    columns.append(TypedColumn(name: text, usualNext: columns.count + 1))
    return columns.count - 1
  }

  /// The columns as a table of so many rows.
  ///
  /// - Parameter ids: a column of ids that stand outside of the attributes, to come first; values that
  ///   an attribute `id` has go before.
  consuming func table(rows: Int, ids: [String?]?) -> AttributeTable {
    var names = columns.map(\.name)
    let places = order.ordered(names: names)
    var values = columns
    var made: [AttributeColumn] = []
    for index in values.indices { made.append(values[index].finished(rows: rows)) }
    names = places.map { names[$0] }
    made = places.map { made[$0] }
    guard let ids else { return AttributeTable(names: names, columns: made) }
    if let place = names.firstIndex(of: "id") {
      let own = made[place]
      made[place] = .text((0..<rows).map { own.text(at: $0) ?? ids[$0] })
    } else {
      names.insert("id", at: 0)
      made.insert(.text(ids), at: 0)
    }
    return AttributeTable(names: names, columns: made)
  }
}
