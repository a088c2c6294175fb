import ArgumentParser
import Foundation
import LandModel

/// Options that every question has.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print one JSON object for machines.")
  var json = false

  @Option(help: "Language of messages and reports: en or zh.")
  var language: Language = .english

  @Option(help: "Parallel workers; the result is the same for any number.")
  var workers: Int?

  func validate() throws {
    if let workers, workers < 1 { throw ValidationError("--workers must be 1 or more.") }
  }
}

extension Language: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {}

/// How layers on the command line are to be read.
struct LayerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Working reference system, a CGCS2000 Gauss–Krüger grid such as EPSG:4547.",
      discussion: "Default: the first layer's own grid, or the 3° zone round its middle."))
  var crs: String?

  @Option(help: "Reference system of layers that state none, or a wrong one.")
  var layerCrs: String?

  @Option(help: "Encoding of Shapefile attributes or a survey text, such as GBK.")
  var encoding: String?
}

/// Prints results on standard output.
enum Output {
  /// - Throws: ``ExitCause/writing``, without a word where nobody reads any more, as in
  ///   `townlayout … | head`, and with the system's reason otherwise, as on a full disk.
  static func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  /// Writes bytes, as ``write(_:)`` writes text.
  static func write(bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      let reason = errno
      if reason != EPIPE {
        note("townlayout: standard output: \(String(cString: strerror(reason)))")
      }
      throw ExitCause.writing
    }
  }

  /// Writes a line to standard error; when even that is closed, there is nowhere left to complain.
  static func note(_ text: String) { write(line: "\(text)\n") }

  /// Says what must be known before an answer is trusted.
  static func warn(_ warnings: [LocalizedText], in language: Language) {
    for warning in warnings {
      note((language == .chinese ? "警告：" : "warning: ") + warning.text(in: language))
    }
  }

  /// Says what is doubtful about a layer, with the layer and the features.
  static func note(_ finding: Finding, in language: Language) {
    let place = [finding.layer] + finding.featureIDs.prefix(5).map { TextTable.oneLine($0.text) }
    let subject = place.joined(separator: " ") + (finding.featureIDs.count > 5 ? " …" : "")
    let message = finding.message.text(in: language)
    let isNote = finding.severity == .note
    note(
      language == .chinese
        ? "\(isNote ? "提示" : "未参与或存疑")：\(subject)：\(message)"
        : "\(isNote ? "note" : "left out or doubtful"): \(subject): \(message)")
  }

  /// Writes to standard error as it is.
  static func write(line: String) {
    do { try FileHandle.standardError.write(contentsOf: Data(line.utf8)) } catch { return }
  }
}

extension Finding {
  /// Whether who measures must know of it: what leaves features out, and a grid on which distances are long.
  var concernsMeasures: Bool {
    severity == .error || (rule.group == "crs" && severity == .warning)
      || rule == "crs.outside-zone"
  }
}
