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
