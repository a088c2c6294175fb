import LandModel
import Testing

@testable import LayoutAnalysis

/// Scores, objective, bound and gap, as a written plan states them.
struct CertificateProofTests {
  @Test func `a changed term or objective is found`() throws {
    var question = CertificateCase()
    let plan = question.plan
    question.terms = [
      plan.terms[0], ObjectiveTerm(name: "coverage.scenic", value: plan.terms[1].value + 0.01),
    ]
    #expect(
      try question.faults() == [
        "objective": [
          "Term “coverage.scenic” is stated as 50.01; towns and resources give 50.0.",
          "The objective is stated as \(plan.objective ?? 0), but its terms sum to "
            + "\(StatedRounding.shown((plan.objective ?? 0) + 0.01)).",
        ]
      ])
    question.terms = nil
    question.objective = (plan.objective ?? 0) + 0.01
    #expect(try question.faults()["objective"]?.count == 2)
  }

  @Test func `a term that lacks, or is none of the plan's, is found`() throws {
    var question = CertificateCase()
    question.terms = [question.plan.terms[0], ObjectiveTerm(name: "coverage.mines", value: 50)]
    #expect(
      try question.faults()["objective"] == [
        "Term “coverage.scenic” is stated as nothing; towns and resources give 50.0.",
        "Term “coverage.mines” is none of the plan's.",
      ])
  }

  @Test func `resources are reached by distance and by industry`() throws {
    var question = CertificateCase()
    // Beside T2, which lives on something else, and beyond the rings of the others.
    question.resources.append(
      ResourcePoint(
        id: "r4", category: "scenic", position: CertificateCase.place(4500, 0), weight: 100))
    #expect(try question.faults() == [:])
    // Exactly at the ring of T1 counts.
    question.resources.append(
      ResourcePoint(
        id: "r5", category: "scenic", position: CertificateCase.place(-3000, 0), weight: 1))
    #expect(
      try question.faults()["objective"]?.first
        == "Term “coverage.scenic” is stated as 50.0; towns and resources give 55.0.")
  }

  @Test func `a score that is not the sum of its factors is found`() throws {
    var question = CertificateCase()
    question.towns[0] = question.towns[0].stating(score: 70.01)
    #expect(
      try question.faults()["scores"]
        == ["The score of T1 is stated as 70.01, but its factors give 70.0."])
    question = CertificateCase()
    question.delimitation.industries[1].weights[1].weight = 3
    #expect(
      try question.faults()["scores"]?.first
        == "Factor “scenery” of T2 is stated with 60.0 points; its value and weight give 40.0.")
  }

  @Test func `a factor that the land does not tell is unchecked, and so is what it is added up to`()
    throws
  {
    var question = CertificateCase()
    question.elevation = nil
    let checks = try question.checks()
    let unchecked = checks.filter { $0.outcome != .holds }
    #expect(unchecked.map(\.code) == ["factors", "objective"])
    #expect(unchecked.allSatisfy { $0.outcome == .unchecked && $0.faults.isEmpty })
    #expect(
      unchecked[0].detail.english.hasSuffix(
        "; not looked up: T1/road, T1/scenery, T2/road, T2/scenery, T3/road and 1 more"))
    // A wrong objective is found all the same.
    question.objective = 1
    #expect(try question.faults().keys.contains("objective"))
    // Where no term is made of scores, nothing hangs on them.
    question = CertificateCase()
    question.elevation = nil
    question.layout.suitabilityWeight = 0
    #expect(try question.checks().first { $0.code == "objective" }?.outcome == .broken)
  }

  @Test func `a broken check refutes what is proven, and one not made leaves nothing shown`() {
    let proven = ProofVerdict(
      outcome: .proven, dualBound: 7, dualGap: .zero, finalGap: .zero, nodes: 3)
    func standing(_ outcomes: CertificateCheck.Outcome...) -> ProofVerdict {
      let none = LocalizedText(english: "", chinese: "")
      return proven.standing(
        beside: outcomes.map { CertificateCheck(.areas, $0, detail: none) })
    }
    #expect(standing(.holds, .trusted) == proven)
    #expect(standing(.holds, .broken, .unchecked).outcome == .refuted)
    #expect(standing(.holds, .unchecked).outcome == .trusted)
    #expect(standing(.broken).dualBound == 7)
  }

  @Test func `a bound below the objective, a wrong gap and a wrong status are found`() throws {
    var question = CertificateCase()
    let objective = try #require(question.plan.objective)
    question.bound = objective - 0.0001
    #expect(try question.faults()["bound"]?.count == 2)
    question.bound = objective * 1.01
    question.gap = Ratio(0.01)
    #expect(try question.faults()["bound"]?.count == 1)
    question.status = .feasible
    #expect(try question.faults() == [:])
    question.gap = Ratio(0.011)
    #expect(
      try question.faults()
        == ["bound": ["The gap is stated as 0.011, but objective and bound give 0.01."]])
  }

  @Test func `without a plan only the claim is looked at`() throws {
    var question = CertificateCase()
    question.towns = []
    let plan = StatedPlan(
      status: .infeasible, objective: nil, bound: nil, gap: nil, terms: [], towns: [],
      ellipsoidalArea: .zero, constructionArea: .zero)
    let certificate = PlanCertificate(
      layout: question.layout, delimitation: question.delimitation)
    let land = LandInput(grid: RedLineSamples.grid)
    let checks = try certificate.checks(
      of: plan, sites: [], land: land, offered: nil)
    #expect(checks.map(\.outcome) == [.holds])
    let proof = try certificate.proofChecks(
      of: plan, proof: nil, proposals: nil, sites: [], land: land, solver: "CBC")
    #expect(proof.checks.map(\.outcome) == [.trusted])
    #expect(proof.checks[0].detail.english.contains("that no plan can meet the rules"))
    #expect(proof.verdict.outcome == .trusted)
  }

  @Test func `plans of the search hold`() throws {
    var count = 0
    for seed in 1...40 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let result = try question.result()
      guard let objective = result.objective else { continue }
      let towns = result.chosen.map { question.proposals[$0] }
      let stated = StatedPlan(
        status: result.status, objective: StatedRounding.shown(objective),
        bound: result.bound.map(StatedRounding.shown), gap: result.gap,
        terms: result.terms.map {
          ObjectiveTerm(name: $0.name, value: StatedRounding.shown($0.value))
        },
        towns: towns.map { town in
          StatedTown(
            id: question.sites[town.site].id, county: question.sites[town.site].county,
            industry: town.industry, publishedBoundary: town.boundary, boundary: town.boundary,
            construction: town.constructionBoundary, ellipsoidalArea: town.ellipsoidalArea,
            constructionArea: town.constructionArea, score: StatedRounding.shown(town.score),
            factors: [])
        },
        ellipsoidalArea: towns.reduce(.zero) { $0 + $1.ellipsoidalArea },
        constructionArea: towns.reduce(.zero) { $0 + $1.constructionArea })
      var delimitation = CertificateCase().delimitation
      delimitation.industries = []
      delimitation.staysInCounty = false
      let checks = try PlanCertificate(
        layout: question.parameters, delimitation: delimitation
      ).checks(
        of: stated, sites: question.sites,
        land: LandInput(grid: RedLineSamples.grid, resources: question.resources), offered: nil)
      // Areas of these cases are planar, and not those of any profile.
      let broken = checks.filter { $0.outcome == .broken && $0.code != "areas" }
      #expect(broken == [], "seed \(seed)")
      count += 1
    }
    #expect(count > 10)
  }
}
