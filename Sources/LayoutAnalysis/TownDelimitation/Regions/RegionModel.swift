/// The integer program of one region: choose nodes so that their values less their outline are greatest.
///
/// | symbol | in the code | meaning |
/// |---|---|---|
/// | i ∈ N | nodes of `graph` | free cells that can be reached from the start |
/// | vᵢ | `values` | worth of a cell, integer |
/// | g | `sidePrice` | price of one cell side of the outline, integer |
/// | n⁻, n⁺ | `size` | cells of the region, at least and at most |
/// | K ⊂ N | `isForced` | cells the region must hold; the start always |
/// | xᵢ ∈ {0,1} | `[Bool]` | whether the region holds cell i |
///
/// maximise F(x) = Σ vᵢxᵢ − g·(sides between a chosen cell and one that is not, or that is no node)
/// subject to n⁻ ≤ Σ xᵢ ≤ n⁺; xᵢ = 1 for i ∈ K; the chosen cells are connected by sides and leave no
/// hole. Values are integers, so that bounds and certificates are exact.
struct RegionModel {
  let graph: RegionGraph
  var values: [Int]
  var sidePrice: Int
  var isForced: [Bool]
  var size: ClosedRange<Int>

  init(
    graph: RegionGraph, values: [Int], sidePrice: Int, size: ClosedRange<Int>,
    forced: [Int] = []
  ) {
    precondition(values.count == graph.count, "One value for each node.")
    self.graph = graph
    self.values = values
    self.sidePrice = sidePrice
    self.size = size
    isForced = [Bool](repeating: false, count: graph.count)
    isForced[0] = true
    for node in forced { isForced[node] = true }
  }

  /// F of a set of nodes, whether or not it is connected.
  func objective(of region: [Bool]) -> Int {
    var total = 0
    for node in region.indices where region[node] {
      total += values[node]
      for side in 0..<6 {
        let other = Int(graph.neighbours[node * 6 + side])
        if other < 0 || !region[other] { total -= sidePrice }
      }
    }
    return total
  }
}

extension [Bool] {
  /// How many are true.
  var trueCount: Int { reduce(0) { $0 + ($1 ? 1 : 0) } }
}
