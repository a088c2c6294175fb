package import LandModel

/// How many features validation left out of the layers, by cause; each is counted once.
package struct LeftOutFeatures: Sendable, Equatable {
  /// Features whose geometry is invalid or cannot be read.
  package private(set) var invalid = 0
  /// Features without a geometry, or with an empty one.
  package private(set) var withoutGeometry = 0
  /// Features with a sound geometry whose id another feature of the layer has.
  package private(set) var repeatedID = 0

  /// None.
  package init() {}

  package var count: Int { invalid + withoutGeometry + repeatedID }

  /// Counts a feature by the first rule that leaves it out.
  package mutating func add(_ rule: RuleCode) {
    switch rule.text {
    case "ogc.null-geometry", "ogc.empty-geometry": withoutGeometry += 1
    case "attribute.duplicate-id": repeatedID += 1
    default: invalid += 1
    }
  }

  /// Counts the rows of a layer; a row that broke rules of its own and of the layer goes by its own.
  mutating func add(_ report: FindingCollector) {
    var counted: Set<Int> = []
    for (row, rule) in zip(report.rowsLeftOut, report.rulesLeavingOut)
    where counted.insert(row).inserted {
      add(rule)
    }
  }
}
