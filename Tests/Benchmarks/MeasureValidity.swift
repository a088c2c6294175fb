import ArgumentParser
import Foundation
import LandModel
import LayerStore
import LayoutAnalysis

/// Validity of a layer in a process of its own, reading left out.
struct MeasureValidity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-validity",
    abstract: "Finds every defect of a written layer and prints what it took.",
    shouldDisplay: false)

  @Argument(help: "The layer's file.") var file: String
  @Option(help: "Tasks at once.") var workers: Int?

  func run() throws {
    let source = try LayerReader.read(
      LayerAddress(file: file), options: ReadOptions(splitsCollections: true, fields: []))
    let layer = StoredLayer(
      key: "polygons", crs: source.crs, geometry: source.geometry,
      names: .stored(nil, numbers: source.numbers), numbers: source.numbers)
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let result = try StoredValidation(selection: .validity).result(of: layer, workers: workers)
    let measurement = Measurement(
      pairs: result.invalid.count, wall: (ContinuousClock.now - start) / .seconds(1),
      cpu: ProcessUsage.cpuSeconds - cpu, peakMegabytes: ProcessUsage.peakMegabytes)
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
