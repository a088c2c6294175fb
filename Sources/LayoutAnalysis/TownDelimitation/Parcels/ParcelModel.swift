import LandModel

/// The integer program of a region of parcels.
///
/// | symbol | in the code | meaning |
/// |---|---|---|
/// | i ∈ N | nodes of `graph` | units that can be reached from the start |
/// | vᵢ | `values` | worth of a unit, integer |
/// | aᵢ | `areas` | its area on the ellipsoid, 0.01 m² |
/// | cᵢⱼ, cᵢ₀ | `borders`, `outerBorders` | price of a border between units, and with what is no unit |
/// | A⁻, A⁺ | `size` | area of the region, at least and at most |
/// | K ⊂ N | `isForced` | units the region must hold; the start always |
/// | xᵢ ∈ {0,1} | `[Bool]` | whether the region holds unit i |
///
/// maximise F(x) = Σ vᵢxᵢ − Σ cᵢⱼ·|xᵢ − xⱼ| − Σ cᵢ₀xᵢ
/// subject to A⁻ ≤ Σ aᵢxᵢ ≤ A⁺; xᵢ = 1 for i ∈ K; the chosen units are connected by borders and leave no
/// hole. All coefficients are whole, so that bounds are exact.
struct ParcelModel {
  let graph: ParcelGraph
  let values: [Int]
  let areas: [Int]
  /// In the order of the graph's neighbours; equal from both sides.
  private(set) var borders: Grouped<Int>
  private(set) var outerBorders: [Int]
  let isForced: [Bool]
  let size: ClosedRange<Int>
  /// Price of a metre of border.
  let metrePrice: Double

  init(
    graph: ParcelGraph, values: [Int], areas: [Int], metrePrice: Double, size: ClosedRange<Int>,
    forced: [Int] = []
  ) {
    precondition(
      values.count == graph.count && areas.count == graph.count, "One value for each node.")
    self.graph = graph
    self.values = values
    self.areas = areas
    self.metrePrice = metrePrice
    self.size = size
    var isForced = [Bool](repeating: false, count: graph.count)
    isForced[0] = true
    for node in forced { isForced[node] = true }
    self.isForced = isForced
    var borders = Grouped<Int>()
    for node in 0..<graph.count {
      borders.append(graph.lengths[node].map { Int((metrePrice * $0).rounded()) })
    }
    self.borders = borders
    outerBorders = graph.outerLengths.map { Int((metrePrice * $0).rounded()) }
  }

  /// F of a set of nodes, whether or not it is connected.
  func objective(of region: [Bool]) -> Int {
    var total = 0
    for node in region.indices where region[node] {
      total += values[node] - outerBorders[node]
      for (other, border) in zip(graph.neighbours[node], borders[node]) where !region[Int(other)] {
        total -= border
      }
    }
    return total
  }

  func area(of region: [Bool]) -> Int {
    region.indices.reduce(0) { $0 + (region[$1] ? areas[$1] : 0) }
  }

  /// The model with a share of the borders' price left out, in eighths.
  func leavingOut(_ share: Int) -> ParcelModel {
    var relaxed = self
    var borders = Grouped<Int>()
    for node in 0..<graph.count { borders.append(self.borders[node].map { $0 - $0 * share / 8 }) }
    relaxed.borders = borders
    relaxed.outerBorders = outerBorders.map { $0 - $0 * share / 8 }
    return relaxed
  }

  /// The best set at a price of area: with star rows, among those that hold each node's parent.
  func best(areaPrice: Int, isStarShaped: Bool) -> [Bool] {
    var worths = values
    for node in worths.indices {
      worths[node] -= outerBorders[node] + areaPrice * areas[node]
      if isForced[node] { worths[node] = FlowNetwork.unlimited }
    }
    var links: [FlowNetwork.Link] = []
    for node in 0..<graph.count {
      for (other, border) in zip(graph.neighbours[node], borders[node]) where Int(other) > node {
        var link = FlowNetwork.Link(from: node, to: Int(other), forward: border, backward: border)
        if isStarShaped, graph.parents[node] == other { link.forward = FlowNetwork.unlimited }
        if isStarShaped, Int(graph.parents[Int(other)]) == node {
          link.backward = FlowNetwork.unlimited
        }
        links.append(link)
      }
    }
    var network = FlowNetwork(worths: worths, links: links)
    return network.sourceSide()
  }
}
