import LandModel

/// A place where people live.
struct Settlement: Sendable {
  enum Kind: String, Sendable {
    case countySeat = "county-seat"
    case township, village
  }

  let id: String
  let name: String
  let kind: Kind
  /// Number of the county in the map.
  let county: Int
  let position: XY
  let population: Int
}

/// Places the settlements: county seats where they are, townships and villages where land is low, level
/// and near water.
struct SettlementPlan {
  private let terrain: Terrain
  private let drainage: Drainage
  private var generator: SeededGenerator
  private var names: Names
  private var placed: [Settlement] = []

  init(_ terrain: Terrain, _ drainage: Drainage, reservedNames: Set<String>) {
    self.terrain = terrain
    self.drainage = drainage
    generator = terrain.generator(0x5E77)
    names = Names(generator: terrain.generator(0x4E41), reserved: reservedNames)
  }

  /// About one township in 125 km² and four villages to each: 160 and 620 in Chenzhou, near the real
  /// 163 townships.
  mutating func settlements(seats: [(name: String, position: XY)]) -> [Settlement] {
    for seat in seats {
      guard let county = terrain.counties.county(at: seat.position) else { continue }
      let population = seat.name == "郴州市区" ? 600_000 : 60_000 + Int(generator.next() % 90_000)
      add(.countySeat, county, seat.position, population, name: seat.name)
    }
    for (number, county) in terrain.counties.counties.enumerated() {
      let area = county.rings.reduce(0) { $0 + PlanarMeasure.signedArea(ofRing: $1[...]) }
      let townships = Int((abs(area) / 125e6).rounded())
      for _ in 0..<townships {
        guard let place = place(in: number, spacing: 5500) else { continue }
        add(.township, number, place, Int(6_500 + 19_000 * squared()), name: names.township())
      }
      for _ in 0..<(4 * townships) {
        guard let place = place(in: number, spacing: 2300) else { continue }
        add(.village, number, place, Int(700 + 3_400 * squared()), name: names.village())
      }
    }
    return placed
  }

  private mutating func squared() -> Double {
    let draw = generator.unit()
    return draw * draw
  }

  private mutating func add(
    _ kind: Settlement.Kind, _ county: Int, _ position: XY, _ population: Int, name: String
  ) {
    let number = "\(placed.count + 1)"
    placed.append(
      Settlement(
        id: "S" + String(repeating: "0", count: 4 - number.count) + number, name: name, kind: kind,
        county: county, position: position, population: population / 10 * 10))
  }

  /// Draws places in a county until one suits; the spacing gives way slowly when the county is full.
  private mutating func place(in county: Int, spacing: Double) -> XY? {
    let box = terrain.counties.counties[county].box
    for attempt in 0..<4000 {
      let position = XY(
        box.minX + generator.unit() * box.width, box.minY + generator.unit() * box.height)
      let luck = generator.unit()
      let least = spacing * (1 - Double(attempt) / 6000)
      guard luck < liveability(at: position),
        terrain.counties.county(at: position) == county,
        placed.allSatisfy({ $0.position.distance(to: position) >= least }),
        terrain.counties.distanceToBoundary(from: position) > 1200
      else { continue }
      return XY(position.x.rounded(), position.y.rounded())
    }
    return nil
  }

  /// 0…1: people settle on level ground near streams, and less the higher it is.
  private func liveability(at position: XY) -> Double {
    let slope = terrain.slope.value(at: position)
    let water = drainage.distanceToStream.value(at: position)
    let height = terrain.relief.value(at: position)
    let level = 1 / (1 + (slope / 0.09) * (slope / 0.09))
    let near = 0.25 + 0.75 / (1 + (water / 2500) * (water / 2500))
    let low = 1 / (1 + (height / 600) * (height / 600))
    return level * near * low
  }
}
