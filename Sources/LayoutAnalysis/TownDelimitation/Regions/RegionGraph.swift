import LandModel

/// The free cells that can be reached from a start cell, as the nodes a region may grow over.
///
/// Nodes are numbered in the order of their steps from the start (node 0), then of the window's rows.
/// Each node but the start has a *parent*: of its neighbours one step nearer, the one closest to the
/// straight line to the start. A region that holds the parent of each of its nodes is star-shaped, and
/// so in one piece.
struct RegionGraph {
  /// For each node, its row in the window.
  let cells: [Int]
  /// Six for each node, in the order of ``HexagonLattice/neighbours``: a node, or −1.
  let neighbours: [Int32]
  /// For each node, the side towards its parent; −1 for the start.
  let parentSides: [Int8]

  var count: Int { cells.count }

  /// Walks the free cells outwards from the start.
  ///
  /// - Parameters:
  ///   - isFree: one for each cell of the window.
  ///   - start: a free cell.
  ///   - steps: cells more steps away do not belong.
  /// - Complexity: O(cells).
  init(window: CellWindow, isFree: [Bool], start: Int, steps: Int = .max) {
    var node = [Int32](repeating: -1, count: window.count)
    var distance: [Int] = [0]
    var cells = [start]
    node[start] = 0
    var next = 0
    while next < cells.count {
      defer { next += 1 }
      guard distance[next] < steps else { continue }
      for side in 0..<6 {
        let cell = Int(window.neighbours[cells[next] * 6 + side])
        guard cell >= 0, isFree[cell], node[cell] < 0 else { continue }
        node[cell] = Int32(cells.count)
        cells.append(cell)
        distance.append(distance[next] + 1)
      }
    }
    self.cells = cells
    neighbours = cells.flatMap { cell in
      (0..<6).map { side in
        let other = window.neighbours[cell * 6 + side]
        return other < 0 ? -1 : node[Int(other)]
      }
    }
    parentSides = Self.parentSides(
      window: window, cells: cells, neighbours: neighbours, distance: distance)
  }

  private static func parentSides(
    window: CellWindow, cells: [Int], neighbours: [Int32], distance: [Int]
  ) -> [Int8] {
    let origin = window.position(cells[0])
    return cells.indices.map { node in
      let here = window.position(cells[node])
      var (best, bestOffset) = (-1, Double.infinity)
      for side in 0..<6 {
        let other = Int(neighbours[node * 6 + side])
        guard other >= 0, distance[other] < distance[node] else { continue }
        let there = window.position(cells[other])
        let offset = abs(
          (there.x - origin.x) * (here.y - origin.y) - (there.y - origin.y) * (here.x - origin.x))
        // Mirror images have equal offsets but for rounding: the first side then wins, everywhere.
        if offset < bestOffset - 1e-6 * window.lattice.width * window.lattice.width {
          (best, bestOffset) = (side, offset)
        }
      }
      return Int8(best)
    }
  }
}
