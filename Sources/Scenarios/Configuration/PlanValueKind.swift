/// What a value in the plan file may be: the one definition behind reading, error messages and schema.
package indirect enum PlanValueKind: Sendable {
  case text
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// Not negative, in metres when read.
  case length
  /// Not negative, in square metres when read.
  case area
  /// Between 0 and 1.
  case ratio
  case duration
  /// Not negative, in 10 000 yuan when read.
  case money
  /// Points of the layout's objective, not negative.
  case points
  case boolean
  /// On, off, or on up to a number.
  case switchOrCount(ClosedRange<Int>)
  case choice([String])
  /// One text for both languages, or `{zh: …, en: …}`.
  case localizedText
  case list(of: PlanValueKind)
  /// A mapping whose keys the user chooses.
  case table(of: PlanValueKind)
  case section(PlanSection)
  /// A value of a kind that only its use tells, such as a change to a plan.
  case anything

  /// How an error message calls the kind.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .length: "a length with its unit, such as 500 m or 6 km"
    case .area: "an area with its unit, such as 400 m2, 20 ha, 30 mu or 3 km2"
    case .ratio: "a share between 0 and 1, or in per cent, such as 5 %"
    case .duration: "a duration with its unit, such as 60 s or 5 min"
    case .money: "an amount with its unit, such as 120000 万元, 12 亿元 or 5000 10k CNY"
    case .points: "points with their unit, such as 1500 points"
    case .boolean: "true or false"
    case .switchOrCount: "true, false or a whole number"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .localizedText: "a text, or {zh: …, en: …}"
    case .list: "a list"
    case .table, .section: "a mapping of keys to values"
    case .anything: "a value"
    }
  }
}

/// A mapping of known keys in the plan file.
package struct PlanSection: Sendable {
  package let keys: [PlanKey]

  package init(_ keys: [PlanKey]) { self.keys = keys }

  package subscript(name: String) -> PlanKey? { keys.first { $0.name == name } }
}

/// A key of the plan file.
package struct PlanKey: Sendable {
  package let name: String
  package let kind: PlanValueKind
  package let isRequired: Bool
  /// One sentence for the schema and the documentation, with the default where there is one.
  package let summary: String

  package init(_ name: String, _ kind: PlanValueKind, required: Bool = false, _ summary: String) {
    self.name = name
    self.kind = kind
    isRequired = required
    self.summary = summary
  }
}
