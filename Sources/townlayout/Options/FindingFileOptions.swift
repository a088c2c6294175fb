import ArgumentParser
import Publishing

/// Files that findings are written to.
struct FindingFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File to write findings to; may be given several times.",
      discussion: "The format follows the ending: "
        + ValidationFile.Format.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "file"))
  var out: [String] = []

  @Flag(help: "Replace output files that exist.")
  var overwrite = false

  func validate() throws {
    guard Set(out).count == out.count else {
      throw ValidationError("--out names one file twice.")
    }
  }

  /// The files, each known to be of a known format and free to be written.
  func prepared() throws -> [ValidationFile] {
    let files = try out.map(ValidationFile.init)
    for file in files { try file.prepare(replacing: overwrite) }
    return files
  }
}
