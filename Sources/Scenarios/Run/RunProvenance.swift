/// What made a run, so that it can be repeated and trusted.
package struct RunProvenance: Sendable {
  /// Path of the plan file as given.
  package let planFile: String
  package let planSHA256: String
  /// Versions by component: `townlayout`, `GEOS`, `PROJ`, `GDAL`, `CBC`; sorted by name.
  package let versions: [(component: String, version: String)]
  /// Key of the profile, such as `national-2021`.
  package let profile: String
  /// The profile's numbers with their sources; the plan's own go before them.
  package let profileNumbers: [ProfileNumber]
  /// Every setting of the plan file as path and text, sorted by path; what it leaves out is a default,
  /// which the plan's schema states.
  package let parameters: [(path: String, value: String)]
  /// Every parameter that the questions worked with, defaults included, by question in their order.
  package let effectiveParameters: [(path: String, value: String)]
  package let seed: UInt64
  /// Seconds by stage, in order: the one part of a run that differs from run to run.
  package let timings: [StageTiming]

  package init(
    planFile: String, planSHA256: String, versions: [(component: String, version: String)],
    profile: String, profileNumbers: [ProfileNumber],
    parameters: [(path: String, value: String)],
    effectiveParameters: [(path: String, value: String)] = [], seed: UInt64, timings: [StageTiming]
  ) {
    self.planFile = planFile
    self.planSHA256 = planSHA256
    self.versions = versions
    self.profile = profile
    self.profileNumbers = profileNumbers
    self.parameters = parameters
    self.effectiveParameters = effectiveParameters
    self.seed = seed
    self.timings = timings
  }
}

/// A number that a profile sets, and who says so.
package struct ProfileNumber: Sendable, Hashable, Codable {
  package let name: String
  /// With its unit.
  package let value: String
  package let source: String

  package init(name: String, value: String, source: String) {
    self.name = name
    self.value = value
    self.source = source
  }
}

/// How long a stage took.
package struct StageTiming: Sendable, Hashable, Codable {
  package let stage: String
  package let seconds: Double

  package init(stage: String, seconds: Double) {
    self.stage = stage
    self.seconds = seconds
  }
}
