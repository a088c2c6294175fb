import LandModel

/// What the stages of a plan depend on: where the keys of two plans are equal, so are the results of the stage.
struct StageKeys: Hashable {
  /// Of reading and validating the layers.
  let city: String
  /// Of drawing the boundaries.
  let delimitation: String

  /// Sections of the plan file that layers are read and validated by.
  private static let citySections = ["crs", "profile", "layers", "validate", "constraints"]

  init(_ plan: Plan) {
    let settings = plan.settings.filter { setting in
      Self.citySections.contains { setting.path == $0 || setting.path.hasPrefix("\($0).") }
    }
    city = Self.text(settings)
    delimitation = Self.text(
      ParameterListing.leaves(of: plan.delimitation, path: "delimitation")
        + ParameterListing.leaves(of: plan.check, path: "check") + settings)
  }

  /// Paths and values, none of which can hold the marks between them.
  private static func text(_ leaves: [(path: String, value: String)]) -> String {
    leaves.map { "\($0.path)\u{0}\($0.value)" }.joined(separator: "\u{1}")
  }
}
