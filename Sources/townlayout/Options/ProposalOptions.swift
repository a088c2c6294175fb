import ArgumentParser
import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// Whether and how compliant boundaries are proposed.
struct ProposalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write for each town the boundary that it could keep; the ending names the format.",
      discussion: "With - it goes to standard output as a GeoJSON text sequence.",
      valueName: "out"))
  var propose: String?

  @Option(help: "Land narrower than this does not connect a proposal, such as '20 m'.")
  var neckWidth = "20 m"

  @Flag(help: "Replace an output file that exists.")
  var overwrite = false

  func validate() throws {
    guard let width = Quantity.length(neckWidth), width <= Metres(kilometres: 1) else {
      throw ValidationError("--neck-width is a length of 1 km at most, such as '20 m'.")
    }
  }

  /// How boundaries are drawn; nil where none are asked for.
  var parameters: CompliantParameters? {
    guard propose != nil else { return nil }
    var parameters = CompliantParameters()
    if let width = Quantity.length(neckWidth) { parameters.neckWidth = width }
    return parameters
  }

  /// The file, known to be of a known format and free to be written; nil where none is asked for.
  func prepared(inputs: [String]) throws -> CompliantFile? {
    guard let propose else { return nil }
    func resolved(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath() }
    let read = inputs.flatMap { [$0, LayerAddress.parse($0).file] }.map(resolved)
    guard StandardOutput.isMeant(by: propose) || !read.contains(resolved(propose)) else {
      throw ScenarioError.outputIsInput(file: propose)
    }
    let file = try CompliantFile(propose)
    try file.prepare(replacing: overwrite)
    return file
  }
}
