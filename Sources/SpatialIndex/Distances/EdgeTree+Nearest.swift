import LandModel

/// The nearest edges found so far: the run of the tree's, and the block of the probe's.
struct EdgeContact {
  /// The square of the distance.
  var square: Double
  /// The row of the run, of equally near ones the first; `Int.max` where nothing is found yet.
  var row = Int.max
  var run = -1
  var block = 0

  /// Nothing found, and nothing beyond the root of a square wanted.
  init(bound: Double) { square = bound }
}

extension EdgeTree {
  /// Looks for runs nearer to a probe than the best so far, or as near and of an earlier row.
  ///
  /// Runs are visited in the order of their boxes' distances from a piece of the probe; the search ends
  /// when no box left can be nearer.
  /// - Complexity: O(p log v) for p pieces of the probe, on edges spread as in maps.
  func findNearest(to probe: ProbeEdges, best: inout EdgeContact, queue: inout DistanceQueue) {
    let positions = column.positions
    let boxes = tree.boxes
    for piece in probe.pieces {
      queue.removeAll()
      let top = tree.levelStarts.count - 2
      for index in tree.topLevel {
        let gap = boxes[index].squaredGap(to: piece.box)
        if gap <= best.square { queue.push(index: index, level: top, distance: gap) }
      }
      while let next = queue.pop(), next.distance <= best.square {
        guard next.level == 0 else {
          for child in tree.children(of: next.index, level: next.level) {
            let gap = boxes[child].squaredGap(to: piece.box)
            if gap <= best.square {
              queue.push(index: child, level: next.level - 1, distance: gap)
            }
          }
          continue
        }
        let run = Int(tree.rowOfLeaf[next.index])
        let row = runs[run].row
        // What is no nearer counts only in an earlier row.
        if next.distance == best.square, row >= best.row { continue }
        let found = probe.squaredDistance(
          of: piece, to: runs[run], in: positions, bound: best.square)
        guard found.square < best.square || (found.square == best.square && row < best.row) else {
          continue
        }
        (best.square, best.row, best.run, best.block) = (found.square, row, run, found.block)
      }
    }
  }

  /// The nearest positions of a contact, on the probe and on the run.
  ///
  /// - Parameter others: the positions of the column that the probe was loaded from.
  func closest(_ contact: EdgeContact, of probe: ProbeEdges, in others: [XY]) -> NearestPair {
    var best = NearestPair.none
    let positions = column.positions
    let range = runs[contact.run].positions
    for edge in probe.edges(ofBlock: contact.block) {
      let (a, b) = (others[edge.start], others[edge.end])
      for index in range.lowerBound..<max(range.lowerBound + 1, range.upperBound) {
        let (c, d) = (positions[index], positions[min(index + 1, range.upperBound)])
        let square = SegmentDistance.squared(a, b, c, d)
        guard square < best.square else { continue }
        best = SegmentDistance.nearestPair(a, b, c, d, square: square)
      }
    }
    return best
  }
}
