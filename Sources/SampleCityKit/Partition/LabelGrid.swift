import LandModel

/// A label for each node of a frame: the raster form of a partition; zero is no feature.
struct LabelGrid: Sendable {
  let frame: GridFrame
  var labels: [Int32]

  init(frame: GridFrame, labels: [Int32]) {
    precondition(labels.count == frame.count, "One label for each node.")
    self.frame = frame
    self.labels = labels
    clearFrame()
  }

  /// Nodes on the edge of the frame belong to nothing, so that every boundary closes.
  private mutating func clearFrame() {
    for column in 0..<frame.columns {
      labels[frame.index(column, 0)] = 0
      labels[frame.index(column, frame.rows - 1)] = 0
    }
    for row in 0..<frame.rows {
      labels[frame.index(0, row)] = 0
      labels[frame.index(frame.columns - 1, row)] = 0
    }
  }

  /// Removes places where a label meets itself only at a corner, by giving a node to its neighbour.
  ///
  /// Afterwards each label's nodes round a cell are contiguous, which is what ``BoundaryNet`` needs. A
  /// node taken may make another such place, so sweeps repeat until none is left; each sweep only ever
  /// clears nodes to the smaller of the labels that meet, hence the loop ends.
  mutating func separateCorners() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in 0..<(frame.rows - 1) {
        for column in 0..<(frame.columns - 1) {
          let southWest = frame.index(column, row)
          let northWest = southWest + frame.columns
          let (a, b) = (labels[southWest], labels[southWest + 1])
          let (c, d) = (labels[northWest], labels[northWest + 1])
          if a == d, a != b, a != c {
            isChanged = true
            clear(a > min(b, c) ? southWest : (b > c ? southWest + 1 : northWest), to: min(a, b, c))
          } else if b == c, b != a, b != d {
            isChanged = true
            clear(
              b > min(a, d) ? southWest + 1 : (a > d ? southWest : northWest + 1), to: min(a, b, d))
          }
        }
      }
    }
  }

  private mutating func clear(_ node: Int, to label: Int32) { labels[node] = label }

  /// Connected components (over the four sides) of equal non-zero labels, numbered from zero in the order
  /// of their first node; −1 where there is no label.
  ///
  /// - Complexity: O(n) in the nodes.
  func components() -> (numbers: [Int32], sizes: [Int], labels: [Int32]) {
    var numbers = [Int32](repeating: -1, count: labels.count)
    var sizes: [Int] = []
    var componentLabels: [Int32] = []
    var stack: [Int] = []
    for start in labels.indices where labels[start] != 0 && numbers[start] < 0 {
      let number = Int32(sizes.count)
      var size = 0
      numbers[start] = number
      stack.append(start)
      while let node = stack.popLast() {
        size += 1
        for neighbour in [node - 1, node + 1, node - frame.columns, node + frame.columns]
        where labels[neighbour] == labels[start] && numbers[neighbour] < 0 {
          numbers[neighbour] = number
          stack.append(neighbour)
        }
      }
      sizes.append(size)
      componentLabels.append(labels[start])
    }
    return (numbers, sizes, componentLabels)
  }

  /// Clears components of fewer nodes than `smallest`.
  mutating func removeComponents(smallerThan smallest: Int) {
    let found = components()
    for node in labels.indices where labels[node] != 0 {
      if found.sizes[Int(found.numbers[node])] < smallest { labels[node] = 0 }
    }
  }
}
