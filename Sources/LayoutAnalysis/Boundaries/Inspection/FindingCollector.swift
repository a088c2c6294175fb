import LandModel

/// Gathers the findings of one layer: keeps the first of each rule, counts them all.
///
/// Checks run one after the other; the driver names the rule by ``begin(_:)`` before each, so that a check
/// states only what it measured. Collectors of consecutive rows merge in row order, and the result is the
/// same as of one collector over all rows.
struct FindingCollector: Sendable {
  private let layer: ProjectedLayer
  private let keptPerRule: Int
  private var settings: RuleSettings?
  private var kept: [RuleCode: [Entry]] = [:]
  private var totals: [RuleCode: Int] = [:]
  /// Rows that broke a rule which leaves them out, ascending and each once as far as features are
  /// inspected one by one.
  private(set) var rowsLeftOut: [Int] = []

  /// A finding and the rows it is sorted by.
  private struct Entry: Sendable {
    let rows: [Int]
    let finding: Finding
  }

  init(layer: ProjectedLayer, keptPerRule: Int) {
    self.layer = layer
    self.keptPerRule = keptPerRule
  }

  /// Names the rule that the next findings belong to.
  mutating func begin(_ settings: RuleSettings) { self.settings = settings }

  /// A threshold of the rule being checked.
  func limit(_ name: String) -> Double { settings?.limit(name) ?? .nan }

  /// How many more findings of the rule being checked are kept in full.
  var room: Int {
    guard let settings else { return 0 }
    return max(0, keptPerRule - (kept[settings.rule.code]?.count ?? 0))
  }

  /// Whether a row broke, so far, a rule that leaves it out.
  func leavesOut(_ row: Int) -> Bool { rowsLeftOut.last == row }

  /// Reports that rows break the rule being checked; place and message are made only if kept.
  ///
  /// - Parameters:
  ///   - leavingOut: the row left out, when the rule leaves rows out; nil for the last of `rows`.
  ///   - other: another layer concerned, and which of its features.
  ///   - element: part, ring and vertex of the first row; see ``FeatureView/element(ofRing:vertex:)``.
  mutating func report(
    rows: [Int], leavingOut: Int? = nil, other: (layer: String, ids: [FeatureID])? = nil,
    element: @autoclosure () -> GeometryElement? = nil, value: Double? = nil,
    limit: Double? = nil, unit: MeasureUnit = .none,
    place: @autoclosure () -> Geometry, message: @autoclosure () -> LocalizedText
  ) {
    guard let settings else { preconditionFailure("A rule begins before it reports.") }
    let rule = settings.rule
    totals[rule.code, default: 0] += 1
    if rule.leavesFeatureOut, let row = leavingOut ?? rows.last, rowsLeftOut.last != row {
      rowsLeftOut.append(row)
    }
    guard kept[rule.code, default: []].count < keptPerRule else { return }
    let finding = Finding(
      rule: rule.code, severity: settings.severity, layer: layer.key,
      featureIDs: rows.map { layer.ids[$0] }, otherLayer: other?.layer,
      otherFeatureIDs: other?.ids ?? [], element: element(), value: value, limit: limit, unit: unit,
      message: message(), geometry: place())
    kept[rule.code, default: []].append(Entry(rows: rows, finding: finding))
  }

  /// Counts further breaches of the rule being checked that the check itself did not keep.
  mutating func countMore(_ count: Int) {
    guard let settings, count > 0 else { return }
    totals[settings.rule.code, default: 0] += count
  }

  /// Adds what was found in later rows.
  mutating func append(_ later: FindingCollector) {
    for (code, entries) in later.kept {
      let room = keptPerRule - kept[code, default: []].count
      kept[code, default: []].append(contentsOf: entries.prefix(max(0, room)))
    }
    for (code, count) in later.totals { totals[code, default: 0] += count }
    rowsLeftOut.append(contentsOf: later.rowsLeftOut)
  }

  /// The findings by rule, first row, further rows, then place.
  func sortedFindings() -> [Finding] {
    kept.keys.sorted().flatMap { code in
      (kept[code] ?? []).sorted(by: Self.precedes).map(\.finding)
    }
  }

  /// The counts of what was not kept, by rule.
  func omissions() -> [OmittedFindings] {
    totals.keys.sorted().compactMap { code in
      let missing = totals[code, default: 0] - kept[code, default: []].count
      guard missing > 0 else { return nil }
      return OmittedFindings(
        layer: layer.key, rule: code, severity: kept[code]?.first?.finding.severity ?? .error,
        count: missing)
    }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.rows != right.rows { return left.rows.lexicographicallyPrecedes(right.rows) }
    let (a, b) = (left.finding.geometry.positions, right.finding.geometry.positions)
    return a.lexicographicallyPrecedes(b) { ($0.x, $0.y) < ($1.x, $1.y) }
  }
}
