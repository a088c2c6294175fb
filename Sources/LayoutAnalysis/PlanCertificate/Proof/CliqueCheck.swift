import LandModel
import Topology

/// Any two columns of a clique exclude each other: a wrong clique is the one way to cut off plans that the rules allow.
struct CliqueCheck {
  let proofCase: ProofCase
  var mostPairs = CliquePairs.mostPairs
  /// Pairs measured by one task.
  private static let chunkSize = 512
  private static let mostFaults = 200

  /// The cliques that nothing speaks against, and where the certificate's do not hold.
  ///
  /// - Complexity: as ``CliquePairs`` for what is to be measured, and O(pairs · v) where two corners or one box decide, O(pairs · v²) where not.
  func result() throws(TopologyError) -> (check: CertificateCheck, cliques: [ProofModel.Clique]) {
    let stated = proofCase.proof.cliques
    let open = openPairs
    let pairs = open.pairs
    let ruler = ExclusionRuler(proofCase)
    let verdicts = try Chunks.map(
      count: pairs.count, size: Self.chunkSize, workers: proofCase.workers
    ) { (rows) throws(TopologyError) -> [Bool] in
      var verdicts: [Bool] = []
      for row in rows {
        verdicts.append(try ruler.exclude(pairs[row].left, pairs[row].right))
      }
      return verdicts
    }.flatMap { $0 }
    var faults = repeated
    var isBroken = [Bool](repeating: false, count: stated.columns.count)
    for (pair, holds) in zip(pairs, verdicts) where !holds {
      isBroken[pair.clique] = true
      if faults.count < Self.mostFaults { faults.append(fault(pair, ruler)) }
    }
    let cliques = stated.columns.indices.filter { !isBroken[$0] }.map {
      ProofModel.Clique(
        columns: Array(Set(stated.columns[$0])).sorted(), price: max(0, stated.multiplier[$0]))
    }
    let check = CertificateCheck(
      .cliques,
      detail: LocalizedText(
        english:
          "\(stated.columns.count.counted("clique")), \(pairs.count.counted("pair")) of columns measured"
          + rest(open).english,
        chinese: "\(stated.columns.count) 个互斥组，量算 \(pairs.count) 对" + rest(open).chinese),
      faults: faults, isComplete: open.unmeasuredCount == 0)
    return (check, cliques)
  }

  /// What was not measured pair by pair, and why.
  private func rest(_ open: CliquePairs) -> LocalizedText {
    var (english, chinese) = ("", "")
    if open.discCount > 0 {
      english += "; most of \(open.discCount.counted("clique")) by a disc narrower than the spacing"
      chinese += "；\(open.discCount) 个互斥组的多数列位于直径小于间距的圆内"
    }
    if open.unmeasuredCount > 0 {
      english +=
        "; \(open.unmeasuredCount.counted("clique")) not measured, beyond \(mostPairs.counted("pair"))"
      chinese += "；\(open.unmeasuredCount) 个互斥组超出 \(mostPairs) 对，未量算"
    }
    return LocalizedText(english: english, chinese: chinese)
  }

  private var openPairs: CliquePairs {
    let stated = proofCase.proof.columns
    return CliquePairs(
      proofCase.proof.cliques.columns,
      columns: proofCase.towns.indices.map { column in
        CliquePairs.Column(
          site: stated.site[column], industry: stated.industry[column],
          corner: proofCase.towns[column]?.boundary.positions.first)
      }, spacing: proofCase.layout.spacing, industrySpacing: proofCase.layout.industrySpacing,
      mostPairs: mostPairs)
  }

  private var repeated: [CertificateFault] {
    let cliques = proofCase.proof.cliques.columns
    return cliques.indices.filter { Set(cliques[$0]).count < cliques[$0].count }.map { number in
      CertificateFault(
        ["certificate.cliques"], english: "Clique \(number) of run.json has a column twice.",
        chinese: "run.json 的第 \(number) 个互斥组含有重复的列。")
    }
  }

  private func fault(
    _ pair: (left: Int, right: Int, clique: Int), _ ruler: ExclusionRuler
  ) -> CertificateFault {
    let (one, other) = (
      proofCase.proof.name(ofColumn: pair.left), proofCase.proof.name(ofColumn: pair.right)
    )
    let apart = ruler.distance(pair.left, pair.right).map { ($0.value * 1000).rounded() / 1000 }
    let limit = ruler.limit(pair.left, pair.right).value
    return CertificateFault(
      [one, other],
      english:
        "Clique \(pair.clique) of run.json holds \(one) and \(other), which may stand together: they are "
        + "\(apart.map { "\($0) m" } ?? "unknown") apart, and need \(limit) m.",
      chinese: "run.json 的第 \(pair.clique) 个互斥组含 \(one) 与 \(other)，两者可并存：相距 "
        + "\(apart.map { "\($0) 米" } ?? "未知")，要求 \(limit) 米。")
  }
}

/// Whether two columns exclude each other, by their sites and boundaries alone.
struct ExclusionRuler: Sendable {
  private let boundaries: [Geometry?]
  private let boxes: [BoundingBox]
  private let siteOfColumn: [Int]
  private let industryOfColumn: [Int]
  private let spacing: Metres
  private let industrySpacing: Metres
  /// Rounding of a distance between coordinates of millions of metres.
  static let noise = Metres(1e-6)

  init(_ proofCase: ProofCase) {
    boundaries = proofCase.towns.map { $0?.boundary }
    boxes = boundaries.map { $0?.boundingBox ?? .empty }
    siteOfColumn = proofCase.proof.columns.site
    industryOfColumn = proofCase.proof.columns.industry
    spacing = proofCase.layout.spacing
    industrySpacing = proofCase.layout.industrySpacing
  }

  /// The distance that the plan asks for between two columns of different sites.
  func limit(_ one: Int, _ other: Int) -> Metres {
    industryOfColumn[one] == industryOfColumn[other] ? max(spacing, industrySpacing) : spacing
  }

  /// Measured edge by edge; nil where a boundary is missing.
  func distance(_ one: Int, _ other: Int) -> Metres? {
    guard let left = boundaries[one], let right = boundaries[other] else { return nil }
    return PlainBoundary(left).distance(to: PlainBoundary(right))
  }

  /// Whether two columns are of one site, nearer than their spacing, or share land.
  ///
  /// - Parameter allowance: added to the spacing: above zero where a statement is judged that may be rounded, below
  ///   where nothing may be ruled out that the plan might allow.
  func exclude(
    _ one: Int, _ other: Int, allowance: Metres = noise
  ) throws(TopologyError) -> Bool {
    if siteOfColumn[one] == siteOfColumn[other] { return true }
    guard let left = boundaries[one], let right = boundaries[other] else { return false }
    let limit = limit(one, other) + allowance
    let apart = Self.distance(boxes[one], boxes[other])
    if apart > limit.value, apart > 0 { return false }
    if self.limit(one, other) > .zero {
      // Any two corners are at least as far apart as the boundaries.
      if Self.cornerDistance(left, right) < limit.value { return true }
      if let distance = distance(one, other), distance < limit { return true }
    }
    guard apart == 0 else { return false }
    let workspace = Workspace()
    return try Shape(left, in: workspace).overlapsInterior(Shape(right, in: workspace))
  }

  /// Never above the distance of what the boxes hold.
  private static func distance(_ one: BoundingBox, _ other: BoundingBox) -> Double {
    let east = max(0, one.minX - other.maxX, other.minX - one.maxX)
    let north = max(0, one.minY - other.maxY, other.minY - one.maxY)
    return (east * east + north * north).squareRoot()
  }

  /// Between the corner of one that is nearest to the first of the other, and the nearest of the other to that.
  private static func cornerDistance(_ one: Geometry, _ other: Geometry) -> Double {
    guard var there = other.positions.first else { return .infinity }
    var least = Double.infinity
    for geometry in [one, other, one, other] {
      var (nearest, distance) = (there, Double.infinity)
      for corner in geometry.positions {
        let length = corner.distance(to: there)
        if length < distance { (nearest, distance) = (corner, length) }
      }
      there = nearest
      least = distance
    }
    return least
  }
}
