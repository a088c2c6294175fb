import LayoutAnalysis

extension PlanKeys {
  /// What a field of a layer must hold.
  package static let field = PlanSection([
    PlanKey("name", .text, required: true, "The field's name."),
    PlanKey("required", .boolean, "Whether every feature must have a value; default false."),
    PlanKey("unique", .boolean, "Whether no two features may share a value; default false."),
    PlanKey(
      "type", .choice(FieldType.allCases.map(\.rawValue)), "What values must read as; default any."),
    PlanKey("values", .table(of: .text), "The codes allowed, each with its name; default any."),
    PlanKey(
      "pattern", .text,
      "Form of the whole value: letters and digits as they are, ., \\d, \\w, \\s, [a-z], (a|b), and ?, *, +, "
        + "{2,4} behind them."),
    PlanKey("min", .number(-1e300...1e300), "Smallest number allowed."),
    PlanKey("max", .number(-1e300...1e300), "Largest number allowed."),
    PlanKey(
      "max-length", .integer(1...1_000_000), "Characters allowed, a Chinese one counted as one."),
    PlanKey("name-field", .text, "Field that must carry the name belonging to this field's code."),
    PlanKey(
      "names-from", .choice(FieldReference.allCases.map(\.rawValue)),
      "Where codes have their names: this field's values, or the administrative layer by its id and "
        + "name; default values."),
    PlanKey(
      "administrative-code", .boolean,
      "Whether values must be built as division codes of 6, 9 or 12 digits; default false."),
  ])

  /// Totals by group, in a file of their own.
  private static let totalTable = PlanSection([
    PlanKey("file", .text, required: true, "CSV file, relative to this one; columns have names."),
    PlanKey("key", .text, required: true, "Column with the group, such as the county's code."),
    PlanKey("total", .text, required: true, "Column with its total."),
  ])

  /// A sum that a layer is controlled by.
  package static let total = PlanSection([
    PlanKey("field", .text, "Field whose numbers are summed; default the ellipsoidal area."),
    PlanKey(
      "unit", .choice(Quantity.areaUnits), "Unit of areas; needed where areas are measured."),
    PlanKey("total", .number(-1e300...1e300), "Total of the whole layer."),
    PlanKey("by", .text, "Field that groups the features, such as the county's code."),
    PlanKey("groups", .table(of: .number(-1e300...1e300)), "Totals by value of that field."),
    PlanKey("table", .section(totalTable), "The same totals, in a table."),
    PlanKey(
      "administrative-attribute", .text,
      "Attribute of the administrative layer with the total of each unit, told by its id."),
    PlanKey(
      "tolerance", .number(0...1e300),
      "Difference allowed beside the rule's relative one, in the totals' unit; default 0."),
  ])
}
