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

  private func isMet(_ range: Range<Int>, level: Int, box: BoundingBox) -> Bool {
    for index in range where boxes[index].meets(box) {
      if level == 0 || isMet(children(of: index, level: level), level: level - 1, box: box) {
        return true
      }
    }
    return false
  }

  private func visit(
    _ range: Range<Int>, level: Int, box: BoundingBox, _ body: (Int) -> Void
  ) {
    for index in range where boxes[index].meets(box) {
      if level == 0 {
        body(Int(rowOfLeaf[index]))
      } else {
        visit(children(of: index, level: level), level: level - 1, box: box, body)
      }
    }
  }
}
