import LandModel
import Optimization

/// Finds least points of a term that no plan reaches under the other rules, each complete in one sentence.
///
/// Looked for only when no plan keeps all rules: every term is made greatest under the rules that are no
/// least points, and its bound tells what no plan exceeds.
struct TermsOutOfReach {
  let instance: LayoutInstance
  let solver: any ProgramSolver
  /// For each term, with no more time than there is until the deadline.
  let limits: SolverLimits
  let deadline: ContinuousClock.Instant
  /// Of the instance's conflicts; nil where they are not known.
  let cliques: Grouped<Int>?

  /// In the order of the parameters; empty where each of them alone can be reached.
  func all(_ texts: LayoutTexts) throws(LayoutError) -> [(term: LayoutTerm, text: LocalizedText)] {
    var plain = instance
    plain.setRules(instance.rules.filter { !$0.constraint.isOfTerm })
    var cliques = cliques
    var found: [(term: LayoutTerm, text: LocalizedText)] = []
    for minimum in instance.parameters.termMinimums {
      guard let limit = instance.rules(for: minimum).first?.limit else { continue }
      var limits = limits
      limits.seconds = min(limits.seconds, (deadline - .now) / .seconds(1))
      guard limits.seconds > 0 else { break }
      var search = LayoutSearch(
        instance: plain.maximising(minimum.term), limits: limits, solver: solver)
      search.cliques = cliques
      let outcome = try search.outcome()
      cliques = cliques ?? outcome.proof?.rows.cliques
      // Without a plan at all, the cause lies elsewhere.
      guard outcome.plan != nil else { return [] }
      guard outcome.bound < limit else { continue }
      let name = texts.name(of: minimum.term)
      let (wanted, most) = (texts.exactPoints(limit), texts.exactPoints(outcome.bound))
      let sentence =
        texts.sentence(
          "\(name.english) must reach at least \(wanted) points, but under the other rules no plan "
            + "reaches more than \(most)",
          "\(name.chinese)须不低于 \(wanted) 分，但在其他规则下任何方案都不超过 \(most) 分")
      found.append((minimum.term, sentence))
    }
    return found
  }
}
