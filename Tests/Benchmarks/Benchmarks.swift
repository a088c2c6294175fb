import ArgumentParser

/// Speed and memory, measured on seeded data, beside what a user would take instead.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures speed and memory beside other tools, on the same data in the same run.",
    subcommands: [
      Comparison.self, WholePlan.self, Layouts.self, LayoutPeers.self,
      PublishedCovering.self, Delimitations.self, PairAreas.self, Kernels.self,
      MeasureLayout.self, LayoutWorker.self, MakeLayer.self, MeasureGeoJSON.self,
      MeasureProjection.self,
    ],
    defaultSubcommand: Comparison.self)
}
