import LandModel

/// A field that the plan declares and the layer has, with its values as rules compare them.
struct DeclaredField {
  let expectation: FieldExpectation
  let column: AttributeColumn

  var name: String { expectation.name }

  /// A value without surrounding white space; nil where it is missing, or a text that means so.
  ///
  /// A whole number stored as a real has no decimals, so that codes compare equal in every format.
  func value(at row: Int) -> String? { Self.value(in: column, row) ?? domainValue(at: row) }

  /// A value that means nothing elsewhere, such as 无, but is one of those allowed here.
  private func domainValue(at row: Int) -> String? {
    guard case .text(let values) = column, let text = values[row] else { return nil }
    return expectation.allowedValues.first { $0.code == text }?.code
  }

  static func value(in column: AttributeColumn, _ row: Int) -> String? {
    if case .real(let values) = column {
      guard let number = values[row] else { return nil }
      if number == number.rounded(), abs(number) < 1e15 { return "\(Int64(number))" }
      return "\(number)"
    }
    return column.text(at: row).flatMap(MissingText.value)
  }
}

extension LayerView {
  /// The declared fields that the layer has, in the order declared.
  var declaredFields: [DeclaredField] {
    input.expectation.fields.compactMap { expectation in
      layer.attributes[expectation.name].map { DeclaredField(expectation: expectation, column: $0) }
    }
  }

  /// A field's values by row, missing ones left out, to a body that may report them.
  func forEachValue(of field: DeclaredField, _ body: (_ row: Int, _ value: String) -> Void) {
    for row in 0..<layer.count {
      if let value = field.value(at: row) { body(row, value) }
    }
  }
}
