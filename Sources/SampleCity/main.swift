import ArgumentParser
import Foundation
import SampleCityKit

struct SampleCityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "SampleCity", abstract: "Makes the sample data of TownLayout from a seed.",
    subcommands: [CityCommand.self])
}

struct CityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "city", abstract: "Writes the data folder of Chenzhou.")

  @Option(help: "The folder that holds the real layers.")
  var from = "gis-data/chenzhou"

  @Option(help: "The folder to write to; made when missing.")
  var out: String

  @Option(help: "The seed of all that is synthetic.")
  var seed: UInt64 = 431_000

  func run() throws {
    let real = try RealLayers(folder: URL(filePath: from))
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in try CityFolder(real: real, seed: seed).files() {
      try file.data.write(to: folder.appending(path: file.name))
    }
  }
}

SampleCityCommand.main()
