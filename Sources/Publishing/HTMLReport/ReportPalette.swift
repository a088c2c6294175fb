import LandModel

/// The colours of the report: quiet enough for print, apart enough for readers who confuse red and green.
enum ReportPalette {
  /// Fills of industries, in plan order; repeated when there are more industries.
  static let industries = [
    "#2f6b8f", "#c98a1b", "#7a4e9c", "#2e8b74", "#b8503c", "#5d6f1f", "#a8447c", "#4f5d75",
  ]

  /// Fill and outline of constraint layers of polygons, in plan order.
  static let constraints = [
    (fill: "#588c5a", outline: "#a82822"), (fill: "#deb854", outline: "#aa801e"),
    (fill: "#568cbe", outline: "#306496"), (fill: "#6fb3b0", outline: "#2f7f7b"),
    (fill: "#9aa3d6", outline: "#5560a8"), (fill: "#b98ac4", outline: "#7b3f8c"),
    (fill: "#a98c70", outline: "#6b5138"), (fill: "#d99aa5", outline: "#a04a5c"),
  ]

  /// Constraint layers of lines, in plan order.
  static let constraintLines = ["#3d3d3d", "#b5632f", "#306496", "#7b3f8c"]

  /// Resource categories, in the order in which they occur.
  static let categories = ["#3c7d3a", "#8c3f6d", "#1f7f97", "#8a5a1c", "#555f6b", "#6a58a8"]

  /// Parts of a score, in the order of the plan's factors.
  static let factors = [
    "#27556f", "#5b8fa8", "#a9c6d0", "#8b7a4d", "#c9b27a", "#6f8f5f", "#a9bf8f", "#9a6b76",
    "#b8863b", "#7d6b9e", "#c3a5b8", "#5e6b68",
  ]

  static let breach = "#b3261e"
  static let warning = "#a86400"
  static let note = "#4a6274"

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: breach
    case .warning: warning
    case .note: note
    }
  }

  /// The colour of the factor of a row in the order of the plan.
  static func factor(_ index: Int) -> String { factors[index % factors.count] }

  /// The colour of the industry of a row in plan order.
  static func industry(_ index: Int) -> String { industries[index % industries.count] }
}
