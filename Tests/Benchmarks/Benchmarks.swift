import ArgumentParser

/// Speed and memory, measured on seeded data, beside what a user would take instead.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures speed and memory beside other tools, on the same data in the same run.",
    subcommands: [
      WholePlan.self, RedLines.self, Overlaps.self, Layouts.self, Validity.self,
      GeoJSONFiles.self, Measure.self, MeasureOverlaps.self, MeasureGeoJSON.self,
      MeasureValidity.self, MeasureProgram.self, WritePolygons.self, Kernels.self,
      PairAreas.self,
      Proximity.self, MeasureProximity.self, WriteProximity.self,
    ],
    defaultSubcommand: RedLines.self)
}
