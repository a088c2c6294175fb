import ArgumentParser
import Foundation
import LandModel
import LayerStore
import Publishing
import Scenarios

/// `townlayout merge`: the parts of a run of `check` or `validate` as one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts of a run of check or validate together.",
    discussion: """
      Parts are files of lines, made with --shard K/N: all N of one input, in any order. The result \
      is what one run over the whole input writes, byte for byte. A part that is missing, given twice, \
      broken off, or made by another version, other parameters or other layers is refused.
      """)

  @Argument(help: "File to write; - for standard output.")
  var out: String

  @Argument(help: "Files of the parts.")
  var parts: [String]

  @Flag(
    help: ArgumentHelp(
      "The parts are whole runs over inputs that follow each other, in this order.",
      discussion: "As an engine's partitions; records are numbered on. Each feature needs an id."))
  var sequence = false

  @Flag(help: "Replace the output file if it exists.")
  var overwrite = false

  @OptionGroup var common: MessageOptions

  func validate() throws {
    if parts.isEmpty { throw ValidationError("There is no part to put together.") }
  }

  func run() throws {
    func resolved(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath() }
    if !StandardOutput.isMeant(by: out), parts.map(resolved).contains(resolved(out)) {
      throw ScenarioError.outputIsInput(file: out)
    }
    try WholeFile.prepare(out, replacing: overwrite)
    let merge = try PartMerge(parts, as: sequence ? .sequence : .shards)
    let summary = try merge.write(to: out, replacing: overwrite) {
      Interruption.folderWatch.isStaged($0)
    }
    Interruption.folderWatch.isStaged(nil)
    Output.note(
      common.language == .chinese
        ? "合并 \(parts.count) 个分片，共 \(summary.records) 条记录"
        : "\(parts.count.counted("part")) put together, \(summary.records.counted("record"))")
  }
}

/// The language of messages, for commands without results of their own.
struct MessageOptions: ParsableArguments {
  @Option(help: "Language of messages: en or zh.")
  var language: Language = .english
}
