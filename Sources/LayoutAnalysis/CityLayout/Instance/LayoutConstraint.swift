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
  case budget
  /// What a term must reach.
  case atLeast(LayoutTerm)
  /// What a county's level must reach, so that the least of all does.
  case equityMin(Int)
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
    case .budget: "budget"
    case .atLeast: "at-least"
    case .equityMin: "at-least.equity"
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

  /// Whether it counts towns.
  var isCount: Bool {
    switch self {
    case .townsMin, .townsMax, .countyMin, .countyMax, .industryMin, .industryMax: true
    case .lockedIn, .lockedOut: true
    default: false
    }
  }

  /// Whether its sum is in units of the objective.
  var isOfTerm: Bool {
    switch self {
    case .atLeast, .equityMin: true
    default: false
    }
  }

  /// Whether it is a county's part of what the planner asks of equity, in one number for all counties.
  var isOfEquity: Bool {
    if case .equityMin = self { true } else { false }
  }

  /// Whether it says, or is a part of, what a term must reach.
  func holds(_ term: LayoutTerm) -> Bool {
    self == .atLeast(term) || term == .equity && isOfEquity
  }
}

extension LayoutInstance {
  /// All constraints in their fixed order: sums, spacings, locks.
  var constraints: [LayoutConstraint] {
    let sums = rules.map(\.constraint)
    return sums.filter { !$0.isLock } + [.spacing, .industrySpacing] + sums.filter(\.isLock)
  }
}

/// A constraint that limits a sum over the chosen columns and the groups that they reach.
///
/// All numbers are whole: what is listed here is the row as every part of the search and the proof has it.
struct SumRule: Sendable, Equatable {
  let constraint: LayoutConstraint
  let isMinimum: Bool
  /// In the unit of the coefficients: towns, units of land, of money or of the objective.
  let limit: Int64
  /// Columns the sum runs over, ascending.
  let columns: [Int]
  /// One for each column.
  let coefficients: [Int64]
  /// Coverage groups the sum runs over, ascending; only a minimum has any.
  let groups: [Int]
  /// One for each group.
  let groupCoefficients: [Int64]

  init(
    constraint: LayoutConstraint, isMinimum: Bool, limit: Int64, columns: [Int],
    coefficients: [Int64], groups: [Int] = [], groupCoefficients: [Int64] = []
  ) {
    precondition(isMinimum || groups.isEmpty, "A maximum of what is reached has no row.")
    precondition(
      columns.count == coefficients.count && groups.count == groupCoefficients.count,
      "Each column and each group has a coefficient.")
    self.constraint = constraint
    self.isMinimum = isMinimum
    self.limit = limit
    self.columns = columns
    self.coefficients = coefficients
    self.groups = groups
    self.groupCoefficients = groupCoefficients
  }
}
