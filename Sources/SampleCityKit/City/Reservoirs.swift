import LandModel

/// A synthetic reservoir on a river.
struct Reservoir: Sendable {
  let name: String
  let county: Int
  let rings: [[XY]]
  let area: Double
}

/// Dams rivers in the hills and draws the water behind each dam.
struct ReservoirPlan {
  let terrain: Terrain
  let drainage: Drainage
  let settlements: [Settlement]

  static let cell = 100.0

  /// A dam: where it stands, how far the water reaches upstream and how wide it is at the dam, in metres.
  private struct Dam {
    let node: Int
    let reach: Double
    let width: Double
  }

  func reservoirs() -> [Reservoir] {
    let frame = GridFrame(covering: terrain.counties.box, margin: 300, cell: Self.cell)
    var depth = Raster(frame: frame, values: Array(repeating: -1, count: frame.count))
    for dam in dams() { flood(behind: dam, &depth) }
    var grid = LabelGrid(frame: frame, labels: depth.values.map { $0 > 0 ? 1 : 0 })
    grid.removeComponents(smallerThan: 40)
    var net = BoundaryNet(grid, followingZeroOf: depth)
    net.relax(passes: 1) { _ in XY(0, 0) }
    var names = Names(generator: terrain.generator(0x7E5), reserved: [])
    return net.regions(droppingVerticesWithin: 6).compactMap { region in
      guard let first = region.rings.first?.first,
        let county = terrain.counties.county(at: first)
      else { return nil }
      let area = PlanarMeasure.area(of: .polygon(rings: region.rings)).value
      return Reservoir(
        name: names.water("库") + "（虚构水库）", county: county, rings: region.rings, area: area)
    }
  }

  /// Dams in the hills, far from settlements and from each other, the largest river first.
  private func dams() -> [Dam] {
    var generator = terrain.generator(0xDA3)
    let frame = terrain.relief.frame
    let places = (0..<frame.count).filter { node in
      let area = Double(drainage.upstreamCount[node]) * frame.cell * frame.cell
      let height = terrain.relief.values[node]
      return drainage.isStream[node] && terrain.countyOfNode[node] >= 0 && height > 180
        && height < 750 && area > 60e6 && area < 1500e6
    }.sorted { (drainage.upstreamCount[$1], $0) < (drainage.upstreamCount[$0], $1) }
    var dams: [Dam] = []
    for node in places where dams.count < 24 {
      let position = frame.position(ofNode: node)
      let isLarge = dams.isEmpty
      let spacing = isLarge ? 6000.0 : 11_000.0
      guard
        dams.allSatisfy({ frame.position(ofNode: $0.node).distance(to: position) > spacing }),
        settlements.allSatisfy({
          $0.position.distance(to: position) > ($0.kind == .village ? 1200 : 2600)
        }), terrain.counties.distanceToBoundary(from: position) > (isLarge ? 12_000 : 4000)
      else { continue }
      dams.append(
        Dam(
          node: node, reach: isLarge ? 17_000 : 2500 + 3500 * generator.unit(),
          width: isLarge ? 1100 : 220 + 260 * generator.unit()))
    }
    return dams
  }

  /// Raises the water field round every stream node upstream of the dam within its reach.
  private func flood(behind dam: Dam, _ depth: inout Raster) {
    let relief = terrain.relief.frame
    let noise = terrain.noise(0xDA4)
    var stack = [(node: dam.node, run: 0.0)]
    while let (node, run) = stack.popLast() {
      let position = relief.position(ofNode: node)
      let wave = 1 + 0.7 * noise.value(at: position, wavelength: 1900)
      let width = dam.width * (1 - 0.85 * run / dam.reach) * wave
      if width > 60 { paint(position, width, noise, &depth) }
      relief.forEachNeighbour(of: node) { neighbour, distance in
        guard drainage.downstream[neighbour] == node, drainage.isStream[neighbour],
          run + distance < dam.reach, terrain.countyOfNode[neighbour] >= 0
        else { return }
        let half = XY(
          (position.x + relief.position(ofNode: neighbour).x) / 2,
          (position.y + relief.position(ofNode: neighbour).y) / 2)
        if width > 60 { paint(half, width, noise, &depth) }
        stack.append((neighbour, run + distance))
      }
    }
  }

  private func paint(
    _ centre: XY, _ width: Double, _ noise: GradientNoise, _ depth: inout Raster
  ) {
    let frame = depth.frame
    let reach = Int((1.6 * width / frame.cell).rounded(.up))
    let middle = frame.nearestNode(to: centre)
    for row in (middle / frame.columns - reach)...(middle / frame.columns + reach) {
      for column in (middle % frame.columns - reach)...(middle % frame.columns + reach) {
        guard row > 0, column > 0, row < frame.rows, column < frame.columns else { continue }
        let position = frame.position(column, row)
        let shore = width * (1 + 0.5 * noise.fractal(at: position, wavelength: 900, octaves: 3))
        let node = frame.index(column, row)
        let value = (shore - position.distance(to: centre)) / width
        depth.values[node] = max(depth.values[node], value)
      }
    }
  }
}
