/// A binary heap of tree boxes, the nearest on top.
struct DistanceQueue {
  struct Entry {
    let index: Int
    let level: Int
    let distance: Double
  }

  private var heap: [Entry] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func push(index: Int, level: Int, distance: Double) {
    heap.append(Entry(index: index, level: level, distance: distance))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].distance < heap[parent].distance else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> Entry? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = 2 * parent + 1
      guard least < heap.count else { return top }
      if least + 1 < heap.count, heap[least + 1].distance < heap[least].distance { least += 1 }
      guard heap[least].distance < heap[parent].distance else { return top }
      heap.swapAt(least, parent)
      parent = least
    }
  }
}
