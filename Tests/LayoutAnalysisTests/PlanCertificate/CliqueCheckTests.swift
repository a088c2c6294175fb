import LandModel
import Testing

@testable import LayoutAnalysis

/// Cliques of thousands of columns in one place, and what a record may say of them.
struct CliqueCheckTests {
  private static let spacing = 2000.0

  /// A certificate with one clique of small squares: the given corners at each site.
  private func proofCase(
    _ corners: [[XY]], spacing: Double = Self.spacing, industries: Int = 1
  ) -> ProofCase {
    var layout = LayoutParameters()
    layout.spacing = Metres(spacing)
    let base = CertificateCase()
    let all = corners.enumerated().flatMap { site, corners in
      corners.map { (site: site, corner: $0) }
    }
    var proof = StatedProof.empty
    proof.sites = corners.indices.map { FeatureID("S\($0)") }
    proof.industries = (0..<industries).map { "industry \($0)" }
    proof.sizes = [nil]
    let zeros = [Int64](repeating: 0, count: all.count)
    proof.columns = StatedProof.Columns(
      site: all.map(\.site), industry: all.indices.map { $0 % industries },
      size: all.map { _ in 0 }, value: zeros, land: zeros, construction: zeros)
    proof.cliques = StatedProof.Cliques(multiplier: [1], columns: [Array(all.indices)])
    return ProofCase(
      plan: base.plan, proof: proof, layout: layout, delimitation: base.delimitation, sites: [],
      counties: [], land: LandInput(grid: RedLineSamples.grid), workers: 2,
      towns: all.map { entry in
        base.towns[0].stating(
          boundary: .polygon(rings: [RedLineSamples.square(entry.corner.x, entry.corner.y, 10)]))
      }, lookups: all.map { _ in nil }, siteRows: corners.map { _ in nil })
  }

  /// Corners within a disc of a radius, the first of a site in its middle.
  private func crowd(sites: Int, columns: Int, radius: Double, middle: Int) -> [[XY]] {
    var random = SeededGenerator(seed: 7)
    func place() -> XY {
      while true {
        let (x, y) = (Double(random.next() % 20_001), Double(random.next() % 20_001))
        let place = XY((x / 10_000 - 1) * radius, (y / 10_000 - 1) * radius)
        if place.distance(to: XY(0, 0)) < radius { return place }
      }
    }
    var corners = (0..<sites).map { _ in (0..<columns).map { _ in place() } }
    corners[middle][0] = XY(0, 0)
    return corners
  }

  @Test func `a clique of 8 000 columns in one place is proven without its 32 million pairs`()
    throws
  {
    let question = proofCase(crowd(sites: 500, columns: 16, radius: 999.99, middle: 311))
    #expect(question.proof.malformations == [])
    let (check, cliques) = try CliqueCheck(proofCase: question).result()
    #expect(check.outcome == .holds && check.faults.isEmpty)
    #expect(
      check.detail.english == "1 clique, 0 pairs of columns measured; most of 1 clique by a disc "
        + "narrower than the spacing")
    #expect(cliques.map(\.columns.count) == [8000])
  }

  @Test func `a member of a large clique that stands beyond the spacing is found`() throws {
    var corners = crowd(sites: 401, columns: 16, radius: 900, middle: 0)
    corners[200][3] = XY(3200, 0)
    let (check, cliques) = try CliqueCheck(proofCase: proofCase(corners)).result()
    #expect(check.outcome == .broken && cliques.isEmpty)
    // Each fault is between the member that was moved and one of another site.
    #expect(check.faults.count == 200)
    #expect(check.faults.allSatisfy { $0.subjects.contains("S200/industry 0") })
    #expect(check.detail.english.contains("1 clique, 6400 pairs of columns measured"))
  }

  @Test func `members beyond every disc are measured, and hold where they are near enough`() throws
  {
    // Three corners of a triangle wider than any disc, each nearer than the spacing to all others.
    var corners = crowd(sites: 130, columns: 2, radius: 900, middle: 0)
    corners[20][1] = XY(1095, 0)
    corners[50][1] = XY(-547, 948)
    corners[80][1] = XY(-547, -948)
    let (check, cliques) = try CliqueCheck(proofCase: proofCase(corners)).result()
    #expect(check.outcome == .holds && cliques.map(\.columns.count) == [260])
    #expect(
      check.detail.english.hasSuffix("; most of 1 clique by a disc narrower than the spacing"))
    #expect(!check.detail.english.contains(" 0 pairs"))
  }

  @Test func `without a spacing nothing is proven by a disc`() throws {
    let corners = (0..<260).map { [XY(Double($0) * 20, 0)] }
    let (check, _) = try CliqueCheck(proofCase: proofCase(corners, spacing: 0)).result()
    #expect(check.outcome == .broken)
    #expect(check.detail.english == "1 clique, 33670 pairs of columns measured")
  }

  @Test func `the spacing of one industry counts where a clique has no other`() throws {
    var corners = crowd(sites: 130, columns: 2, radius: 900, middle: 0)
    for site in corners.indices { corners[site][0] = XY(corners[site][0].x * 2, 0) }
    func outcome(industries: Int) throws -> CertificateCheck {
      let question = proofCase(corners, industries: industries)
      var layout = question.layout
      layout.industrySpacing = Metres(3700)
      return try CliqueCheck(
        proofCase: ProofCase(
          plan: question.plan, proof: question.proof, layout: layout,
          delimitation: question.delimitation, sites: [], counties: [], land: question.land,
          workers: 2, towns: question.towns, lookups: question.lookups,
          siteRows: question.siteRows)
      ).result().check
    }
    let one = try outcome(industries: 1)
    #expect(one.outcome == .holds && one.detail.english.contains("1 clique, 0 pairs"))
    #expect(try outcome(industries: 2).outcome == .broken)
  }

  @Test func `more pairs than can be measured are unchecked, not broken`() throws {
    // Columns of one site need no distance, and those of 20 m apart are near enough.
    let corners = (0..<40).map { [XY(Double($0) * 20, 0), XY(Double($0) * 20, 50)] }
    let question = proofCase(corners)
    let (check, cliques) = try CliqueCheck(proofCase: question, mostPairs: 3159).result()
    #expect(check.outcome == .unchecked && check.faults.isEmpty)
    #expect(
      check.detail.english
        == "1 clique, 0 pairs of columns measured; 1 clique not measured, beyond 3159 pairs")
    // Kept, so that the bound is the one stated.
    #expect(cliques.map(\.columns.count) == [80])
    let trust = ProofVerdict(
      outcome: .proven, dualBound: 1, dualGap: .zero, finalGap: .zero, nodes: nil
    ).standing(beside: [check])
    #expect(trust.outcome == .trusted)
    let all = try CliqueCheck(proofCase: question, mostPairs: 3160).result().check
    #expect(all.outcome == .holds)
    #expect(all.detail.english == "1 clique, 3120 pairs of columns measured")
  }

  @Test func `a coverage group that a rule names twice is told, whatever it would add up to`() {
    var proof = StatedProof.empty
    proof.groups = StatedProof.Groups(
      weight: [1], multiplier: [0], sites: [[]], industries: [[]])
    proof.rows = [
      StatedProof.Row(
        code: "at-least", subject: "coverage", sense: "min", limit: 1, multiplier: 0, columns: [],
        coefficients: [], groups: [0, 0],
        groupCoefficients: [9_000_000_000_000_000_000, 9_000_000_000_000_000_000])
    ]
    #expect(
      proof.malformations.map(\.text.english) == [
        "“certificate.rows.at-least.coverage.groups” names number 0 twice."
      ])
  }
}

extension StatedProof {
  /// A certificate of nothing.
  fileprivate static var empty: StatedProof {
    StatedProof(
      unitExponent: -4, stepsPerUnit: 1, greatestLevel: nil, modelSHA256: "", pricesSHA256: "",
      proposalsSHA256: "", cornersSHA256: "", sites: [], industries: [], sizes: [],
      columns: Columns(site: [], industry: [], size: [], value: [], land: [], construction: []),
      refused: Refused(site: [], industry: [], size: []), rows: [],
      groups: Groups(weight: [], multiplier: [], sites: [], industries: []),
      cliques: Cliques(multiplier: [], columns: []), selection: [],
      bounds: Bounds(lower: 0, dualSteps: "0", dual: 0, upper: 0, kept: 0))
  }
}
