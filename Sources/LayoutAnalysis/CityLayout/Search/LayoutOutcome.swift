/// A plan with what is proven about it.
struct LayoutOutcome {
  /// Nil without a plan.
  private(set) var plan: PlanState?
  /// No plan has a greater objective, in units; never below that of the plan.
  private(set) var bound: Int64
  /// Whether it is proven that no plan keeps all rules.
  private(set) var isInfeasible = false
  /// The best prices found; nil without a search for them.
  var prices: PricePoint?
  /// Why the solver gave no answer to a program, where that left the proof open.
  private(set) var failure: String?
  /// Nodes of all search trees.
  private(set) var nodes = 0
  /// Whether a time limit ended some part of the search.
  var isCutByClock = false
  /// The prices behind the first bound; nil where the solver was given the whole question.
  var proof: DualProof?
  /// What the last program said about all plans above the one then known; nil where there was none.
  var residual: LayoutCertificate.Residual?
  /// Variables and rows of the program of the whole question.
  let columnCount: Int
  let rowCount: Int
  /// Price of a unit of land in units of the objective; nil without a land quota or without prices.
  var landPrice: Double?

  /// Begins with the sum of all there is to gain as the bound.
  init(_ instance: LayoutInstance, _ rows: LayoutRows) {
    bound =
      instance.values.reduce(0) { $0 + max(0, $1) } + instance.coverage.weights.reduce(0, +)
      + (rows.greatestLevel ?? 0)
    columnCount = rows.columns.count + rows.groups.count + (rows.greatestLevel == nil ? 0 : 1)
    rowCount = rows.cliques.count + rows.groups.count + rows.sums.count
  }

  var status: LayoutStatus {
    guard let plan else { return isInfeasible ? .infeasible : .unknown }
    return plan.objective == bound ? .optimal : .feasible
  }

  /// Whether the bound is so near the plan that a search may end.
  func isWithin(_ gap: Double) -> Bool {
    guard let plan else { return false }
    return Double(bound - plan.objective) <= gap * Double(plan.objective)
  }

  /// Takes a plan that is better than the one there is.
  mutating func take(_ other: PlanState?) {
    guard let other, other.objective > plan?.objective ?? .min else { return }
    precondition(other.isFeasible, "A plan keeps the rules it was made of.")
    plan = other
    bound = max(bound, other.objective)
  }

  /// Lowers the bound to one that holds for all plans above the one there is.
  mutating func lower(to other: Int64) {
    bound = min(bound, max(other, plan?.objective ?? other))
  }

  /// Counts the nodes of a search tree.
  mutating func count(nodes more: Int) { nodes += more }

  /// Remembers that the solver failed; the first failure stands.
  mutating func note(failure message: String) { failure = failure ?? message }

  /// Takes the proof that the whole question has no plan.
  mutating func fail() {
    precondition(plan == nil, "A question with a plan has one.")
    isInfeasible = true
  }
}
