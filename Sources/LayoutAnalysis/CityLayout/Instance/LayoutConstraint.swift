/// A rule of the layout as a planner would name it.
///
/// Counties, industries and locks go by their numbers in the instance; the order of cases is the order
/// of every list of rules.
enum LayoutConstraint: Hashable, Sendable {
  case townsMin
  case townsMax
  case countyMin(Int)
  case countyMax(Int)
  case industryMin(Int)
  case industryMax(Int)
  case land
  case construction
  case spacing
  case industrySpacing
  case lockedIn(Int)
  case lockedOut(Int)
  /// A site that a question beside the plan's makes a town; no rule of the planner's.
  case forced(Int)
  /// How many sites of an earlier plan another one may keep; no rule of the planner's.
  case differing(Int)

  /// The stable code of ``LayoutRule``.
  var code: String {
    switch self {
    case .townsMin: "towns.min"
    case .townsMax: "towns.max"
    case .countyMin: "county.min"
    case .countyMax: "county.max"
    case .industryMin: "industry.min"
    case .industryMax: "industry.max"
    case .land: "land"
    case .construction: "construction"
    case .spacing: "spacing"
    case .industrySpacing: "spacing.industry"
    case .lockedIn: "locked-in"
    case .lockedOut: "locked-out"
    case .forced: "forced"
    case .differing: "differing"
    }
  }
}

extension LayoutConstraint {
  /// Whether it decides a single site.
  var isLock: Bool {
    switch self {
    case .lockedIn, .lockedOut: true
    default: false
    }
  }
}

extension LayoutInstance {
  /// All constraints in their fixed order: sums, spacings, locks.
  var constraints: [LayoutConstraint] {
    let sums = rules.map(\.constraint)
    return sums.filter { !$0.isLock } + [.spacing, .industrySpacing] + sums.filter(\.isLock)
  }
}

/// A constraint that limits a sum over the chosen columns.
struct SumRule: Sendable, Equatable {
  let constraint: LayoutConstraint
  let isMinimum: Bool
  /// In the unit of the coefficients: towns, or units of land.
  let limit: Int64
  /// Columns the sum runs over, ascending.
  let columns: [Int]
  /// One for each column.
  let coefficients: [Int64]
}
