import ArgumentParser
import Foundation
import SampleCityKit

struct CityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "city", abstract: "Writes the data folder of Chenzhou.",
    discussion: "The same seed gives the same bytes. Files of the same names are replaced.")

  @Option(help: "The folder that holds the real layers.")
  var from = "gis-data/chenzhou"

  @Option(help: "The folder to write to; made when missing.")
  var out: String

  @Option(help: "The seed of all that is synthetic.")
  var seed = CityFolder.defaultSeed

  func run() throws {
    let files = try CityFolder(source: URL(filePath: from), seed: seed).files()
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      try file.data.write(to: folder.appending(path: file.name), options: .atomic)
    }
  }
}
