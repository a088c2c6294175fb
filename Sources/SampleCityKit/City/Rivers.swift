import LandModel

/// A stretch of river between a source or confluence and the next confluence or the city's edge.
struct River: Sendable {
  let name: String
  /// Strahler's stream order.
  let order: Int
  let upstreamArea: Double
  let line: [XY]
  /// Relief nodes under the line, from upstream to downstream.
  let nodes: [Int]

  /// Width in metres, from the drained area by a power law as hydraulic geometry has it.
  var width: Double { (4.5 * (upstreamArea / 1e6).squareRoot() / 5).rounded() * 5 }
}

/// Draws the rivers of the drainage inside the city.
struct RiverPlan {
  let terrain: Terrain
  let drainage: Drainage

  func rivers() -> [River] {
    let frame = terrain.relief.frame
    let isRiver = (0..<frame.count).map {
      drainage.isStream[$0] && terrain.countyOfNode[$0] >= 0
    }
    var inflows = [Int](repeating: 0, count: frame.count)
    for node in 0..<frame.count where isRiver[node] && drainage.downstream[node] >= 0 {
      inflows[drainage.downstream[node]] += 1
    }
    let orders = strahlerOrders(isRiver, inflows)
    var names = Names(generator: terrain.generator(0x71), reserved: [])
    var rivers: [River] = []
    for start in 0..<frame.count where isRiver[start] && inflows[start] != 1 {
      var nodes = [start]
      while true {
        let next = drainage.downstream[nodes[nodes.count - 1]]
        guard next >= 0, isRiver[next] else { break }
        nodes.append(next)
        if inflows[next] != 1 { break }
      }
      guard nodes.count > 3 || inflows[start] > 0, nodes.count > 1 else { continue }
      let area = Double(drainage.upstreamCount[nodes[nodes.count - 2]]) * frame.cell * frame.cell
      rivers.append(
        River(
          name: names.water(area > 1e9 ? "江" : area > 2e8 ? "河" : "溪"), order: orders[start],
          upstreamArea: area, line: drawn(nodes), nodes: nodes))
    }
    return rivers
  }

  /// Order 1 at sources; where two of the same order meet, one more.
  private func strahlerOrders(_ isRiver: [Bool], _ inflows: [Int]) -> [Int] {
    let nodes = isRiver.indices.filter { isRiver[$0] }.sorted {
      (drainage.upstreamCount[$0], $0) < (drainage.upstreamCount[$1], $1)
    }
    var order = [Int](repeating: 0, count: isRiver.count)
    var ties = [Int](repeating: 0, count: isRiver.count)
    for node in nodes {
      if order[node] == 0 { order[node] = 1 } else if ties[node] > 1 { order[node] += 1 }
      let next = drainage.downstream[node]
      guard next >= 0, isRiver[next] else { continue }
      if order[node] > order[next] {
        (order[next], ties[next]) = (order[node], 1)
      } else if order[node] == order[next] {
        ties[next] += 1
      }
    }
    return order
  }

  /// The line through the nodes: shifted by up to 170 m, so that it does not follow the raster.
  private func drawn(_ nodes: [Int]) -> [XY] {
    let noise = terrain.noise(0x72)
    let points = nodes.map { node in
      let position = terrain.relief.frame.position(ofNode: node)
      return XY(
        position.x + 170 * noise.value(at: position, wavelength: 1730),
        position.y + 170 * noise.value(at: XY(position.y, position.x), wavelength: 1730))
    }
    return Smoothing.simplified(Smoothing.chaikin(points, passes: 2), tolerance: 18)
  }
}
