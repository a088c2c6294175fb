/// A binary heap of nodes by key; equal keys leave in the order of their node number.
struct PriorityQueue {
  private var heap: [(key: Double, node: Int)] = []

  var isEmpty: Bool { heap.isEmpty }

  mutating func push(_ node: Int, key: Double) {
    heap.append((key, node))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (key: Double, node: Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if precedes(child, least) { least = child }
      }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (heap[left].key, heap[left].node) < (heap[right].key, heap[right].node)
  }
}
