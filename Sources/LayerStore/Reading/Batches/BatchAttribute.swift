import LandModel

/// One attribute while it is read from batches, in the type in which ``AttributeCollector`` gives it.
struct BatchAttribute {
  private enum Kind { case short, int, long, double, text, date }

  let name: String
  /// Its place among the columns of a batch.
  let place: Int
  private let kind: Kind
  private var integers: [Int64?] = []
  private var reals: [Double?] = []
  private var texts: [String?] = []

  /// Nil for a type that is read feature by feature: times, whose zone a column of theirs forgets; Booleans,
  /// of which GDAL 3.6 loses those after an empty one; reals of single precision, which the file may hold in
  /// double; lists and bytes.
  init?(_ column: ArrowColumn, place: Int) {
    switch column.format {
    case "s": kind = .short
    case "i": kind = .int
    case "l": kind = .long
    case "g": kind = .double
    case "u": kind = .text
    case "tdD": kind = .date
    default: return nil
    }
    name = column.name
    self.place = place
  }

  /// Adds the values of a batch; false where it is broken.
  mutating func append(_ values: ArrowValues, count: Int, decoder: inout TextDecoder) -> Bool {
    for row in 0..<count {
      if values.isNull(row) {
        appendNone()
        continue
      }
      switch kind {
      case .short: integers.append(values.number(row, as: Int16.self).map { Int64($0) })
      case .int: integers.append(values.number(row, as: Int32.self).map { Int64($0) })
      case .long: integers.append(values.number(row, as: Int64.self))
      case .double: reals.append(values.number(row, as: Double.self))
      case .date: texts.append(values.number(row, as: Int32.self).map { Self.date(ofDay: Int($0)) })
      case .text:
        guard let bytes = unsafe values.bytes(row) else { return false }
        unsafe texts.append(decoder.text(bytes))
      }
    }
    return true
  }

  private mutating func appendNone() {
    switch kind {
    case .short, .int, .long: integers.append(nil)
    case .double: reals.append(nil)
    case .text, .date: texts.append(nil)
    }
  }

  /// The column of all rows.
  var column: AttributeColumn {
    switch kind {
    case .short, .int, .long: .integer(integers)
    case .double: .real(reals)
    case .text, .date: .text(texts)
    }
  }

  /// A day as `2021-09-30`, by days since 1970 in the Gregorian calendar.
  ///
  /// Years begin in March here, so that the leap day is the last of its year; 400 of them have 146 097 days.
  static func date(ofDay day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return padded(year, 4) + "-" + padded(month < 10 ? month + 3 : month - 9, 2) + "-"
      + padded(dayOfYear - (153 * month + 2) / 5 + 1, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
