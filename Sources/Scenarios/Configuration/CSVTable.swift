/// Comma-separated text of RFC 4180: quotes double inside quotes, and a quoted field may hold line breaks.
struct CSVTable {
  /// A record and the line it begins at, from 1; empty lines are left out.
  struct Record: Equatable {
    let line: Int
    let fields: [String]
  }

  private(set) var records: [Record] = []

  /// - Complexity: O(n) in characters.
  init(_ text: String) {
    var (line, start) = (1, 1)
    var (fields, field): ([String], String) = ([], "")
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    func next() -> Unicode.Scalar? {
      defer { pending = nil }
      return pending ?? scalars.next()
    }
    func endRecord() {
      fields.append(field)
      if fields != [""] { records.append(Record(line: start, fields: fields)) }
      (fields, field) = ([], "")
    }
    while let scalar = next() {
      switch scalar {
      case "\"" where isQuoted:
        pending = scalars.next()
        if pending == "\"" {
          field.unicodeScalars.append(scalar)
          pending = nil
        } else {
          isQuoted = false
        }
      case "\"" where field.isEmpty: isQuoted = true
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\r" where !isQuoted: continue
      case "\n":
        line += 1
        if isQuoted {
          field.unicodeScalars.append(scalar)
        } else {
          endRecord()
          start = line
        }
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !fields.isEmpty { endRecord() }
  }
}
