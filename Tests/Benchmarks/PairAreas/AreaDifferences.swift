import Foundation

/// How two lists of areas of the same pairs differ.
struct AreaDifferences {
  /// Areas from which a pair counts as overlapping, as in the red-line check.
  static let smallest = 1e-6

  private let pairs: [(Double, Double)]
  private let differences: [Double]

  /// - Parameter pairs: the area by our own way, then by another.
  init(_ pairs: [(Double, Double)]) {
    self.pairs = pairs.filter { max($0.0, $0.1) >= Self.smallest }
    differences = self.pairs.map { abs($0.0 - $0.1) }.sorted()
  }

  /// Prints counts, sums, and the median, 99.9 % and largest difference.
  func report(_ peer: String) {
    let counts = (
      pairs.count { $0.0 >= Self.smallest }, pairs.count { $0.1 >= Self.smallest }
    )
    let oneOnly = pairs.filter { ($0.0 >= Self.smallest) != ($0.1 >= Self.smallest) }
    print("  pairs: kernel \(counts.0), \(peer) \(counts.1), by one alone \(oneOnly.count)")
    for pair in oneOnly.prefix(5) { print("    kernel \(pair.0), \(peer) \(pair.1)") }
    print(
      String(
        format: "  sums: kernel %.4f, %@ %.4f", pairs.reduce(0) { $0 + $1.0 }, peer,
        pairs.reduce(0) { $0 + $1.1 }))
    print(
      String(
        format: "  difference: median %.2g, 99.9 %% %.2g, largest %.2g", quantile(0.5),
        quantile(0.999), quantile(1)))
  }

  private func quantile(_ share: Double) -> Double {
    guard !differences.isEmpty else { return 0 }
    return differences[Int((Double(differences.count - 1) * share).rounded())]
  }
}
