import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The expectations of a list of ``PlanKeys/field`` sections.
  ///
  /// - Throws: ``PlanError`` for a pattern that is none, limits that contradict each other, and a name
  ///   field whose codes have no names.
  func fieldExpectations() throws(PlanError) -> [FieldExpectation] {
    var fields: [FieldExpectation] = []
    for element in elements { fields.append(try element.fieldExpectation()) }
    return fields
  }

  private func fieldExpectation() throws(PlanError) -> FieldExpectation {
    var field = FieldExpectation(name: self["name"]?.text ?? "")
    field.isRequired = self["required"]?.boolean ?? false
    field.isUnique = self["unique"]?.boolean ?? false
    field.type = self["type"].flatMap { FieldType(rawValue: $0.text) }
    field.allowedValues = (self["values"]?.entries ?? []).map {
      DomainValue(code: $0.key, name: $0.value.text)
    }
    if let pattern = self["pattern"] {
      do { field.pattern = try TextPattern(pattern.text) } catch {
        throw pattern.error(
          .wrongValue(
            expected: "a pattern (\(error.cause.rawValue), at sign \(error.position + 1))",
            found: "“\(pattern.text)”"))
      }
    }
    field.smallest = self["min"]?.number
    field.largest = self["max"]?.number
    if let smallest = self["min"]?.text, let largest = self["max"]?.text,
      (field.smallest ?? 0) > (field.largest ?? 0)
    {
      throw error(.contradiction("min is \(smallest), but max is \(largest)"))
    }
    field.longest = self["max-length"]?.integer
    field.nameField = self["name-field"]?.text
    field.reference =
      self["names-from"].flatMap { FieldReference(rawValue: $0.text) } ?? .values
    if field.nameField != nil, field.reference == .values, field.allowedValues.isEmpty {
      throw error(.missingKey("values"))
    }
    field.isAdministrativeCode = self["administrative-code"]?.boolean ?? false
    return field
  }

  /// The totals of a list of ``PlanKeys/total`` sections.
  ///
  /// - Throws: ``PlanError`` where it is not said what is summed, by what, or what it should be.
  func controlTotals() throws(PlanError) -> [ControlTotal] {
    var totals: [ControlTotal] = []
    for element in elements { totals.append(try element.controlTotal()) }
    return totals
  }

  private func controlTotal() throws(PlanError) -> ControlTotal {
    let unit = self["unit"].flatMap { AreaUnit(rawValue: $0.text) }
    let field = self["field"]?.text
    if field == nil, unit == nil { throw error(.missingKey("unit")) }
    let ways = ["total", "groups", "table", "administrative-attribute"].filter { self[$0] != nil }
    guard let way = ways.first else { throw error(.missingKey("total")) }
    guard ways.count == 1 else {
      throw error(.contradiction("\(ways[0]) and \(ways[1]) both say what the sum should be"))
    }
    if way != "total", self["by"] == nil { throw error(.missingKey("by")) }
    let table = try self["table"]?.totalsOfTable() ?? []
    let totals: ControlTotal.Totals =
      switch way {
      case "total": .layer(self["total"]?.number ?? 0)
      case "table": .groups(table)
      case "groups":
        .groups(
          (self["groups"]?.entries ?? []).map {
            ControlTotal.Group(key: $0.key, total: $0.value.number)
          })
      default: .administrative(field: self["administrative-attribute"]?.text ?? "")
      }
    return ControlTotal(
      summand: field.map { .field($0) } ?? .ellipsoidalArea, areaUnit: unit,
      groupField: self["by"]?.text, totals: totals, tolerance: self["tolerance"]?.number ?? 0)
  }
}
