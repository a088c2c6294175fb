import LandModel
import Testing

@testable import LayoutAnalysis

/// Reasons and exchanges, against trying every one with the audit.
@Suite struct RejectionTests {
  @Test func `a site left out cannot simply be added, and its reason is among what breaks`() throws
  {
    var reasons: [String: Int] = [:]
    for seed in 1...400 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let audit = LayoutAudit(question: question)
      let result = try question.result()
      for rejected in result.rejected {
        reasons[rejected.reason, default: 0] += 1
        let columns = question.proposals.indices.filter {
          question.proposals[$0].site == rejected.site
        }
        let broken = columns.map { audit.violations(of: result.chosen + [$0]) }
        switch rejected.reason {
        case "no-boundary": #expect(columns.isEmpty)
        case "lower-value":
          // It fits, so in a proven plan it brings nothing.
          #expect(broken.contains([]), "seed \(seed)")
          let gain = columns.filter { audit.violations(of: result.chosen + [$0]).isEmpty }.map {
            audit.objective(of: result.chosen + [$0]) - audit.objective(of: result.chosen)
          }
          #expect(gain.allSatisfy { abs($0) < 0.001 }, "seed \(seed)")
        default:
          #expect(!broken.contains([]), "seed \(seed): \(rejected.reason)")
          let words = Self.words(of: rejected, in: question)
          #expect(
            broken.contains { $0.contains { found in words.contains { found.contains($0) } } },
            "seed \(seed): \(rejected.reason) in \(broken)")
        }
      }
    }
    let kinds = [
      "no-boundary", "spacing", "spacing.industry", "county.max", "industry.max",
      "towns.max", "land", "construction", "locked-out",
    ]
    #expect(kinds.allSatisfy { reasons[$0] ?? 0 > 0 }, "\(reasons)")
  }

  /// How the audit would name a reason.
  private static func words(of rejected: RejectedSite, in question: LayoutCase) -> [String] {
    switch rejected.reason {
    case "spacing", "spacing.industry": [" m", "overlaps"]
    case "county.max": ["county"]
    case "industry.max": ["industry"]
    case "towns.max": ["towns"]
    case "locked-out": ["locked out"]
    default: [rejected.reason]
    }
  }

  @Test func `a town that brings nothing may stay out, for its lower value`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.parameters.suitabilityWeight = 0
    let instance = try LayoutInstance(
      parameters: question.parameters, delimitation: question.delimitation, resources: [],
      counties: [])
    let rejected = try Rejections(
      instance: instance, delimitation: question.delimitation,
      texts: LayoutTexts(instance: instance), state: PlanState(instance)
    ).all()
    #expect(rejected.map(\.reason) == ["lower-value"])
    #expect(
      rejected.first?.text.english == "It could be added, but no gain from it was found.")
  }

  @Test func `exchanges are all that keep the rules, with their true change`() throws {
    var compared = 0
    for seed in 1...150 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let audit = LayoutAudit(question: question)
      let result = try question.result()
      guard result.objective != nil else { continue }
      let instance = try LayoutInstance(
        parameters: question.parameters, delimitation: question.delimitation,
        resources: question.resources, counties: question.counties)
      var state = PlanState(instance, choosing: result.chosen)
      var exchanges: [[Int]: Double] = [:]
      state.forEachExchange {
        exchanges[[$0.outgoing, $0.incoming]] = Double($0.gain) / instance.unitsPerPoint
      }
      #expect(state.chosen == result.chosen)
      for outgoing in result.chosen {
        let rest = result.chosen.filter { $0 != outgoing }
        for incoming in question.proposals.indices where !result.chosen.contains(incoming) {
          let isPossible = audit.violations(of: rest + [incoming]).isEmpty
          let gain = exchanges[[outgoing, incoming]]
          #expect(isPossible == (gain != nil), "seed \(seed): \(outgoing) → \(incoming)")
          guard let gain else { continue }
          let change = audit.objective(of: rest + [incoming]) - audit.objective(of: result.chosen)
          #expect(abs(gain - change) < 0.005, "seed \(seed)")
          #expect(gain <= 0, "A proven plan has no better neighbour.")
          compared += 1
        }
      }
    }
    #expect(compared > 100)
  }

  @Test func `plans found by exchanges keep the rules and stay below the optimum`() throws {
    var found = 0
    for seed in 1...150 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let instance = try LayoutInstance(
        parameters: question.parameters, delimitation: question.delimitation,
        resources: question.resources, counties: question.counties)
      guard let plan = PlanState.byExchanges(for: instance) else { continue }
      let audit = LayoutAudit(question: question)
      #expect(audit.violations(of: plan.chosen) == [], "seed \(seed)")
      let best = try #require(try question.result().objective)
      #expect(instance.points(plan.objective) <= best)
      found += 1
    }
    #expect(found > 50)
  }
}
