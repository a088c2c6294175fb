import Foundation
import LandModel

/// Numbers as messages print them: a full stop, a fixed number of decimals, no grouping.
enum NumberText {
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  /// Three significant digits or all digits before the point, whichever is more.
  static func short(_ value: Double) -> String {
    let size = abs(value)
    if size == 0 || (size >= 100 && size < 1e15) { return fixed(value, 0) }
    if size < 0.001 || size >= 1e15 || !size.isFinite { return String(format: "%.2e", value) }
    return fixed(value, size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 5)
  }
}
