import ArgumentParser
import Foundation
import LayoutAnalysis

/// The layout beside other solvers on the same model, and beside PySAL on what that can state.
struct LayoutPeers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout-peers",
    abstract:
      "Measures the layout beside CBC, HiGHS and PySAL spopt, each in a process of its own.",
    discussion: """
      All solve the same seeded question; those that prove their plan must have the same objective, or the \
      command fails. CBC and HiGHS get the whole program with its clique rows; spopt gets the covering special \
      case, which is all it can state: p towns, no spacing, quotas or land.

      HiGHS and spopt are no part of the program: python3 -m venv peers && peers/bin/pip install highsbox spopt \
      pulp, then --python peers/bin/python.
      """)

  @Option(help: "Sites of the city.") var sites = 500
  @Option(help: "Sizes at each site and industry, beside the same city with one.") var sizes = 3
  @Option(help: "Seed.") var seed: UInt64 = 1
  @Option(help: "Seconds for each search but the province's.") var limit = 120.0
  @Option(help: "The program of HiGHS, in place of that of the interpreter's highsbox.")
  var highs: String?
  @Option(help: "A Python interpreter with highsbox, spopt and pulp; without, they are left out.")
  var python: String?
  @Flag(
    help:
      "Also CBC and HiGHS on the province of 5000 sites and as many sizes, for as long as --peer-limit."
  )
  var province = false
  @Option(help: "Seconds for CBC and HiGHS on the province.") var peerLimit = 300.0

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-peers-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let highs = try highsPath()
    var differences: [String] = []
    print(LayoutRun.head)
    for sizes in Set([1, sizes]).sorted() {
      let run = LayoutRun(sites: sites, sizes: sizes, seed: seed, limit: limit, isCovering: false)
      differences += LayoutRun.report(try answers(to: run, highs, folder), of: run)
    }
    let city = LayoutRun(
      sites: 5000, sizes: sizes, seed: seed, limit: province ? peerLimit : limit, isCovering: false)
    differences += LayoutRun.report(
      province ? try answers(to: city, highs, folder) : [try city.own(.bounded)], of: city)
    let covering = LayoutRun(sites: sites, seed: seed, limit: limit, isCovering: true)
    var answers = [try covering.own(.bounded)]
    if let python {
      do { answers.append(try covering.spopt(python, in: folder)) } catch {
        note("spopt is left out: \(error)")
      }
    }
    differences += LayoutRun.report(answers, of: covering)
    guard differences.isEmpty else {
      throw ValidationError("Answers differ: " + differences.joined(separator: "; "))
    }
  }

  private func answers(
    to run: LayoutRun, _ highs: URL?, _ folder: URL
  ) throws -> [LayoutRun.Answer] {
    var answers = [try run.own(.bounded), try run.own(.wholeProgram)]
    if let highs { answers.append(try run.highs(highs, in: folder)) }
    return answers
  }

  private func highsPath() throws -> URL? {
    if let highs { return URL(filePath: highs) }
    guard let python else {
      note("HiGHS and spopt are left out: --python names no interpreter that has them.")
      return nil
    }
    do {
      let answer = try ChildProcess(
        URL(filePath: python), ["-c", "import highsbox; print(highsbox.highs_bin_path())"],
        codes: 0...0)
      let path = String(decoding: answer.output, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      return URL(filePath: path)
    } catch {
      note("HiGHS is left out: \(error); \(python) -m pip install highsbox")
      return nil
    }
  }

  private func note(_ text: String) {
    FileHandle.standardError.write(Data("layout-peers: \(text)\n".utf8))
  }
}
