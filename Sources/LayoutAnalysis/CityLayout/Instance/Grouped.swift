/// Lists of different lengths in one flat column: for each group its elements.
struct Grouped<Element: Sendable & Equatable>: Sendable, Equatable {
  private(set) var elements: [Element] = []
  private(set) var ends: [Int] = []

  init() {}

  /// Distributes pairs of a group and an element; elements of a group keep their order.
  init(groupCount: Int, _ pairs: [(group: Int, element: Element)]) {
    self.init(groupCount: groupCount, groups: pairs.map(\.group)) { pairs[$0].element }
  }

  /// Distributes elements by number, each to its group; elements of a group keep their order.
  ///
  /// - Complexity: O(groups + elements), without a list for each group.
  init(groupCount: Int, groups: [Int], element: (Int) -> Element) {
    var next = [Int](repeating: 0, count: groupCount)
    for group in groups { next[group] += 1 }
    var sum = 0
    for group in next.indices {
      let count = next[group]
      next[group] = sum
      sum += count
    }
    var order = [Int32](repeating: 0, count: groups.count)
    for (number, group) in groups.enumerated() {
      order[next[group]] = Int32(number)
      next[group] += 1
    }
    elements = order.map { element(Int($0)) }
    ends = next
  }

  var count: Int { ends.count }

  mutating func append(_ group: some Sequence<Element>) {
    elements.append(contentsOf: group)
    ends.append(elements.count)
  }

  subscript(group: Int) -> ArraySlice<Element> {
    elements[(group == 0 ? 0 : ends[group - 1])..<ends[group]]
  }
}
