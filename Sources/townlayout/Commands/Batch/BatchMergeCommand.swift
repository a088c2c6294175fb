import ArgumentParser
import LandModel
import LayerStore
import Publishing
import Scenarios

/// `townlayout batch merge`: the parts of a batch as one.
struct BatchMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts of a batch together.",
    discussion: """
      Parts are the folders that `townlayout batch … --shard K/N` wrote: all N of one batch, in any order. The \
      results are those of one whole batch, byte for byte. A part that is missing, given twice, not finished, or made \
      with another program, plan, scenarios or inputs is refused. The folders of runs (--folders) stay in the parts.
      """)

  @Argument(help: "Folders of the parts.")
  var parts: [String]

  @Option(help: "Folder to write; it must not exist unless --overwrite is given.")
  var out: String

  @Flag(help: "Replace the batch that the folder holds.")
  var overwrite = false

  @Flag(help: "Print one JSON object for machines.")
  var json = false

  @OptionGroup var common: MessageOptions

  func run() throws {
    let existing = overwrite ? BatchFolder.Existing.replace : .refuse
    try BatchFolder.require(out, existing: existing)
    let merge = try BatchMerge(parts)
    Interruption.respond {
      Output.note("townlayout: interrupted; run the merge again with --overwrite")
    }
    let (folder, lock) = try merge.folder(at: out, existing)
    defer { withExtendedLifetime(lock) {} }
    let batch = try folder.result()
    Output.warn(batch.context.warnings ?? [], in: common.language)
    try BatchPublisher.write(batch, into: out, language: common.language)
    try Output.write(
      json
        ? BatchPublisher.summary(of: batch, in: common.language)
        : BatchSummary(batch: batch, folder: out, language: common.language).text)
    if batch.count(.failed) > 0 { throw ExitCause.findings }
  }
}
