import LandModel

/// A stretch of railway or road.
struct TransportLine: Sendable {
  enum Kind: String, Sendable {
    case railway = "铁路"
    case highSpeedRailway = "高速铁路"
    case expressway = "高速公路"
    case national = "国道"
    case provincial = "省道"
    case county = "县道"
  }

  let kind: Kind
  let name: String
  let line: [XY]
}

/// Draws railways and roads between real seats, real railway towns and synthetic townships.
struct TransportPlan {
  let terrain: Terrain
  let drainage: Drainage
  let settlements: [Settlement]
  /// Real places by name: county seats, and railway towns of the resource table.
  let places: [String: XY]

  /// Railways and expressways run as chains of places; a place outside the city pulls a line to the edge.
  func trunkLines() throws(SampleCityError) -> [TransportLine] {
    let north = XY(392_000, 2_932_000)
    let south = XY(404_500, 2_793_500)
    let west = XY(327_500, 2_829_000)
    let east = XY(521_500, 2_862_500)
    let railways: [(TransportLine.Kind, String, [XY])] = [
      (
        .railway, "示意铁路一线",
        [
          north, try place("马田"), try place("栖凤渡"), try place("郴州市区"), try place("白石渡"),
          south,
        ]
      ),
      (.railway, "示意铁路二线", [try place("郴州市区"), try place("资兴")]),
      (.railway, "示意铁路三线", [try place("郴州市区"), try place("桂阳"), try place("嘉禾"), west]),
      (
        .highSpeedRailway, "示意高速铁路",
        [
          shifted(north, -6000, 0), shifted(try place("郴州市区"), -4200, -1500),
          shifted(south, -5500, 0),
        ]
      ),
      (
        .expressway, "示意高速一线",
        [
          shifted(north, 7000, 0), shifted(try place("永兴"), -5200, 1500),
          shifted(try place("郴州市区"), 5200, 1800), shifted(try place("宜章"), 3600, 2600),
          shifted(south, 4000, 0),
        ]
      ),
      (
        .expressway, "示意高速二线",
        [
          west, shifted(try place("嘉禾"), 2600, -3300), shifted(try place("桂阳"), -1500, -4100),
          shifted(try place("郴州市区"), 800, -6500), shifted(try place("汝城"), -3000, 3300),
          shifted(try place("桂东"), -3800, -2500), east,
        ]
      ),
      (
        .expressway, "示意高速三线",
        [
          shifted(try place("安仁"), -4200, 8000), shifted(try place("安仁"), 3100, -2300),
          shifted(try place("永兴"), 4400, 2000), shifted(try place("资兴"), -3600, 2600),
          shifted(try place("郴州市区"), 5200, 1800),
        ]
      ),
    ]
    return railways.flatMap { kind, name, stops in trunk(kind, name, stops) }
  }

  /// National roads between seats, provincial roads to the townships, county roads to every third village;
  /// each stretch once, in its highest class.
  func roads() throws(SampleCityError) -> [TransportLine] {
    let paths = LeastCostPaths(terrain: terrain, drainage: drainage, slopePenalty: 14)
    var network = RoadNetwork(frame: terrain.relief.frame)
    for (from, to) in Self.nationalLinks {
      let frame = terrain.relief.frame
      let start = frame.nearestNode(to: try place(from))
      let goal = frame.nearestNode(to: try place(to))
      let isRoad = network.isOnRoad
      let previous = paths.previousNodes(from: [start], to: goal) { isRoad[$0] ? 0.35 : 1 }
      network.add(LeastCostPaths.path(to: goal, previous), rank: 1)
    }
    grow(&network, paths, to: settlements.filter { $0.kind == .township }, rank: 2)
    let villages = settlements.filter { $0.kind == .village }
    grow(
      &network, paths, to: villages.indices.filter { $0 % 3 == 0 }.map { villages[$0] }, rank: 3)
    for settlement in settlements {
      network.pin(terrain.relief.frame.nearestNode(to: settlement.position), settlement.position)
    }
    return network.lines(shift: terrain.noise(0x81)).filter { inCity($0.line) }
  }

  private static let nationalLinks = [
    ("郴州市区", "永兴"), ("永兴", "安仁"), ("郴州市区", "资兴"), ("郴州市区", "桂阳"),
    ("郴州市区", "宜章"), ("宜章", "临武"), ("桂阳", "嘉禾"), ("嘉禾", "临武"), ("郴州市区", "汝城"),
    ("汝城", "桂东"), ("资兴", "桂东"), ("宜章", "汝城"),
  ]

  private func place(_ name: String) throws(SampleCityError) -> XY {
    guard let position = places[name] else { throw .noPlace(name) }
    return position
  }

  private func shifted(_ position: XY, _ dx: Double, _ dy: Double) -> XY {
    XY(position.x + dx, position.y + dy)
  }

  private func inCity(_ line: [XY]) -> Bool {
    line.allSatisfy { terrain.counties.county(at: $0) != nil }
  }

  /// A forest of shortest paths from the network to all places at once.
  private func grow(
    _ network: inout RoadNetwork, _ paths: LeastCostPaths, to places: [Settlement], rank: Int
  ) {
    let isRoad = network.isOnRoad
    let sources = isRoad.indices.filter { isRoad[$0] }
    let previous = paths.previousNodes(from: sources) { _ in 1 }
    for place in places {
      let goal = terrain.relief.frame.nearestNode(to: place.position)
      network.add(LeastCostPaths.path(to: goal, previous), rank: rank)
    }
  }

  /// One line through the stops, cut to the parts inside the city.
  private func trunk(_ kind: TransportLine.Kind, _ name: String, _ stops: [XY]) -> [TransportLine] {
    let frame = terrain.relief.frame
    let paths = LeastCostPaths(terrain: terrain, drainage: drainage, slopePenalty: 40)
    let shift = terrain.noise(kind == .expressway ? 0x82 : 0x83)
    var line: [XY] = []
    for index in 1..<stops.count {
      let (start, goal) = (
        frame.nearestNode(to: stops[index - 1]), frame.nearestNode(to: stops[index])
      )
      let previous = paths.previousNodes(from: [start], to: goal) { _ in 1 }
      let middle = LeastCostPaths.path(to: goal, previous).dropFirst().dropLast().map { node in
        let position = frame.position(ofNode: node)
        return XY(
          position.x + 200 * shift.value(at: position, wavelength: 2900),
          position.y + 200 * shift.value(at: XY(position.y, position.x), wavelength: 2900))
      }
      line += (line.isEmpty ? [stops[0]] : []) + middle + [stops[index]]
    }
    let drawn = Smoothing.simplified(
      Smoothing.chaikin(Smoothing.simplified(line, tolerance: 260), passes: 3), tolerance: 8)
    return cutToCity(drawn).map { TransportLine(kind: kind, name: name, line: $0) }
  }

  /// The runs of vertices inside the city.
  private func cutToCity(_ line: [XY]) -> [[XY]] {
    var runs: [[XY]] = [[]]
    for position in line {
      if terrain.counties.county(at: position) != nil {
        runs[runs.count - 1].append(position)
      } else if runs[runs.count - 1].count > 0 {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }
  }
}
