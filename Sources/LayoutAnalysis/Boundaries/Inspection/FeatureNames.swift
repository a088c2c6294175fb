package import LandModel

/// What the features of a layer are called in findings.
package enum FeatureNames: Sendable {
  /// One id per row.
  case listed([FeatureID])
  /// The values of an id attribute, and the file's feature numbers for rows where it is nil or empty.
  ///
  /// Names are made when asked for: of a million features few are ever named.
  case stored(AttributeColumn?, numbers: [Int64])

  package subscript(row: Int) -> FeatureID {
    switch self {
    case .listed(let ids): return ids[row]
    case .stored(let column, let numbers):
      if let text = column?.text(at: row), !text.isEmpty { return FeatureID(text) }
      return FeatureID("#\(numbers[row])")
    }
  }
}
