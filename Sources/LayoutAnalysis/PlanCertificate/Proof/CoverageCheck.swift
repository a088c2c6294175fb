import LandModel

/// The coverage groups, derived again from every pair of a resource and a site.
struct CoverageCheck {
  let proofCase: ProofCase
  let units: ProofUnits
  /// Resources measured by one task.
  private static let chunkSize = 256

  /// A ring of a resource: what it brings and the sites (of the certificate) and industries that reach it.
  private struct Ring: Sendable {
    let resource: Int
    let radius: Metres
    let weight: Int64
    let category: String
    let sites: [Int]
    let industries: [String]?
  }

  /// The groups with the certificate's prices, and where it differs.
  ///
  /// - Complexity: O(resources · sites) distances.
  func result() -> (check: CertificateCheck, groups: [ProofModel.Group]) {
    let columnsOfSite = columnsOfSite
    var places: [[Int]: Int] = [:]
    var groups: [(weight: Int64, columns: [Int], first: Ring)] = []
    var weightsOfCategory: [[String: Int64]] = []
    for ring in rings {
      let columns = ring.sites.flatMap { site in
        columnsOfSite[site].filter { column in
          ring.industries?.contains(proofCase.industry(ofColumn: column)) ?? true
        }
      }.sorted()
      guard !columns.isEmpty else { continue }
      if let place = places[columns] {
        groups[place].weight += ring.weight
        weightsOfCategory[place][ring.category, default: 0] += ring.weight
      } else {
        places[columns] = groups.count
        groups.append((ring.weight, columns, ring))
        weightsOfCategory.append([ring.category: ring.weight])
      }
    }
    let stated = statedGroups(columnsOfSite)
    var faults = stated.faults
    var derived: [ProofModel.Group] = []
    for (group, weightOfCategory) in zip(groups, weightsOfCategory) {
      let found = stated.groups[group.columns]
      if found?.weight != group.weight { faults.append(fault(group, found)) }
      derived.append(
        ProofModel.Group(
          weight: group.weight, columns: group.columns, weightOfCategory: weightOfCategory,
          number: found?.number, price: max(0, found?.price ?? 0)))
    }
    for (columns, group) in stated.groups.sorted(by: { $0.value.number < $1.value.number })
    where places[columns] == nil {
      faults.append(
        CertificateFault(
          ["certificate.groups"],
          english:
            "Coverage group \(group.number) of run.json is none that resources and sites give.",
          chinese: "run.json 的第 \(group.number) 个覆盖组不是由资源点与地点得出的。"))
    }
    let check = CertificateCheck(
      .coverage,
      detail: LocalizedText(
        english:
          "\(groups.count.counted("coverage group")) from the distances of "
          + "\(proofCase.land.resources.count.counted("resource")) to "
          + proofCase.sites.count.counted("site"),
        chinese: "由 \(proofCase.land.resources.count) 个资源点到 \(proofCase.sites.count) 个地点的距离得出 "
          + "\(groups.count) 个覆盖组"),
      faults: faults)
    return (check, derived)
  }

  private var columnsOfSite: [[Int]] {
    var columns = [[Int]](repeating: [], count: proofCase.proof.sites.count)
    for (column, site) in proofCase.proof.columns.site.enumerated() { columns[site].append(column) }
    return columns
  }

  /// All rings that bring something, by resource, then radius.
  private var rings: [Ring] {
    let layout = proofCase.layout
    let seeds = proofCase.siteRows.map { row in row.map { proofCase.sites[$0].seed } }
    let resources = proofCase.land.resources
    return Chunks.map(count: resources.count, size: Self.chunkSize, workers: proofCase.workers) {
      rows in
      var rings: [Ring] = []
      for row in rows {
        let resource = resources[row]
        guard let rule = layout.coverage.first(where: { $0.category == resource.category }) else {
          continue
        }
        let distances = seeds.map { $0?.distance(to: resource.position) ?? .infinity }
        for (number, ring) in rule.rings.enumerated() {
          let beyond = number + 1 < rule.rings.count ? rule.rings[number + 1].share.value : 0
          let full = layout.coverageWeight * rule.weight * resource.weight
          guard let inside = units.units(full * ring.share.value),
            let outside = units.units(full * beyond), inside > outside
          else { continue }
          let reached = distances.indices.filter { distances[$0] <= ring.radius.value }
          rings.append(
            Ring(
              resource: row, radius: ring.radius, weight: inside - outside,
              category: rule.category, sites: reached, industries: rule.industries))
        }
      }
      return rings
    }.flatMap { $0 }
  }

  private struct Stated {
    let number: Int
    let weight: Int64
    let price: Int64
  }

  /// The certificate's groups by their columns.
  private func statedGroups(
    _ columnsOfSite: [[Int]]
  ) -> (groups: [[Int]: Stated], faults: [CertificateFault]) {
    let stated = proofCase.proof.groups
    var groups: [[Int]: Stated] = [:]
    var faults: [CertificateFault] = []
    for number in stated.weight.indices {
      let industries = Set(stated.industries[number])
      let columns = Set(stated.sites[number]).flatMap { site in
        columnsOfSite[site].filter {
          industries.contains(proofCase.proof.columns.industry[$0])
        }
      }.sorted()
      let group = Stated(
        number: number, weight: stated.weight[number], price: stated.multiplier[number])
      if let first = groups.updateValue(group, forKey: columns) {
        faults.append(
          CertificateFault(
            ["certificate.groups"],
            english:
              "Coverage groups \(first.number) and \(number) of run.json have the same columns.",
            chinese: "run.json 的第 \(first.number) 与第 \(number) 个覆盖组含有相同的列。"))
      }
    }
    return (groups, faults)
  }

  private func fault(
    _ group: (weight: Int64, columns: [Int], first: Ring), _ stated: Stated?
  ) -> CertificateFault {
    let resource = proofCase.land.resources[group.first.resource].id.text
    let radius = group.first.radius.value
    guard let stated else {
      return CertificateFault(
        [resource],
        english:
          "The ring of \(radius) m round resource \(resource) brings \(Int(group.weight).counted("unit")) to "
          + "\(group.columns.count.counted("column")); run.json has no such group.",
        chinese: "资源点 \(resource) 半径 \(radius) 米的环为 \(group.columns.count) 列带来 \(group.weight) 单位，"
          + "run.json 中没有此覆盖组。")
    }
    return CertificateFault(
      [resource],
      english:
        "The weight of coverage group \(stated.number), the ring of \(radius) m round resource \(resource), "
        + "is stated as \(stated.weight); the resources give \(group.weight).",
      chinese: "第 \(stated.number) 个覆盖组（资源点 \(resource) 半径 \(radius) 米的环）的权重记为 \(stated.weight)，"
        + "按资源点应为 \(group.weight)。")
  }
}
