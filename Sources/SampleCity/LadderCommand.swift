import ArgumentParser
import Foundation
import SampleCityKit

struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder", abstract: "Writes a rung of the scale ladder for benchmarks.",
    discussion: "Parcels and red lines as FlatGeobuf in EPSG:4547; keep them out of the repository."
  )

  @Option(help: "The folder that holds the real layers.")
  var from = "gis-data/chenzhou"

  @Option(help: "About how many parcels; 10000, 100000 and 1000000 make the ladder.")
  var parcels: Int

  @Option(help: "The folder to write to; made when missing.")
  var out: String

  @Option(help: "The seed of all that is synthetic.")
  var seed = CityFolder.defaultSeed

  func validate() throws {
    guard (100...2_000_000).contains(parcels) else {
      throw ValidationError("--parcels must lie between 100 and 2000000.")
    }
  }

  func run() throws {
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let ladder = Ladder(source: URL(filePath: from), parcelCount: parcels, seed: seed)
    for summary in try ladder.write(to: folder) {
      print(
        """
        \(summary.file): \(summary.features) features, \(summary.vertices) vertices, \
        at most \(summary.greatestVertexCount) in one, \(summary.holes) holes
        """)
    }
  }
}
