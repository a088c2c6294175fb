package import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// One row for each scenario, the base first: how it differs, how it ended, what its plan is worth.
  ///
  /// Fields named `set_…` hold the settings in which the plans of the batch differ, as written. `term_…` are the terms
  /// of the objective, `unweighted_…` the same with every weight of the objective at one. Times are in `timings.csv`.
  ///
  /// - Parameter joint: what parts of a setting's path are joined with: a table for SQL has no points in names.
  package static func scenarios(
    of batch: BatchResult, in language: Language, joint: String = "."
  ) -> OutputTable {
    let records = batch.records
    var table = OutputTable(
      name: "scenarios", title: LocalizedText(english: "Scenarios", chinese: "情景"),
      geometry: GeometryColumn(records.map { _ in Geometry.null }))
    let scenarios = batch.index.scenarios
    table.append("scenario", .text(scenarios.map(\.id)))
    table.append("family", .text(scenarios.map(\.family)))
    table.append("title", .text(scenarios.map { $0.title.text(in: language) }))
    table.append("status", .text(records.map(\.status.rawValue)))
    table.append("stopped_by", .text(records.map { $0.stop?.rawValue }))
    table.append("sentence", .text(records.map { $0.sentence?.text(in: language) }))
    for parameter in batch.index.parameters {
      let name = joint == "." ? parameter.path : parameter.path.sqlName(joint)
      table.append("set_\(name)", .text(parameter.values))
    }
    table.appendValues(of: records, batch.allTermNames, joint: joint)
    let common = records.map { batch.common(with: batch.base, $0) }
    table.append("towns", .integer(records.map { $0.hasPlan ? $0.towns.count : nil }))
    table.append(
      "area_m2",
      .real(records.map { $0.hasPlan ? $0.area.value : nil }, decimals: Rounding.area))
    table.append(
      "construction_area_m2",
      .real(
        records.map { $0.hasPlan ? $0.towns.map(\.constructionArea).reduce(0, +) : nil },
        decimals: Rounding.area))
    table.append("common_with_base", .integer(common.map { $0?.count }))
    table.append(
      "jaccard_with_base", .real(common.map { $0?.share }, decimals: Rounding.ratio))
    let (x, y) = batch.axes
    table.append("on_front", .flag(batch.front(x, y)))
    table.append("model_columns", .integer(records.map { $0.columns }))
    table.append("model_rows", .integer(records.map { $0.rows }))
    table.append("nodes", .integer(records.map { $0.nodes }))
    table.append("town_ids", .list(records.map { $0.towns.map(\.id.text) }))
    return joint == "." ? table : table.withNamesApart()
  }

  /// The same table with a number behind a name that stands before it, capitals not told apart: what SQL takes for
  /// one name may be two settings, as `school-1` and `school_1`.
  private func withNamesApart() -> OutputTable {
    var table = OutputTable(name: name, title: title, geometry: geometry)
    var known: Set<String> = []
    for field in fields {
      var (name, number) = (field.name, 2)
      while !known.insert(name.lowercased()).inserted {
        (name, number) = ("\(field.name)_\(number)", number + 1)
      }
      table.append(name, field.values)
    }
    return table
  }

  private mutating func appendValues(
    of records: [ScenarioRecord], _ terms: [String], joint: String
  ) {
    append("objective", .real(records.map(\.objective), decimals: Rounding.points))
    append("bound", .real(records.map(\.bound), decimals: Rounding.points))
    append("gap", .real(records.map(\.gap), decimals: Rounding.ratio))
    for (prefix, list) in [
      ("term", \ScenarioRecord.terms), ("unweighted", \ScenarioRecord.unweighted),
    ] {
      for name in terms {
        let values = records.map { record in
          record[keyPath: list].first { $0.name == name }?.value
        }
        guard values.contains(where: { $0 != nil }) else { continue }
        append(
          "\(prefix)_\(joint == "." ? name : name.sqlName(joint))",
          .real(values, decimals: Rounding.points))
      }
    }
  }
}

extension BatchResult {
  /// Names of all terms, weighted and unweighted, in the order in which they first occur.
  var allTermNames: [String] {
    var known: Set<String> = []
    return (records.flatMap(\.terms) + records.flatMap(\.unweighted)).map(\.name).filter {
      known.insert($0).inserted
    }
  }
}

extension String {
  /// A path as part of a column's name.
  fileprivate func sqlName(_ joint: String) -> String {
    String(map { $0.isLetter || $0.isNumber ? $0 : Character(joint) })
  }
}
