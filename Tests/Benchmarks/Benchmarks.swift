import ArgumentParser

/// Speed and memory, measured on seeded data, beside what a user would take instead.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures speed and memory beside other tools, on the same data in the same run.",
    subcommands: [
      WholePlan.self, RedLines.self, Overlaps.self, Layouts.self, Measure.self,
      MeasureOverlaps.self, GeoJSONFiles.self, MeasureGeoJSON.self,
    ],
    defaultSubcommand: RedLines.self)
}
