import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// How often towns are chosen when weights move, against trying every plan of each sample.
@Suite struct WeightSamplesTests {
  @Test func `frequencies are those of the best plan of each sample, found by trying all`() throws {
    var compared = 0
    for seed in 1...60 {
      let question = withFactors(RandomLayouts.small(seed: UInt64(seed)), seed: UInt64(seed))
      let asked = StabilityParameters(samples: 8, spread: Ratio(0.5), seed: 11)
      let (result, answers) = try question.sensitivity(
        SensitivityParameters(forcing: .none, stability: asked))
      guard result.objective != nil else { continue }
      let instance = try question.instance()
      let variants = try #require(
        VariantSearch(
          instance, plan: PlanState(instance, choosing: result.chosen),
          limits: SolverLimits(seconds: 60)))
      let samples = WeightSamples(
        parameters: asked, variants: variants, resources: question.resources)
      var counts = [Int](repeating: 0, count: question.sites.count)
      var isUnique = true
      for sample in 0..<asked.samples {
        // Built from the changed inputs, not from what the samples keep.
        let moved = try self.question(question, sample: samples.instance(ofSample: sample))
          .instance()
        let plans = AllPlans(moved)
        let best = try #require(plans.best())
        let all = plans.plans.filter { $0.objective == best }
        if all.count > 1 { isUnique = false }
        for column in all[0].chosen { counts[question.site(of: column)] += 1 }
      }
      guard isUnique else { continue }
      let stability = try #require(answers.stability)
      #expect(stability.sites.map(\.chosen) == counts, "seed \(seed)")
      #expect(stability.unproven == 0)
      compared += 1
    }
    #expect(compared > 20)
  }

  /// The same inputs with the weights and scores of a sample.
  private func question(_ question: LayoutCase, sample: LayoutInstance) -> LayoutCase {
    var moved = question
    moved.parameters = sample.parameters
    moved.proposals = sample.proposals
    return moved
  }

  /// Two factors for each town, which make its score.
  private func withFactors(_ question: LayoutCase, seed: UInt64) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = question
    question.proposals = question.proposals.map { town in
      let factors = ["near", "flat"].map { name in
        FactorScore(
          factor: name, value: Ratio(random.unit()), weight: Ratio(name == "near" ? 0.7 : 0.3))
      }
      let score = factors.reduce(0) { $0 + 100 * $1.value.value * $1.weight.value }
      return TownProposal(
        site: town.site, industry: town.industry, boundary: town.boundary,
        planarArea: town.planarArea, ellipsoidalArea: town.ellipsoidalArea,
        constructionBoundary: town.constructionBoundary, constructionArea: town.constructionArea,
        cellCount: 1, score: score, factors: factors, compactness: town.compactness,
        reach: town.reach, objective: score, bound: score, gap: .zero, shortfall: nil)
    }
    return question
  }

  @Test func `without spread nothing moves`() throws {
    let question = withFactors(RandomLayouts.small(seed: 5), seed: 5)
    let (result, answers) = try question.sensitivity(
      SensitivityParameters(stability: StabilityParameters(samples: 4, spread: .zero)))
    let stability = try #require(answers.stability)
    #expect(result.objective != nil)
    #expect(stability.same == 4)
    let chosen = Set(result.chosen.map(question.site))
    for site in question.sites.indices {
      #expect(stability.frequency(of: site) == Ratio(chosen.contains(site) ? 1 : 0))
    }
  }

  @Test func `samples that leave no plan count neither for a site nor against it`() throws {
    // The least points are after weights: with less weight no plan has them.
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.parameters.termMinimums = [TermMinimum(term: .suitability, points: 60)]
    let (_, answers) = try question.sensitivity(
      SensitivityParameters(
        forcing: .none, stability: StabilityParameters(samples: 20, spread: Ratio(0.2))))
    let stability = try #require(answers.stability)
    #expect(stability.withoutPlan > 0 && stability.withoutPlan < 20)
    #expect(stability.sites.map(\.chosen) == [20 - stability.withoutPlan])
    #expect(stability.same == 20 - stability.withoutPlan)
    #expect(stability.frequency(of: 0) == Ratio(1))
  }

  @Test func `factors stay within their spread, and have fixed bits`() {
    var sum = 0.0
    for sample in 0..<1000 {
      let factors = WeightFactors(seed: 7, sample: sample, spread: Ratio(0.2))
      let factor = factors["suitability"]
      #expect((0.8...1.2).contains(factor))
      #expect(factor != factors["coverage.scenic"])
      sum += factor
    }
    // The mean of 1000 even draws has a standard deviation of 0.0037.
    #expect(abs(sum / 1000 - 1) < 0.015)
    #expect(
      WeightFactors(seed: 7, sample: 0, spread: Ratio(0.2))["suitability"].bitPattern
        == WeightFactors(seed: 7, sample: 0, spread: Ratio(0.2))["suitability"].bitPattern)
  }

  @Test func `the industry most often chosen is told`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60), ("y", 20)])
    let (_, answers) = try question.sensitivity(
      SensitivityParameters(stability: StabilityParameters(samples: 3)))
    let site = try #require(answers.stability?.sites.first)
    #expect(site.chosen == 3 && site.industry == "x" && site.chosenWithIndustry == 3)
  }
}
