package import LandModel

/// The certificate of a layout as `run.json` states it.
///
/// Numbers are as written, whatever they are: ``ProofModel`` works only with what it derived itself, and takes nothing
/// from here but the multipliers, the selection and what is to be compared.
package struct StatedProof: Sendable, Equatable, Decodable {
  package struct Columns: Sendable, Equatable, Decodable {
    package var site: [Int]
    package var industry: [Int]
    package var size: [Int]
    package var value: [Int64]
    package var land: [Int64]
    package var construction: [Int64]
  }

  package struct Refused: Sendable, Equatable, Decodable {
    package var site: [Int]
    package var industry: [Int]
    package var size: [Int]
  }

  package struct Row: Sendable, Equatable, Decodable {
    package var code: String
    package var subject: String
    package var sense: String
    package var limit: Int64
    package var multiplier: Int64
    /// Nil for all columns.
    package var columns: [Int]?
    /// Nil for ones.
    package var coefficients: [Int64]?
    /// Coverage groups that the sum counts; nil for none.
    package var groups: [Int]?
    package var groupCoefficients: [Int64]?

    private enum CodingKeys: String, CodingKey {
      case code, subject, sense, limit, multiplier, columns, coefficients, groups
      case groupCoefficients = "group_coefficients"
    }
  }

  package struct Groups: Sendable, Equatable, Decodable {
    package var weight: [Int64]
    package var multiplier: [Int64]
    package var sites: [[Int]]
    package var industries: [[Int]]
  }

  package struct Cliques: Sendable, Equatable, Decodable {
    package var multiplier: [Int64]
    package var columns: [[Int]]
  }

  package struct Bounds: Sendable, Equatable, Decodable {
    package var lower: Int64
    package var dualSteps: String
    package var dual: Int64
    package var upper: Int64
    package var kept: Int

    private enum CodingKeys: String, CodingKey {
      case lower, dual, upper, kept
      case dualSteps = "dual_steps"
    }
  }

  package var unitExponent: Int
  package var stepsPerUnit: Int64
  /// What the least level of the counties can reach; nil where it does not count.
  package var greatestLevel: Int64?
  package var modelSHA256: String
  package var pricesSHA256: String
  package var proposalsSHA256: String
  package var cornersSHA256: String
  package var sites: [FeatureID]
  package var industries: [String]
  /// Nil for boundaries of no size class.
  package var sizes: [SquareMetres?]
  package var columns: Columns
  package var refused: Refused
  package var rows: [Row]
  package var groups: Groups
  package var cliques: Cliques
  package var selection: [Int]
  package var bounds: Bounds

  private enum CodingKeys: String, CodingKey {
    case sites, industries, sizes, columns, refused, rows, groups, cliques, selection, bounds
    case unitExponent = "unit_exponent"
    case stepsPerUnit = "steps_per_unit"
    case greatestLevel = "greatest_level"
    case modelSHA256 = "model_sha256"
    case pricesSHA256 = "prices_sha256"
    case proposalsSHA256 = "proposals_sha256"
    case cornersSHA256 = "corners_sha256"
  }
}

extension StatedProof {
  /// Where lists differ in length, point nowhere, or count a group twice; nothing else may be looked at then.
  package var malformations: [CertificateFault] {
    var faults: [CertificateFault] = []
    func lengths(_ name: String, _ counts: [Int]) {
      guard Set(counts).count > 1 else { return }
      let text = counts.map(String.init).joined(separator: ", ")
      faults.append(
        CertificateFault(
          [name], english: "The lists of “\(name)” have different lengths: \(text).",
          chinese: "“\(name)”各列表长度不一：\(text)。"))
    }
    func places(_ name: String, _ values: some Sequence<Int>, below count: Int) {
      guard let wrong = values.first(where: { !(0..<count).contains($0) }) else { return }
      faults.append(
        CertificateFault(
          [name], english: "“\(name)” names number \(wrong), but there are \(count).",
          chinese: "“\(name)”引用第 \(wrong) 项，而总数为 \(count)。"))
    }
    func once(_ name: String, _ values: [Int]) {
      var seen: Set<Int> = []
      guard let twice = values.first(where: { !seen.insert($0).inserted }) else { return }
      faults.append(
        CertificateFault(
          [name], english: "“\(name)” names number \(twice) twice.",
          chinese: "“\(name)”重复引用第 \(twice) 项。"))
    }
    let count = columns.site.count
    lengths(
      "certificate.columns",
      [
        count, columns.industry.count, columns.size.count, columns.value.count, columns.land.count,
        columns.construction.count,
      ])
    lengths(
      "certificate.refused", [refused.site.count, refused.industry.count, refused.size.count])
    lengths(
      "certificate.groups",
      [
        groups.weight.count, groups.multiplier.count, groups.sites.count, groups.industries.count,
      ])
    lengths("certificate.cliques", [cliques.multiplier.count, cliques.columns.count])
    places("certificate.columns.site", columns.site, below: sites.count)
    places("certificate.columns.industry", columns.industry, below: industries.count)
    places("certificate.columns.size", columns.size, below: sizes.count)
    places("certificate.refused.size", refused.size, below: sizes.count)
    places("certificate.refused.site", refused.site, below: sites.count)
    places("certificate.refused.industry", refused.industry, below: industries.count)
    places("certificate.groups.sites", groups.sites.joined(), below: sites.count)
    places("certificate.groups.industries", groups.industries.joined(), below: industries.count)
    places("certificate.cliques.columns", cliques.columns.joined(), below: count)
    places("certificate.selection", selection, below: count)
    for row in rows {
      let name = "certificate.rows.\(row.name)"
      places(name, row.columns ?? [], below: count)
      lengths(
        name,
        [row.columns?.count ?? count, row.coefficients?.count ?? row.columns?.count ?? count])
      places("\(name).groups", row.groups ?? [], below: groups.weight.count)
      lengths("\(name).groups", [row.groups?.count ?? 0, row.groupCoefficients?.count ?? 0])
      once("\(name).groups", row.groups ?? [])
    }
    return faults
  }

  /// A column in words: site, industry and size.
  func name(ofColumn column: Int) -> String {
    Self.name(
      sites[columns.site[column]], industries[columns.industry[column]],
      sizes[columns.size[column]])
  }

  static func name(_ site: FeatureID, _ industry: String, _ size: SquareMetres?) -> String {
    "\(site.text)/\(industry)" + (size.map { "/\($0.squareKilometres) km²" } ?? "")
  }
}

extension StatedProof.Row {
  var name: String { subject.isEmpty ? code : "\(code).\(subject)" }
}
