import LandModel
import Testing

@testable import LayoutAnalysis

/// The verification's bound and search on small questions of all kinds, held against the search's and against every plan.
///
/// Additions are those of ``RandomLayouts/Additions``: 0 none, 1 budget, 2 equity, 4 least points, 7 all.
struct ProofTermTests {
  private func question(_ seed: Int, _ additions: Int) -> LayoutCase {
    additions == 0
      ? RandomLayouts.small(seed: UInt64(seed))
      : RandomLayouts.small(
        seed: UInt64(1000 * additions + seed), with: .init(rawValue: additions))
  }

  @Test(arguments: [0, 1, 2, 4, 7])
  func `the bound of a certificate is the one its search had, to the step`(additions: Int) throws {
    var count = 0
    for seed in 1...200 {
      let question = question(seed, additions)
      guard let certificate = try question.result().certificate else { continue }
      let model = ProofModel(certificate)
      let bound = DualBound(model, stepsPerUnit: certificate.stepsPerUnit)
      #expect(bound.steps == certificate.dualSteps, "seed \(seed)")
      #expect(bound.units == certificate.dual)
      #expect(bound.columns(above: certificate.lower).count == certificate.keptCount)
      #expect(model.objective(of: certificate.selection) == Int128(certificate.lower))
      count += 1
    }
    #expect(count > 40)
  }

  @Test(arguments: [0, 1, 2, 4, 7])
  func `no multipliers prove less than the best of all plans`(additions: Int) throws {
    var (bounds, different) = (0, 0)
    for seed in 1...150 {
      let question = question(seed, additions)
      guard let best = PlanEnumeration(try question.instance()).best,
        let certificate = try question.result().certificate
      else { continue }
      var random = SeededGenerator(seed: UInt64(seed))
      for most in [UInt64(1), 1 << 10, 1 << 20, 1 << 40] {
        func price() -> Int64 { random.next() % 3 == 0 ? 0 : Int64(random.next() % most) }
        var model = ProofModel(certificate)
        for row in model.rows.indices where model.rows[row].code != "towns.max" {
          model.rows[row].price = price()
        }
        for group in model.groups.indices { model.groups[group].price = price() }
        model.cliques = model.cliques.map {
          ProofModel.Clique(columns: $0.columns, price: price())
        }
        let units = try #require(DualBound(model, stepsPerUnit: certificate.stepsPerUnit).units)
        #expect(units >= best, "seed \(seed)")
        if units != certificate.dual { different += 1 }
        bounds += 1
      }
    }
    #expect(bounds > 60 && different > 40)
  }

  @Test(arguments: [0, 1, 2, 4, 7])
  func `a search of all columns proves the best plan, and finds it when told of less`(
    additions: Int
  ) throws {
    var proofs = 0
    for seed in 1...200 {
      let question = question(seed, additions)
      let instance = try question.instance()
      guard let best = PlanEnumeration(instance).best,
        let certificate = try question.result().certificate
      else { continue }
      let residual = try ProofResidual(
        ProofModel(certificate), columns: Array(0..<instance.columnCount)
      ) { instance.conflicts.excludes($0, $1) }
      var search = ProofSearch(residual, nodeLimit: 5000)
      #expect(search.outcome(above: best) == .proven, "seed \(seed)")
      var other = ProofSearch(residual, nodeLimit: 5000)
      guard case .refuted(let places, let objective) = other.outcome(above: best - 1) else {
        Issue.record("seed \(seed): the best plan is not found")
        continue
      }
      #expect(objective == best, "seed \(seed)")
      let plan = PlanState(instance, choosing: places)
      #expect(plan.isFeasible && plan.objective == best, "seed \(seed)")
      proofs += 1
    }
    #expect(proofs > 40)
  }

  @Test(arguments: 1...3)
  func `a city with budget, least points and equity is bounded, and its gap searched`(
    seed: UInt64
  ) throws {
    var question = RandomLayouts.city(
      sites: 24, width: 32_000, counties: 3, towns: 6, resources: 120, spacing: 4000, seed: seed)
    question.parameters.industryQuota = TownQuota(min: 0, max: 3)
    question.parameters.equity = EquityRule(weight: 20, of: .area, per: .county)
    question.parameters.costPerSquareKilometre = Money(tenThousandYuan: 100)
    question.parameters.budget = Money(tenThousandYuan: 2000)
    question.parameters.termMinimums = [TermMinimum(term: .coverage, points: 20)]
    let instance = try question.instance()
    let certificate = try #require(try question.result().certificate)
    #expect(certificate.lower == certificate.upper)
    let model = ProofModel(certificate)
    let bound = DualBound(model, stepsPerUnit: certificate.stepsPerUnit)
    #expect(try #require(bound.units) >= certificate.lower)
    let columns = bound.columns(above: certificate.lower)
    let residual = try ProofResidual(model, columns: columns) {
      instance.conflicts.excludes($0, $1)
    }
    var search = ProofSearch(residual, nodeLimit: 5000)
    #expect(search.outcome(above: certificate.lower) == .proven, "\(columns.count) columns")
  }

  @Test func `prices of terms beyond all measure are lowered until they can be stated`() throws {
    var lowered = 0
    for seed in 1...60 {
      let question = question(seed, 4)
      let instance = try question.instance()
      guard let best = PlanState.byExchanges(for: instance),
        instance.rules.contains(where: { !$0.groups.isEmpty })
      else { continue }
      let rows = LayoutRows(instance)
      let relaxation = LayoutRelaxation(instance, rows)
      let multipliers = Multipliers(
        rows: relaxation.limits.map { _ in Multipliers.greatestRowPrice },
        groups: relaxation.weights.map { _ in 1 })
      let proof = DualProof(
        relaxation: relaxation, rows: rows, multipliers: multipliers,
        bound: LagrangianBound(relaxation, multipliers))
      let certificate = LayoutCertificate(
        instance, proof, refusals: [], plan: best, bound: best.objective, residual: nil)
      let bound = DualBound(
        ProofModel(certificate), stepsPerUnit: certificate.stepsPerUnit)
      #expect(bound.steps == certificate.dualSteps, "seed \(seed)")
      #expect(certificate.groups.allSatisfy { $0.multiplier <= 1 << 62 })
      if certificate.dualSteps != proof.bound.steps { lowered += 1 }
    }
    #expect(lowered > 0)
  }
}

extension ProofModel {
  /// The model as a certificate states it, with its prices.
  init(_ certificate: LayoutCertificate) {
    self.init(
      siteCount: certificate.sites.count,
      columns: certificate.columns.map {
        ProofModel.Column(
          site: $0.site, industry: $0.industry, value: $0.value, land: $0.land,
          construction: $0.construction)
      },
      rows: certificate.rows.map { row in
        ProofModel.Row(
          code: row.code, subject: row.subject, isMinimum: row.isMinimum, limit: row.limit,
          shares: zip(row.columns, row.coefficients).map { ($0, $1) },
          groups: zip(row.groups, row.groupCoefficients).map { ($0, $1) },
          isLevel: row.code == "equity", price: row.multiplier)
      },
      groups: certificate.groups.map {
        ProofModel.Group(weight: $0.weight, columns: $0.columns, price: $0.multiplier)
      },
      cliques: certificate.cliques.map {
        ProofModel.Clique(columns: $0.columns, price: $0.multiplier)
      }, greatestLevel: certificate.greatestLevel)
  }
}
