import LandModel

@testable import LayoutAnalysis

extension BoundaryCase.Statement {
  /// What a case expects of one field.
  struct Field: Decodable {
    let name: String
    let required: Bool?
    let unique: Bool?
    let type: String?
    /// Pairs of code and name.
    let values: [[String]]?
    let pattern: String?
    let min: Double?
    let max: Double?
    let maxLength: Int?
    let nameField: String?
    let reference: String?
    let administrativeCode: Bool?

    func expectation() throws -> FieldExpectation {
      FieldExpectation(
        name: name, isRequired: required ?? false, isUnique: unique ?? false,
        type: type.flatMap(FieldType.init(rawValue:)),
        allowedValues: (values ?? []).map { DomainValue(code: $0[0], name: $0[1]) },
        pattern: try pattern.map { try TextPattern($0) }, smallest: min, largest: max,
        longest: maxLength, nameField: nameField,
        reference: reference.flatMap(FieldReference.init(rawValue:)) ?? .values,
        isAdministrativeCode: administrativeCode ?? false)
    }
  }

  /// A sum that a case is controlled by.
  struct Total: Decodable {
    /// Nil for the ellipsoidal area.
    let field: String?
    let unit: AreaUnit?
    let by: String?
    let total: Double?
    /// Pairs of group and total, both as text.
    let groups: [[String]]?
    let administrativeField: String?
    let tolerance: Double?

    var control: ControlTotal {
      let pairs = (groups ?? []).map { ControlTotal.Group(key: $0[0], total: Double($0[1]) ?? 0) }
      return ControlTotal(
        summand: field.map { .field($0) } ?? .ellipsoidalArea, areaUnit: unit, groupField: by,
        totals: total.map { .layer($0) } ?? administrativeField.map { .administrative(field: $0) }
          ?? .groups(pairs), tolerance: tolerance ?? 0)
    }
  }
}
