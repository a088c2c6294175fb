/// Lists of different lengths in one flat column: for each group its elements.
struct Grouped<Element: Sendable & Equatable>: Sendable, Equatable {
  private(set) var elements: [Element] = []
  private(set) var ends: [Int] = []

  init() {}

  /// Distributes pairs of a group and an element; elements of a group keep their order.
  init(groupCount: Int, _ pairs: [(group: Int, element: Element)]) {
    var lists = [[Element]](repeating: [], count: groupCount)
    for pair in pairs { lists[pair.group].append(pair.element) }
    for list in lists { append(list) }
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
