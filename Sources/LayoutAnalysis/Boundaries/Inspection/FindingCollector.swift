import LandModel

/// Gathers the findings of one layer: keeps the first of each rule, counts them all.
///
/// Checks run one after the other; the driver names the rule by ``begin(_:)`` before each, so that a check
/// states only what it measured. Collectors of consecutive rows merge in row order, and the result is the
/// same as of one collector over all rows. What is kept lies in one slot for each rule: to begin a rule
/// costs nothing that a million features would feel.
struct FindingCollector: Sendable {
  private let features: InspectedFeatures
  private let keptPerRule: Int
  private var settings: RuleSettings?
  /// By the rule's place in ``BoundaryRules/all``; as long as the highest place that reported.
  private var slots: [Slot] = []
  /// Rows that broke a rule which leaves them out, ascending and each once as far as features are
  /// inspected one by one.
  private(set) var rowsLeftOut: [Int] = []
  /// The rule that left each of them out, the first it broke.
  private(set) var rulesLeavingOut: [RuleCode] = []

  /// A finding and the rows it is sorted by.
  private struct Entry: Sendable {
    let rows: [Int]
    let finding: Finding
  }

  /// What one rule found.
  private struct Slot: Sendable {
    var rule: RuleCode?
    var severity = Severity.error
    var kept: [Entry] = []
    var total = 0
  }

  init(_ features: InspectedFeatures, keptPerRule: Int) {
    self.features = features
    self.keptPerRule = keptPerRule
  }

  /// Names the rule that the next findings belong to.
  mutating func begin(_ settings: RuleSettings) { self.settings = settings }

  /// A threshold of the rule being checked.
  func limit(_ name: String) -> Double { settings?.limit(name) ?? .nan }

  /// How many more findings of the rule being checked are kept in full.
  var room: Int {
    guard let settings else { return 0 }
    let kept = settings.place < slots.count ? slots[settings.place].kept.count : 0
    return max(0, keptPerRule - kept)
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
    let slot = count(1, for: settings)
    if settings.leavesFeatureOut, let row = leavingOut ?? rows.last, rowsLeftOut.last != row {
      rowsLeftOut.append(row)
      rulesLeavingOut.append(settings.rule.code)
    }
    guard slots[slot].kept.count < keptPerRule else { return }
    let finding = Finding(
      rule: settings.rule.code, severity: settings.severity, layer: features.key,
      featureIDs: rows.map { features.names[$0] }, otherLayer: other?.layer,
      otherFeatureIDs: other?.ids ?? [], element: element(), value: value, limit: limit, unit: unit,
      message: message(), geometry: place())
    slots[slot].kept.append(Entry(rows: rows, finding: finding))
  }

  /// Counts further breaches of the rule being checked that the check itself did not keep.
  mutating func countMore(_ count: Int) {
    guard let settings, count > 0 else { return }
    _ = self.count(count, for: settings)
  }

  /// Adds to the total of a rule and returns its slot.
  private mutating func count(_ count: Int, for settings: RuleSettings) -> Int {
    let slot = settings.place
    while slots.count <= slot { slots.append(Slot()) }
    slots[slot].rule = settings.rule.code
    slots[slot].severity = settings.severity
    slots[slot].total += count
    return slot
  }

  /// Adds what was found in later rows.
  mutating func append(_ later: FindingCollector) {
    while slots.count < later.slots.count { slots.append(Slot()) }
    for (place, slot) in later.slots.enumerated() where slot.rule != nil {
      slots[place].rule = slot.rule
      slots[place].severity = slot.severity
      slots[place].total += slot.total
      let room = keptPerRule - slots[place].kept.count
      slots[place].kept.append(contentsOf: slot.kept.prefix(max(0, room)))
    }
    rowsLeftOut.append(contentsOf: later.rowsLeftOut)
    rulesLeavingOut.append(contentsOf: later.rulesLeavingOut)
  }

  /// What was found by each rule that found something, by code.
  private var slotsByCode: [(rule: RuleCode, slot: Slot)] {
    slots.compactMap { slot in slot.rule.map { ($0, slot) } }.sorted { $0.0 < $1.0 }
  }

  /// The findings by rule, first row, further rows, then place.
  func sortedFindings() -> [Finding] {
    slotsByCode.flatMap { $0.slot.kept.sorted(by: Self.precedes).map(\.finding) }
  }

  /// The findings about features by first row, then rule and place, each with that row.
  func findingsByRow() -> [(row: Int, finding: Finding)] {
    let all = slotsByCode.flatMap { $0.slot.kept.sorted(by: Self.precedes) }.enumerated()
    return all.compactMap { index, entry in
      entry.rows.first.map { (row: $0, index: index, finding: entry.finding) }
    }
    .sorted { ($0.row, $0.index) < ($1.row, $1.index) }
    .map { ($0.row, $0.finding) }
  }

  /// How many findings each rule has, those not kept included, by code.
  func totals() -> [(rule: RuleCode, count: Int)] {
    slotsByCode.map { ($0.rule, $0.slot.total) }
  }

  /// The counts of what was not kept, by rule.
  func omissions() -> [OmittedFindings] {
    slotsByCode.compactMap { rule, slot in
      let missing = slot.total - slot.kept.count
      guard missing > 0 else { return nil }
      return OmittedFindings(
        layer: features.key, rule: rule, severity: slot.severity, count: missing)
    }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.rows != right.rows { return left.rows.lexicographicallyPrecedes(right.rows) }
    let (a, b) = (left.finding.geometry.positions, right.finding.geometry.positions)
    return a.lexicographicallyPrecedes(b) { ($0.x, $0.y) < ($1.x, $1.y) }
  }
}
