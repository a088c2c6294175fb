import LandModel

/// What a field's values are.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
  case text
  case integer
  case real
  /// A day: `2024-03-01`, `2024/3/1`, `20240301` or `2024年3月1日`.
  case date

  /// The type in a sentence.
  var title: LocalizedText {
    switch self {
    case .text: LocalizedText(english: "text", chinese: "文本")
    case .integer: LocalizedText(english: "a whole number", chinese: "整数")
    case .real: LocalizedText(english: "a number", chinese: "数值")
    case .date: LocalizedText(english: "a day of the calendar", chinese: "日期")
    }
  }
}

/// A value that a field may have, and what it is called.
package struct DomainValue: Sendable, Hashable {
  package let code: String
  /// Empty where the value has no name of its own.
  package let name: String

  package init(code: String, name: String = "") {
    self.code = code
    self.name = name
  }
}

/// What codes of a field stand for, where another field must carry their names.
package enum FieldReference: String, Sendable, Hashable, CaseIterable {
  /// The allowed values of the field itself.
  case values
  /// Units of the administrative boundary, by its code field and its name field.
  case administrative
}

/// What validation may expect of one field of a layer; what is nil, false or empty is not looked at.
package struct FieldExpectation: Sendable, Hashable {
  package var name: String
  /// Whether every feature must have a value; texts such as `NULL`, 无 or `-` are none.
  package var isRequired: Bool
  /// Whether no two features may have the same value.
  package var isUnique: Bool
  package var type: FieldType?
  /// All values allowed; empty for any.
  package var allowedValues: [DomainValue]
  /// The form of the whole value.
  package var pattern: TextPattern?
  /// Smallest and largest number allowed, both included.
  package var smallest: Double?
  package var largest: Double?
  /// Greatest number of characters.
  package var longest: Int?
  /// Field that must carry the name that belongs to the value's code.
  package var nameField: String?
  package var reference: FieldReference
  /// Whether values must be built as administrative division codes are.
  package var isAdministrativeCode: Bool

  package init(
    name: String, isRequired: Bool = false, isUnique: Bool = false, type: FieldType? = nil,
    allowedValues: [DomainValue] = [], pattern: TextPattern? = nil, smallest: Double? = nil,
    largest: Double? = nil, longest: Int? = nil, nameField: String? = nil,
    reference: FieldReference = .values, isAdministrativeCode: Bool = false
  ) {
    self.name = name
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.type = type
    self.allowedValues = allowedValues
    self.pattern = pattern
    self.smallest = smallest
    self.largest = largest
    self.longest = longest
    self.nameField = nameField
    self.reference = reference
    self.isAdministrativeCode = isAdministrativeCode
  }
}
