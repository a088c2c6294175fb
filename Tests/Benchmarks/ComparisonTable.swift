import Foundation

/// Rows of the table of figures, in Markdown.
enum ComparisonTable {
  static let head = """
    | | workload | TownLayout, CPU s | MB | best peer | CPU s | MB | times | goal | result |
    |---|---|--:|--:|---|--:|--:|--:|--:|---|
    """

  /// One workload, beside the quickest of its peers.
  static func row(_ workload: any Workload, _ own: Sample, peers: [Sample]) -> String {
    let best = peers.min { workload.seconds(of: $0) < workload.seconds(of: $1) }
    var cells = [
      workload.name, workload.title, number(workload.seconds(of: own)),
      "\(Int(own.peakMegabytes))",
    ]
    if let best {
      cells += [
        best.tool, number(workload.seconds(of: best)), "\(Int(best.peakMegabytes))",
        number(workload.seconds(of: best) / workload.seconds(of: own)),
        "≥ \(number(workload.goal))", workload.comparison(own, best),
      ]
    } else {
      cells += ["not run", "", "", "", "≥ \(number(workload.goal))", ""]
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Three significant digits, without an exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "–" }
    let decimals = max(0, 2 - Int(log10(value).rounded(.down)))
    return String(format: "%.\(min(decimals, 3))f", value)
  }
}
