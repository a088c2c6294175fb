import LandModel
import Topology

/// Mends features one by one: tries the steps asked for, and refuses those that would do harm.
struct FeatureRepairer {
  /// A feature after its steps.
  struct Outcome: Sendable {
    let row: Int
    var geometry: TracedGeometry
    var applied: [RuleCode]
    var refused: [RefusedRepair]
  }

  /// Turns that the steps may take round each other; what has not settled by then never will.
  private static let turns = 8

  private let layer: ProjectedLayer
  private let steps: [any FeatureStep]
  private var context: StepContext

  static let allSteps: [any FeatureStep] = [
    RingClosing(), DuplicateVertexRemoval(), SpikeRemoval(), ValidityRepair(),
    HoleFilling(), PartDropping(), WindingReversal(),
  ]

  init(_ layer: ProjectedLayer, context: StepContext) {
    self.layer = layer
    self.context = context
    steps = Self.allSteps.filter { !context.parameters.asked(of: $0.step).isEmpty }
  }

  /// What the steps make of a row; nil where none finds anything to mend.
  mutating func outcome(ofRow row: Int) throws(TopologyError) -> Outcome? {
    let column = layer.geometry
    let range = column.range(ofRow: row)
    guard !range.isEmpty, column.kinds[row] == .polygon || column.kinds[row] == .line,
      range.allSatisfy({ NonFiniteOrdinateCheck.isPossible(column.positions[$0]) })
    else { return nil }
    context.row = row
    let given = TracedGeometry(column, row: row)
    var outcome = Outcome(row: row, geometry: given, applied: [], refused: [])
    var settled = false
    for _ in 0..<Self.turns where !settled {
      settled = try !takeTurn(&outcome)
    }
    guard settled else {
      let rules = outcome.applied
      return Outcome(
        row: row, geometry: given, applied: [],
        refused: rules.map { RefusedRepair(rule: $0, refusal: .unsettled) })
    }
    return outcome.applied.isEmpty && outcome.refused.isEmpty ? nil : outcome
  }

  /// Tries each step once; whether any of them changed the feature.
  private func takeTurn(_ outcome: inout Outcome) throws(TopologyError) -> Bool {
    var isChanged = false
    outcome.refused = []
    for step in steps {
      guard var mended = try step.mended(outcome.geometry, context: context) else { continue }
      var rules = try step.rules(brokenBy: outcome.geometry, context: context)
      // Making valid may split crumbs off, which are dropped at once where that was asked for too.
      if step.step == .validity, !context.parameters.asked(of: .smallParts).isEmpty,
        let whole = try PartDropping().mended(mended, context: context)
      {
        mended = whole
        rules += context.parameters.asked(of: .smallParts)
      }
      if let refusal = try refusal(of: mended, for: outcome.geometry, by: step.step) {
        outcome.refused += rules.map { RefusedRepair(rule: $0, refusal: refusal) }
        continue
      }
      outcome.geometry = mended
      outcome.applied += rules.filter { !outcome.applied.contains($0) }
      isChanged = true
    }
    return isChanged
  }

  /// Why a step may not have its way; nil where it may.
  private func refusal(
    of mended: TracedGeometry, for given: TracedGeometry, by step: RepairStep
  ) throws(TopologyError) -> RepairRefusal? {
    guard given.kind == .polygon else { return nil }
    guard !mended.rings.isEmpty else { return .vanishes }
    let limits = RepairLimits(context.parameters)
    if let refusal = limits.refusal(of: mended, for: given) { return refusal }
    // Closing repeats a position and winding turns a ring: neither can make a polygon invalid.
    guard step == .duplicateVertices || step == .spikes else { return nil }
    guard try ValidityRepair.isValid(given, context: context) else { return nil }
    return try ValidityRepair.isValid(mended, context: context) ? nil : .becomesInvalid
  }
}

/// How much one step may change a feature.
struct RepairLimits {
  private let parameters: RepairParameters

  init(_ parameters: RepairParameters) { self.parameters = parameters }

  /// Why a change goes too far; nil where it does not.
  func refusal(of mended: TracedGeometry, for given: TracedGeometry) -> RepairRefusal? {
    if mended.partCount > given.partCount {
      return .breaksApart(from: given.partCount, into: mended.partCount)
    }
    let before = PlanarMeasure.area(of: given.closed())
    let change = SquareMetres(abs((PlanarMeasure.area(of: mended.closed()) - before).value))
    return refusal(ofChange: change, area: before)
  }

  /// Whether a change of area is beyond the limit for an area.
  func refusal(ofChange change: SquareMetres, area: SquareMetres) -> RepairRefusal? {
    let limit = parameters.largestChange(ofArea: SquareMetres(max(0, area.value)))
    return change > limit ? .areaChange(change, limit: limit) : nil
  }
}
