import LandModel
import LayoutAnalysis

/// Proposed boundaries as a table: one row for each site, industry and size class.
struct ProposalTable {
  let result: DelimitationResult
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    let hasSizes = result.proposals.contains { $0.sizeClass != nil }
    var table = TextTable(
      header: (isChinese
        ? ["编号", "名称", "区县", "产业", "面积km²", "建设用地km²", "得分", "紧凑度", "差距%"]
        : [
          "site", "name", "county", "industry", "km²", "building km²", "score", "compact", "gap %",
        ]) + (hasSizes ? [isChinese ? "规模km²" : "size km²"] : []),
      numericColumns: [4, 5, 6, 7, 8, 9])
    for proposal in result.proposals {
      let site = result.sites[proposal.site]
      table.append(
        [
          site.id.text, site.name, site.countyName, proposal.industry,
          TextTable.number(proposal.ellipsoidalArea.squareKilometres, decimals: 3),
          TextTable.number(proposal.constructionArea.squareKilometres, decimals: 3),
          TextTable.number(proposal.score, decimals: 1),
          TextTable.number(proposal.compactness.value, decimals: 2),
          TextTable.number(proposal.gap.percent, decimals: 2),
        ] + (hasSizes ? [Self.text(proposal.sizeClass)] : []))
    }
    var text = table.text
    for refusal in result.refusals {
      let site = result.sites[refusal.site]
      text +=
        "\(site.id.text) \(site.name), \(refusal.industry)"
        + (refusal.sizeClass == nil ? "" : ", \(Self.text(refusal.sizeClass)) km²") + ": "
        + refusal.shortfall.cause.text(in: language) + "\n"
    }
    text +=
      isChinese
      ? "\(result.proposals.count) 个边界方案，\(result.refusals.count) 个不可行\n"
      : "\(result.proposals.count.counted("boundary", "boundaries")), \(result.refusals.count) refused\n"
    return text
  }

  private static func text(_ size: SquareMetres?) -> String {
    size.map { TextTable.number($0.squareKilometres, decimals: 2) } ?? "–"
  }
}
