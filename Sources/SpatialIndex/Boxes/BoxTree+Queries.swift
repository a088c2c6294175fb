package import LandModel

extension BoxTree {
  /// Calls the body for each row whose box meets the one given, in no stated order; touching counts.
  ///
  /// - Complexity: O(log n + k) for k rows found, on data without heavy overlap.
  package func forEachRow(meeting box: BoundingBox, _ body: (Int) -> Void) {
    guard !box.isEmpty else { return }
    visit(topLevel, level: levelStarts.count - 2, box: box, body)
  }

  /// The rows whose boxes meet the one given, ascending; touching counts.
  package func rows(meeting box: BoundingBox) -> [Int] {
    var found: [Int] = []
    forEachRow(meeting: box) { found.append($0) }
    found.sort()
    return found
  }

  /// Whether the box of any row meets the one given; touching counts.
  package func hasRow(meeting box: BoundingBox) -> Bool {
    !box.isEmpty && isMet(topLevel, level: levelStarts.count - 2, box: box)
  }

  /// As `BoundingBox.meets(_:)`, which is a call into another module, once for each box looked at.
  private static func meet(_ a: BoundingBox, _ b: BoundingBox) -> Bool {
    a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
  }

  private func isMet(_ range: Range<Int>, level: Int, box: BoundingBox) -> Bool {
    for index in range where Self.meet(boxes[index], box) {
      if level == 0 || isMet(children(of: index, level: level), level: level - 1, box: box) {
        return true
      }
    }
    return false
  }

  private func visit(
    _ range: Range<Int>, level: Int, box: BoundingBox, _ body: (Int) -> Void
  ) {
    for index in range where Self.meet(boxes[index], box) {
      if level == 0 {
        body(Int(rowOfLeaf[index]))
      } else {
        visit(children(of: index, level: level), level: level - 1, box: box, body)
      }
    }
  }
}
