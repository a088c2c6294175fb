import ArgumentParser

/// `townlayout batch`: many plans, resumable and comparable.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer many changed plans, and compare them.",
    discussion: """
      `townlayout batch PLAN --scenarios FILE --out FOLDER` answers the plan and every scenario of a file; \
      `townlayout help batch run` lists its options. `townlayout batch merge` puts the parts of shards together.
      """,
    subcommands: [BatchRunCommand.self, BatchMergeCommand.self, BatchWorkerCommand.self],
    defaultSubcommand: BatchRunCommand.self)
}
