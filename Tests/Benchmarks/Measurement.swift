import Foundation

/// What one process measured of itself, as the last line it printed.
struct Measurement: Codable {
  var pairs = 0
  /// Land in common with the union of the red lines, planar, all parcels together, m².
  var area = 0.0
  var wall = 0.0
  var cpu = 0.0
  var peakMegabytes = 0.0
  var note = ""

  static let header = row(
    ["", "CPU s", "wall s", "peak MB", "pairs", "area m²"])

  func row(_ name: String) -> String {
    Self.row([
      name, Self.text(cpu), Self.text(wall), String(format: "%.0f", peakMegabytes), "\(pairs)",
      String(format: "%.3f", area),
    ])
  }

  static func text(_ value: Double) -> String { String(format: "%.3g", value) }

  private static func row(_ cells: [String]) -> String {
    let widths = [46, 8, 8, 9, 9, 20]
    return zip(cells, widths).enumerated().map { place, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + gap : gap + cell.0
    }.joined()
  }

  /// Runs a process that prints a measurement as its last line.
  static func run(_ executable: URL, _ arguments: [String]) throws -> Measurement {
    try JSONDecoder().decode(Measurement.self, from: output(executable, arguments))
  }

  /// The last line that a process prints.
  static func output(_ executable: URL, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let last = String(decoding: output, as: UTF8.self).split(separator: "\n").last ?? ""
    return Data(last.utf8)
  }
}

/// Processor time and peak memory of this process.
enum ProcessUsage {
  /// User and system time, seconds, all threads.
  static var cpuSeconds: Double {
    let usage = current
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  static var peakMegabytes: Double { Double(current.ru_maxrss) / 1024 }

  /// What the processes took that this one started and waited for.
  static var children: (cpuSeconds: Double, peakMegabytes: Double) {
    let usage = usage(of: RUSAGE_CHILDREN)
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024)
  }

  private static var current: rusage { usage(of: RUSAGE_SELF) }

  private static func usage(of who: __rusage_who) -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(who.rawValue), &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
