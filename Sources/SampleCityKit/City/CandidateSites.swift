import LandModel

/// A resource of the curated table, in the grid of construction.
struct Resource: Sendable {
  let id: String
  let name: String
  let category: String
  let weight: Double
  let position: XY
}

/// A settlement that its county puts forward as a characteristic town.
struct CandidateSite: Sendable {
  /// What makes a site easy or hard to delimit.
  enum Ground: String, Sendable {
    case open
    /// Red lines all round, about a square kilometre free.
    case redLineRing = "red-line-ring"
    /// A valley 600 to 700 m wide between red lines.
    case redLineValley = "red-line-valley"
    /// Farmland all round, about a square kilometre free.
    case farmlandRing = "farmland-ring"
  }

  let settlement: Settlement
  let industry: String
  let ground: Ground
  /// Radius in metres of a circle of the area that the county wishes for.
  let radius: Double
  /// How far from the centre red lines, or farmland round a farmland site, stay away in metres; half the
  /// width of the free strip for a valley site.
  let room: Double
  /// Direction of the valley in radians, for a valley site.
  let valleyAngle: Double
}

/// Chooses the sites: settlements nearest to the resources first, then others, spread over all counties.
struct CandidateSitePlan {
  let terrain: Terrain
  let settlements: [Settlement]
  let resources: [Resource]
  /// Distances to railways and expressways, and to reservoirs: a town keeps off both.
  let tracks: Raster
  let water: Raster
  /// Names of settlements that have an urban boundary of their own: 非镇非区, a town keeps off them.
  let excluding: Set<String>

  /// Towns that each county puts forward, by county code: 59 in all, and one more that overlaps another.
  private static let quotas: [String: Int] = [
    "156431002": 4, "156431003": 5, "156431021": 7, "156431022": 6, "156431023": 6,
    "156431024": 4, "156431025": 5, "156431026": 6, "156431027": 4, "156431028": 5,
    "156431081": 7,
  ]

  /// Counties whose last site is hard, and how.
  private static let hardGround: [String: (ground: CandidateSite.Ground, room: Double)] = [
    "156431027": (.redLineRing, 540), "156431026": (.redLineRing, 690),
    "156431081": (.redLineValley, 360), "156431025": (.redLineValley, 290),
    "156431022": (.farmlandRing, 560), "156431028": (.farmlandRing, 700),
  ]

  /// Sites by county, then in the order they were chosen.
  func sites() -> [CandidateSite] {
    var generator = terrain.generator(0xCA4D)
    var chosen: [CandidateSite] = []
    for (number, county) in terrain.counties.counties.enumerated() {
      let quota = Self.quotas[county.code] ?? 0
      var local: [(settlement: Settlement, industry: String)] = []
      func suits(_ settlement: Settlement, spacing: Double) -> Bool {
        settlement.county == number && !excluding.contains(settlement.name)
          && terrain.counties.distanceToBoundary(from: settlement.position) > 2400
          && tracks.value(at: settlement.position) > 1100
          && water.value(at: settlement.position) > 2000
          && (chosen.map(\.settlement) + local.map(\.settlement) + seats).allSatisfy {
            $0.position.distance(to: settlement.position) > spacing
          }
      }
      for resource in resources.sorted(by: { ($1.weight, $0.id) < ($0.weight, $1.id) }) {
        guard local.count < quota - 1, terrain.counties.county(at: resource.position) == number,
          let nearest = settlements.filter({ suits($0, spacing: 4600) }).min(by: {
            $0.position.distance(to: resource.position)
              < $1.position.distance(to: resource.position)
          }), nearest.position.distance(to: resource.position) < 8000
        else { continue }
        local.append((nearest, industry(for: resource.category)))
      }
      var spacing = 6500.0
      while local.count < quota, spacing > 4000 {
        let rest = settlements.filter { suits($0, spacing: spacing) }
        guard !rest.isEmpty else {
          spacing -= 500
          continue
        }
        let pick = rest[Int(generator.next() % UInt64(rest.count))]
        local.append((pick, industry(at: pick, &generator)))
      }
      for (index, site) in local.enumerated() {
        let hard = index == local.count - 1 ? Self.hardGround[county.code] : nil
        let radius = 700 + 560 * generator.unit()
        let room = max(1100, (1.15 + 0.65 * generator.unit()) * radius)
        chosen.append(
          CandidateSite(
            settlement: site.settlement, industry: site.industry, ground: hard?.ground ?? .open,
            radius: radius, room: hard?.room ?? room, valleyAngle: generator.unit() * .pi))
      }
    }
    return chosen
  }

  private var seats: [Settlement] { settlements.filter { $0.kind == .countySeat } }

  private func industry(for category: String) -> String {
    switch category {
    case "scenic", "culture": "culture-tourism"
    case "spring": "sports-health"
    case "industry": "manufacturing"
    default: "commerce-logistics"
    }
  }

  private func industry(at settlement: Settlement, _ generator: inout SeededGenerator) -> String {
    let toSeat = seats.map { $0.position.distance(to: settlement.position) }.min() ?? .infinity
    let draw = generator.unit()
    if toSeat < 9000 { return draw < 0.5 ? "digital" : "commerce-logistics" }
    if toSeat < 16_000 { return draw < 0.5 ? "manufacturing" : "agriculture" }
    return draw < 0.65 ? "agriculture" : "sports-health"
  }
}
