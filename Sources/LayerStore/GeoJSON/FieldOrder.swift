/// In which order attributes stand that not every feature has.
///
/// An attribute comes behind another where a feature states them so; where features do not tell, the
/// names decide. This is GDAL's order, so that a layer has the same columns whichever reads it. An order
/// that contradicts an earlier one is left out of account.
struct FieldOrder {
  /// For each attribute the ones that were seen right behind it.
  private var followers: [[Int]] = []
  /// Steps left for looking whether an order contradicts earlier ones.
  ///
  /// Features of one kind of data agree and need few; the limit is there for a file that shuffles
  /// thousands of names, of which the rest of the order is then left out of account.
  private var effort = 1_000_000

  /// Notes that an attribute stood behind another one, or first.
  @inline(__always) mutating func note(_ number: Int, after previous: Int?) {
    if number < followers.count, let previous, followers[previous].first == number { return }
    add(number, after: previous)
  }

  private mutating func add(_ number: Int, after previous: Int?) {
    while followers.count <= number { followers.append([]) }
    guard effort > 0, let previous, previous != number,
      !followers[previous].contains(number), !leads(from: number, to: previous)
    else { return }
    followers[previous].append(number)
  }

  /// Whether one attribute is known to come before another.
  private mutating func leads(from first: Int, to last: Int) -> Bool {
    var seen = [Bool](repeating: false, count: followers.count)
    var open = [first]
    while let next = open.popLast() {
      effort -= 1 + followers[next].count
      if next == last { return true }
      for follower in followers[next] where !seen[follower] {
        seen[follower] = true
        open.append(follower)
      }
    }
    return false
  }

  /// The attributes in order (Kahn, *Topological sorting of large networks*, 1962; the least name first).
  func ordered(names: [String]) -> [Int] {
    var predecessors = [Int](repeating: 0, count: names.count)
    for list in followers { for number in list { predecessors[number] += 1 } }
    let rank = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var free = rank.filter { predecessors[$0] == 0 }
    var result: [Int] = []
    while !free.isEmpty {
      let next = free.removeFirst()
      result.append(next)
      for follower in followers[next] {
        predecessors[follower] -= 1
        guard predecessors[follower] == 0 else { continue }
        let place = free.firstIndex {
          names[follower].utf8.lexicographicallyPrecedes(names[$0].utf8)
        }
        free.insert(follower, at: place ?? free.endIndex)
      }
    }
    return result
  }
}
