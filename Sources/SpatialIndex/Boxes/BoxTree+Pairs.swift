package import LandModel

/// A row of one layer and a row of another (or of the same) that belong together.
package struct RowPair: Hashable, Sendable, Comparable {
  package let left: Int
  package let right: Int

  package init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }

  package static func < (a: RowPair, b: RowPair) -> Bool { (a.left, a.right) < (b.left, b.right) }
}

extension BoxTree {
  /// The pairs of a box in a list and a row here that meet, by list position, then by row.
  ///
  /// - Complexity: O(n log m + k log k) for n boxes, m rows and k pairs.
  package func pairs(with boxes: [BoundingBox]) -> [RowPair] {
    var found: [RowPair] = []
    for (left, box) in boxes.enumerated() {
      for right in rows(meeting: box) { found.append(RowPair(left: left, right: right)) }
    }
    return found
  }

  /// The pairs of rows here whose boxes meet, each once with the lower row on the left, ascending.
  package func selfPairs() -> [RowPair] {
    var found: [RowPair] = []
    for leaf in rowOfLeaf.indices {
      let left = Int(rowOfLeaf[leaf])
      forEachRow(meeting: boxes[leaf]) {
        if left < $0 { found.append(RowPair(left: left, right: $0)) }
      }
    }
    found.sort()
    return found
  }
}
