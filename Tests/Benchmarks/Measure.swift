import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// One check in a process of its own, so that its memory is its own.
struct Measure: ParsableCommand {
  enum Mode: String, ExpressibleByArgument { case areas, pieces }

  static let configuration = CommandConfiguration(
    abstract: "Runs one check on written layers and prints what it took.", shouldDisplay: false)

  @Argument(help: "Folder with the layers.") var folder: String
  @Option(help: "How many parcels to take.") var parcels: Int
  @Option(help: "Areas alone, or pieces and widths too.") var mode: Mode
  @Option(help: "Tasks at once.") var workers: Int?

  func run() throws {
    let folder = URL(filePath: folder)
    let grid = GaussKrugerGrid(
      crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))
    func layer(_ name: String, rows: Int?) throws -> CheckedLayer {
      let geometry = try FlatLayer.read(name, from: folder, rows: rows)
      let projected = ProjectedLayer(
        key: name, grid: grid, geometry: geometry,
        ids: (0..<geometry.count).map { FeatureID("\($0)") }, attributes: AttributeTable())
      return CheckedLayer(projected, keepingValidRows: Array(0..<geometry.count))
    }
    let towns = try layer("parcels", rows: parcels)
    let constraint = Constraint(
      layer: try layer("red-lines", rows: nil),
      title: LocalizedText(english: "red line", chinese: "红线"), rule: .forbid)
    var parameters = RedLineParameters()
    parameters.drawsPieces = mode == .pieces
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let result = try RedLineCheck(parameters: parameters).result(
      towns: towns, constraints: [constraint], workers: workers)
    let wall = ContinuousClock.now - start
    let measurement = Measurement(
      pairs: result.overlappingPairs,
      area: result.results.reduce(0) { $0 + $1.planarArea.value },
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      cpu: ProcessUsage.cpuSeconds - cpu, peakMegabytes: ProcessUsage.peakMegabytes)
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
