import ArgumentParser
import Foundation
import LayerStore
import Publishing
import Scenarios

/// Files that findings are written to.
struct FindingFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File to write findings to; may be given several times.",
      discussion: "The format follows the ending: "
        + ValidationFile.Format.allCases.map(\.rawValue).joined(separator: ", ")
        + "; - is standard output, as a GeoJSON text sequence.",
      valueName: "file"))
  var out: [String] = []

  @Flag(help: "Replace output files that exist.")
  var overwrite = false

  func validate() throws {
    guard Set(out).count == out.count else {
      throw ValidationError("--out names one file twice.")
    }
  }

  /// The one file that lines go to; nil for standard output.
  ///
  /// - Throws: for several files, and for a name that promises another format.
  func lineFile() throws -> String? {
    guard out.count <= 1 else {
      throw ValidationError("Lines go to one file; --out is given several times.")
    }
    guard !StandardOutput.isMeant(by: out.first) else { return nil }
    if let file = out.first, !file.lowercased().hasSuffix(".jsonl") {
      throw ValidationError("--out of findings line by line ends in .jsonl.")
    }
    return out.first
  }

  /// The files, each known to be of a known format and free to be written.
  func prepared() throws -> [ValidationFile] {
    let files = try out.map(ValidationFile.init)
    for file in files { try file.prepare(replacing: overwrite) }
    return files
  }

  /// Refuses to write findings over a layer that is read, by whatever path, even where replacing is asked.
  func refuse(inputs: [String]) throws { try Self.refuse(out, inputs: inputs) }

  /// Refuses to write files over a layer that is read, by whatever path.
  static func refuse(_ out: [String], inputs: [String]) throws {
    func resolved(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath() }
    let read = Set(inputs.map(resolved))
    for file in out where !StandardOutput.isMeant(by: file) && read.contains(resolved(file)) {
      throw ScenarioError.outputIsInput(file: file)
    }
  }
}
