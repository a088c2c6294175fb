import LandModel

/// The units that a town may be made of, as nodes with the borders between them.
///
/// Nodes are numbered by the length of their way from the start (node 0) over the middles of units that
/// share a border. Each node but the start has a *parent*, the one before it on that way.
struct ParcelGraph {
  /// For each node its unit in the net.
  let units: [Int]
  /// For each node its neighbours, ascending, and the length of the border with each, metres.
  let neighbours: Grouped<Int32>
  let lengths: Grouped<Double>
  /// Length of each node's border with land that is no node.
  let outerLengths: [Double]
  let parents: [Int32]
  /// The ring of each node as corners numbered from 0, and for each edge the node across or −1.
  let rings: Grouped<Int32>
  let across: Grouped<Int32>
  let cornerCount: Int

  var count: Int { units.count }

  /// Walks the free units outwards from a start; those that cannot be reached do not belong.
  ///
  /// - Complexity: O(v + n²) for n free units.
  init(net: ParcelNet, isFree: (Int) -> Bool, start: Int) {
    let way = ParcelWay(net: net, isFree: isFree, start: start)
    units = way.units
    parents = way.parents
    var nodes: [Int: Int32] = [:]
    for (node, unit) in way.units.enumerated() { nodes[unit] = Int32(node) }
    var corners: [Int32: Int32] = [:]
    var (rings, across) = (Grouped<Int32>(), Grouped<Int32>())
    var (neighbours, lengths) = (Grouped<Int32>(), Grouped<Double>())
    var outerLengths: [Double] = []
    for unit in way.units {
      let ring = Array(net.rings[unit])
      let others = net.across[unit].map { $0 < 0 ? -1 : nodes[Int($0)] ?? -1 }
      var borders: [Int32: Double] = [:]
      for (place, other) in others.enumerated() {
        let (a, b) = (ring[place], ring[(place + 1) % ring.count])
        // From the lower corner, so that both sides of a border measure the same.
        let (low, high) = (net.positions[Int(min(a, b))], net.positions[Int(max(a, b))])
        borders[other, default: 0] += low.distance(to: high)
      }
      outerLengths.append(borders[-1] ?? 0)
      let sorted = borders.keys.filter { $0 >= 0 }.sorted()
      neighbours.append(sorted)
      lengths.append(sorted.map { borders[$0] ?? 0 })
      across.append(others)
      rings.append(
        ring.map { corner in
          if let known = corners[corner] { return known }
          let fresh = Int32(corners.count)
          corners[corner] = fresh
          return fresh
        })
    }
    self.rings = rings
    self.across = across
    self.neighbours = neighbours
    self.lengths = lengths
    self.outerLengths = outerLengths
    cornerCount = corners.count
  }
}

/// The shortest ways from a unit to others, over the middles of units that share a border (Dijkstra 1959).
private struct ParcelWay {
  /// By distance, then unit.
  private(set) var units: [Int] = []
  /// For each of them the place of the one before it; −1 for the start.
  private(set) var parents: [Int32] = []

  init(net: ParcelNet, isFree: (Int) -> Bool, start: Int) {
    var open: [Int: (distance: Double, parent: Int32)] = [start: (0, -1)]
    var places: [Int: Int32] = [:]
    while let nearest = open.min(by: { ($0.value.distance, $0.key) < ($1.value.distance, $1.key) })
    {
      let (unit, way) = (nearest.key, nearest.value)
      open[unit] = nil
      let place = Int32(units.count)
      places[unit] = place
      units.append(unit)
      parents.append(way.parent)
      for other in net.across[unit] where other >= 0 {
        let other = Int(other)
        guard places[other] == nil, isFree(other) else { continue }
        let distance = way.distance + net.centres[unit].distance(to: net.centres[other])
        if distance < open[other]?.distance ?? .infinity { open[other] = (distance, place) }
      }
    }
  }
}
