import Foundation

/// The number of a record's certificate that cannot be one of its whole numbers.
struct MisfitNumber {
  /// By names and places, as `certificate.columns.value.[3]`.
  let path: String
  /// Where numbers need not be whole.
  private static let measures: Set = ["sizes"]

  /// Nil where the text is no JSON, or all numbers fit.
  init?(in data: Data) {
    let name = "certificate"
    guard let record = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let certificate = record[name], let path = Self.path(in: certificate, below: name)
    else { return nil }
    self.path = path
  }

  private static func path(in value: Any, below path: String) -> String? {
    switch value {
    case let object as [String: Any]:
      for name in object.keys.sorted() where !measures.contains(name) {
        guard let value = object[name] else { continue }
        if let found = Self.path(in: value, below: "\(path).\(name)") { return found }
      }
    case let list as [Any]:
      for (place, value) in list.enumerated() {
        if let found = Self.path(in: value, below: "\(path).[\(place)]") { return found }
      }
    case let number as NSNumber:
      // Beyond 64 bits a parser keeps a double, or decimal digits.
      return Int64(number.stringValue) == nil ? path : nil
    default: break
    }
    return nil
  }
}
