package import LandModel

/// Which features of a layer are valid on the coordinates as stored, and every defect of the others.
package struct StoredValidity: Sendable, Equatable {
  /// A feature about which something was found.
  package struct Feature: Sendable, Equatable {
    package let id: FeatureID
    /// False where a rule of validity is broken; true where something is only worth knowing.
    package let isValid: Bool
    /// By rule, then place, in the coordinates of the file; findings beyond those kept are missing.
    package let findings: [Finding]
  }

  package let layer: String
  /// Reference system that the file declares; nil where it declares none.
  package let crs: CRSIdentifier?
  package let featuresChecked: Int
  /// Ids of all invalid features, in layer order.
  package let invalid: [FeatureID]
  /// Features with findings that were kept, in layer order.
  package let features: [Feature]
  /// How many findings each rule has, by rule code in ascending order.
  package let findingsByRule: [RuleCount]
  /// Rules with more findings than were kept.
  package let omitted: [OmittedFindings]

  /// A rule and how often it was broken.
  package struct RuleCount: Sendable, Hashable {
    package let rule: RuleCode
    package let count: Int
  }

  package var validCount: Int { featuresChecked - invalid.count }

  /// Groups the findings on rows by feature: rows of one number in a run are one.
  init(of layer: StoredLayer, report: FindingCollector) {
    self.layer = layer.key
    crs = layer.crs
    let runs = FeatureRuns(layer)
    featuresChecked = runs.count
    var invalidRows: [Int] = []
    for row in report.rowsLeftOut {
      let first = runs.firstRow(of: row)
      if invalidRows.last != first { invalidRows.append(first) }
    }
    invalid = invalidRows.map { layer.names[$0] }
    var groups: [(row: Int, findings: [Finding])] = []
    for (row, finding) in report.findingsByRow() {
      let first = runs.firstRow(of: row)
      let parts =
        layer.geometry.parts(ofRow: row).lowerBound - layer.geometry.parts(ofRow: first).lowerBound
      let moved = finding.movingElement(byParts: parts)
      if groups.last?.row == first {
        groups[groups.count - 1].findings.append(moved)
      } else {
        groups.append((first, [moved]))
      }
    }
    let bad = Set(invalidRows)
    features = groups.map {
      Feature(id: layer.names[$0.row], isValid: !bad.contains($0.row), findings: $0.findings)
    }
    findingsByRule = report.totals().map { RuleCount(rule: $0.rule, count: $0.count) }
    omitted = report.omissions()
  }
}

/// Which rows of a layer are members of one feature.
private struct FeatureRuns {
  let count: Int
  /// For each row the first of its feature; nil where each row is a feature.
  private let firstRows: [Int]?

  init(_ layer: StoredLayer) {
    let numbers = layer.numbers
    count = numbers.indices.count { $0 == 0 || numbers[$0] != numbers[$0 - 1] }
    guard count < numbers.count else {
      firstRows = nil
      return
    }
    var firstRows = Array(numbers.indices)
    for row in numbers.indices.dropFirst() where numbers[row] == numbers[row - 1] {
      firstRows[row] = firstRows[row - 1]
    }
    self.firstRows = firstRows
  }

  /// The first row of the feature that a row belongs to.
  func firstRow(of row: Int) -> Int { firstRows?[row] ?? row }
}

extension Finding {
  /// The same finding about a part further on: members of a collection are counted through.
  fileprivate func movingElement(byParts parts: Int) -> Finding {
    guard parts > 0, let element else { return self }
    return Finding(
      rule: rule, severity: severity, layer: layer, featureIDs: featureIDs,
      otherLayer: otherLayer, otherFeatureIDs: otherFeatureIDs,
      element: GeometryElement(
        part: element.part + parts, ring: element.ring, vertex: element.vertex),
      value: value, limit: limit, unit: unit, message: message, geometry: geometry,
      waiver: waiver)
  }
}
