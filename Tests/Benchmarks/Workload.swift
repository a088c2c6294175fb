import Foundation

/// One line of the table of figures: a question asked of the program, and of peers on the same files.
protocol Workload: Sendable {
  /// Short name, such as `A1`.
  var name: String { get }
  /// What is asked, with the sizes at full scale.
  var title: String { get }
  /// How many times less CPU than the best peer it should take.
  var goal: Double { get }
  /// Figures that must come out alike: their names, and how far they may be apart.
  var figures: [(name: String, tolerance: Double)] { get }

  /// Whether tools are compared by what they say of the task alone, and not by their whole processes.
  var comparesCompute: Bool { get }

  /// What the program took, in a process of its own.
  func program(on files: BenchmarkFiles) throws -> Sample
  /// The peers, by their scripts in `peers`.
  func peers(on files: BenchmarkFiles) throws -> [PeerScript]
}

/// A peer's script and the arguments it gets.
struct PeerScript {
  let name: String
  let script: String
  let arguments: [String]
}

/// What one tool answered, and what its process took.
struct Sample {
  let tool: String
  /// Seconds of the whole process, from start to end.
  let cpu: Double
  let wall: Double
  let peakMegabytes: Double
  /// Seconds without reading, where the tool tells them.
  var compute: Double?
  var figures: [String: Double] = [:]

  init(tool: String, process: ChildProcess) {
    self.tool = tool
    cpu = process.cpuSeconds
    wall = process.wallSeconds
    peakMegabytes = process.peakMegabytes
  }

  /// What a peer's script, or a measuring process of our own, prints as its last line.
  struct Report: Codable {
    var cpu: Double
    var figures: [String: Double]
    var note = ""

    /// Prints the report as the last line of its process.
    func print() throws {
      Swift.print(String(decoding: try JSONEncoder().encode(self), as: UTF8.self))
    }
  }

  /// A sample whose process printed a report.
  init(tool: String, reportOf process: ChildProcess) throws {
    let report = try process.lastLine(as: Report.self)
    self.init(tool: report.note.isEmpty ? tool : "\(tool) \(report.note)", process: process)
    compute = report.cpu
    figures = report.figures
  }
}

extension Workload {
  var comparesCompute: Bool { false }

  /// Seconds by which a tool is compared.
  func seconds(of sample: Sample) -> Double {
    comparesCompute ? sample.compute ?? sample.cpu : sample.cpu
  }

  /// Whether two answers are alike, as a word of the table.
  func comparison(_ own: Sample, _ other: Sample) -> String {
    let differing = figures.compactMap { figure -> String? in
      guard let left = own.figures[figure.name], let right = other.figures[figure.name] else {
        return "no \(figure.name)"
      }
      let difference = left - right
      guard abs(difference) > figure.tolerance else { return nil }
      return "\(figure.name) \(String(format: "%+.3g", difference))"
    }
    return differing.isEmpty ? "equal" : differing.joined(separator: ", ")
  }

  /// The peers that can be run here; one that cannot is told on standard error and left out.
  func samples(of files: BenchmarkFiles, python: String?) throws -> [Sample] {
    guard let python else { return [] }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers")
    return try peers(on: files).compactMap { peer in
      do {
        let process = try ChildProcess(
          URL(filePath: python), [folder.appending(path: peer.script).path] + peer.arguments,
          codes: 0...0)
        return try Sample(tool: peer.name, reportOf: process)
      } catch {
        FileHandle.standardError.write(Data("\(name): \(peer.name) is left out: \(error)\n".utf8))
        return nil
      }
    }
  }
}
