import LandModel
import Testing

@testable import LayoutAnalysis

/// Amounts that must give way: money, points of a term, levels of counties.
@Suite struct RelaxationAmountTests {
  /// Two towns in the east, one in the west, of 1 km² each.
  private var city: LayoutCase {
    var question = LayoutCase()
    question.add("e1", at: XY(0, 0), county: "east", scores: [("a", 60)])
    question.add("e2", at: XY(9000, 0), county: "east", scores: [("a", 50)])
    question.add("w1", at: XY(20_000, 0), county: "west", scores: [("b", 40)])
    question.parameters.spacing = Metres(kilometres: 1)
    return question
  }

  private func advice(_ question: LayoutCase) throws -> RelaxationAdvice {
    let advice = try #require(try question.sensitivity(.none).answers.advice)
    #expect(advice.isProven)
    #expect(advice.least?.status == .optimal)
    #expect(advice.single.allSatisfy { $0.status == .optimal })
    return advice
  }

  @Test func `a budget too small for the towns asked for`() throws {
    var question = city
    question.parameters.towns.min = 3
    question.parameters.costPerSquareKilometre = Money(tenThousandYuan: 1000)
    question.parameters.budget = Money(tenThousandYuan: 2400)
    let advice = try advice(question)
    #expect(
      advice.least?.changes.map(\.text) == [
        LocalizedText(
          english: "Raise the budget of all towns from 24 million CNY to 30 million CNY (+25 %).",
          chinese: "将小镇总投资上限由 2400 万元提高到 3000 万元（+25 %）。")
      ])
    #expect(advice.least?.changes.first?.unit == .money)
    #expect(advice.single.map { $0.changes.map(\.code) } == [["towns.min"], ["budget"]])
  }

  @Test func `points of suitability beyond the towns allowed`() throws {
    var question = city
    question.parameters.towns.max = 1
    question.parameters.termMinimums = [TermMinimum(term: .suitability, points: 80)]
    let advice = try advice(question)
    // 80 to 60 is a quarter; a second town would be the whole of one.
    #expect(
      advice.least?.changes.map(\.text.english) == [
        "Lower what suitability must reach from 80 points to 60 points."
      ])
    #expect(advice.least?.changes.first?.to == 60)
  }

  @Test func `points of reach that no town has`() throws {
    var question = city
    question.addResource("r", at: XY(0, 0), weight: 10)
    question.addResource("s", at: XY(60_000, 0), weight: 10)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(2000), share: Ratio(1))])
    ]
    question.parameters.termMinimums = [TermMinimum(term: .coverage, points: 15)]
    let advice = try advice(question)
    #expect(
      advice.least?.changes.map(\.text.english) == [
        "Lower what reach of resources must reach from 15 points to 10 points."
      ])
  }

  @Test(arguments: [60.06, 60.049_96, 60.1234, 59.9999])
  func `points told as enough are enough, to the last digit`(score: Double) throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", score)])
    question.add("b", at: XY(20_000, 0), scores: [("x", 20)])
    question.parameters.towns.max = 1
    question.parameters.termMinimums = [TermMinimum(term: .suitability, points: 90)]
    let text = try #require(try advice(question).single.last?.changes.first?.text)
    let told = try #require(text.english.firstMatch(of: /from 90 points to ([0-9.]+) points/))
    question.parameters.termMinimums[0].points = try #require(Double(told.1))
    #expect(try question.result().status == .optimal)
    question.parameters.termMinimums[0].points += 0.000_1
    #expect(try question.result().status == .infeasible)
    #expect(text.chinese.contains("降为 \(told.1) 分"))
  }

  @Test func `equity told as enough is enough`() throws {
    for seed in UInt64(1)...12 {
      var question = RandomLayouts.small(seed: seed)
      question.parameters = LayoutParameters(towns: TownQuota(max: 3))
      question.parameters.equity = EquityRule(weight: 3.7, of: .suitability, per: .county)
      question.parameters.termMinimums = [TermMinimum(term: .equity, points: 5000)]
      guard try question.result().status == .infeasible else { continue }
      let text = try #require(
        try advice(question).single.first { $0.changes.first?.code == "at-least.equity" }?
          .changes.first?.text)
      let told = try #require(text.english.firstMatch(of: /equity from 5000 to ([0-9.]+) points/))
      #expect(text.chinese.contains("均衡由 5000 分降为 \(told.1) 分"))
      question.parameters.termMinimums[0].points = try #require(Double(told.1))
      #expect(try question.result().status == .optimal, "seed \(seed)")
    }
  }
}
