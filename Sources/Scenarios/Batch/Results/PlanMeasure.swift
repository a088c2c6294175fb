import LandModel
import LayoutAnalysis

/// A number that plans are compared by.
package struct PlanMeasure: Sendable, Hashable {
  /// `suitability`, `coverage` (all categories), `coverage.<category>`, `area` or `towns`.
  package let name: String
  /// Whether less is better: of land.
  package var isLessBetter: Bool { name == "area" }

  /// The unit of its values, as outputs for machines write it.
  package var unit: String {
    switch name {
    case "suitability": "points"
    case "area": "km2"
    case "towns": "towns"
    default: "weight"
    }
  }

  package init(_ name: String) { self.name = name }

  /// The value of a plan; nil for a plan that lacks the term.
  ///
  /// Terms are without the weights of the objective: two plans that were made under different weights would differ
  /// in them though nothing else differs. `area` is in km².
  package func value(of record: ScenarioRecord) -> Double? {
    guard record.hasPlan else { return nil }
    switch name {
    case "area": return record.area.squareKilometres
    case "towns": return Double(record.towns.count)
    case "coverage":
      let terms = record.unweighted.filter { $0.name.hasPrefix("coverage.") }
      return terms.isEmpty ? nil : terms.map(\.value).reduce(0, +)
    default: return record.unweighted.first { $0.name == name }?.value
    }
  }
}

extension PlanMeasure {
  /// What plans can be compared by when their coverage speaks of some categories.
  static func names(categories: [String]) -> [String] {
    ["suitability"] + (categories.isEmpty ? [] : ["coverage"])
      + categories.map { "coverage.\($0)" } + ["area", "towns"]
  }
}

extension BatchResult {
  /// All measures that some plan has.
  package var measureNames: [String] {
    PlanMeasure.names(
      categories: termNames.filter { $0.hasPrefix("coverage.") }.map {
        String($0.dropFirst("coverage.".count))
      })
  }

  /// The two measures of the comparison: those asked for, else suitability and coverage, or land without coverage.
  package var axes: (x: PlanMeasure, y: PlanMeasure) {
    let usual = measureNames.contains("coverage") ? "coverage" : "area"
    return (PlanMeasure(index.axisX ?? "suitability"), PlanMeasure(index.axisY ?? usual))
  }

  /// For each record whether no other plan is as good in both measures and better in one; false without a plan.
  ///
  /// Plans with the same two numbers are all on the front, or none is.
  ///
  /// - Complexity: O(n log n).
  package func front(_ x: PlanMeasure, _ y: PlanMeasure) -> [Bool] {
    func good(_ measure: PlanMeasure, _ record: ScenarioRecord) -> Double? {
      measure.value(of: record).map { measure.isLessBetter ? -$0 : $0 }
    }
    let points = records.indices.compactMap { row -> (row: Int, x: Double, y: Double)? in
      guard let x = good(x, records[row]), let y = good(y, records[row]) else { return nil }
      return (row, x, y)
    }.sorted { ($1.x, $1.y, $0.row) < ($0.x, $0.y, $1.row) }
    var isOnFront = [Bool](repeating: false, count: records.count)
    var (best, last): (Double, (x: Double, y: Double)?) = (-.infinity, nil)
    for point in points {
      if let last, last.x == point.x, last.y == point.y {
        isOnFront[point.row] = true
      } else if point.y > best {
        isOnFront[point.row] = true
        (best, last) = (point.y, (point.x, point.y))
      }
    }
    return isOnFront
  }
}
