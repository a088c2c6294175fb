import Foundation

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

  static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// Three significant digits.
  static func text(_ value: Double) -> String { String(format: "%.3g", value) }
}
