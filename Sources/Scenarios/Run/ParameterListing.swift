import LandModel
import LayoutAnalysis

extension Plan {
  /// Every parameter of the questions after defaults, by question in their order.
  var effectiveParameters: [(path: String, value: String)] {
    ParameterListing.leaves(of: validate, path: "validate")
      + ParameterListing.leaves(of: check, path: "check")
      + ParameterListing.leaves(of: compliant, path: "compliant")
      + ParameterListing.leaves(of: delimitation, path: "delimitation")
      + ParameterListing.leaves(of: layout, path: "layout")
      + ParameterListing.leaves(of: sensitivity, path: "layout")
  }
}

/// Lists every parameter of a question after defaults, so that a run can be repeated when a default has
/// changed.
enum ParameterListing {
  /// Paths of properties and their values with units, in the order of declaration; dictionaries by key.
  static func leaves(of value: Any, path: String) -> [(path: String, value: String)] {
    if let text = text(of: value) { return [(path, text)] }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let wrapped = mirror.children.first?.value else { return [(path, "none")] }
      return leaves(of: wrapped, path: path)
    case .collection, .set:
      return mirror.children.enumerated().flatMap { index, child in
        leaves(of: child.value, path: "\(path)[\(index)]")
      }
    case .dictionary:
      let entries = mirror.children.compactMap { child -> (key: String, value: Any)? in
        let pair = Array(Mirror(reflecting: child.value).children)
        guard pair.count == 2 else { return nil }
        return (text(of: pair[0].value) ?? "\(pair[0].value)", pair[1].value)
      }
      return entries.sorted { $0.key < $1.key }.flatMap {
        leaves(of: $0.value, path: "\(path).\($0.key)")
      }
    case .struct, .tuple:
      return mirror.children.flatMap { leaves(of: $0.value, path: "\(path).\($0.label ?? "")") }
    case .enum:
      guard let payload = mirror.children.first else { return [(path, "\(value)")] }
      return leaves(of: payload.value, path: "\(path).\(payload.label ?? "")")
    default: return [(path, "\(value)")]
    }
  }

  /// Values that are written as one text.
  private static func text(of value: Any) -> String? {
    switch value {
    case let length as Metres: "\(length.value) m"
    case let area as SquareMetres: "\(area.value) m2"
    case let money as Money: "\(money.tenThousandYuan) 万元"
    case let term as LayoutTerm: term.name
    case let ratio as Ratio: "\(ratio.value)"
    case let id as FeatureID: id.text
    case let code as RuleCode: code.text
    case let text as LocalizedText: text.english
    case let text as String: text
    case let duration as Duration:
      "\(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18) s"
    default: nil
    }
  }
}
