import LandModel
import Scenarios

/// How alike every two plans are, by the towns they have in common.
struct Likeness {
  /// Bits of the towns of each plan.
  private let sets: [[UInt64]]
  private let counts: [Int]

  init(_ plans: [ScenarioRecord]) {
    var numbers: [FeatureID: Int] = [:]
    for town in plans.flatMap(\.towns) where numbers[town.id] == nil {
      numbers[town.id] = numbers.count
    }
    let words = (numbers.count + 63) / 64
    sets = plans.map { plan in
      var bits = [UInt64](repeating: 0, count: words)
      for number in plan.towns.compactMap({ numbers[$0.id] }) {
        bits[number / 64] |= 1 << UInt64(number % 64)
      }
      return bits
    }
    counts = plans.map { Set($0.towns.map(\.id)).count }
  }

  /// Towns that both have, as a share of those that either has; 1 for two plans without towns.
  func share(_ left: Int, _ right: Int) -> Double {
    var both = 0
    for word in sets[left].indices {
      both += (sets[left][word] & sets[right][word]).nonzeroBitCount
    }
    let either = counts[left] + counts[right] - both
    return either == 0 ? 1 : Double(both) / Double(either)
  }

  /// How many pairs fall into each of equal classes of likeness, 1 in the last one.
  ///
  /// - Complexity: O(n²) in the plans.
  func pairs(classes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for left in sets.indices {
      for right in sets.indices.dropFirst(left + 1) {
        counts[min(classes - 1, Int(share(left, right) * Double(classes)))] += 1
      }
    }
    return counts
  }
}
