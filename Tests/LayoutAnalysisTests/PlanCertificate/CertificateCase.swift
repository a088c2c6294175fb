import LandModel
import Testing

@testable import LayoutAnalysis

/// A written plan of square towns that holds, and its inputs: tests break one thing each.
///
/// Three towns in a row from west to east, 4 km from centre to centre and 1.5 km wide, so 2.5 km apart. The
/// first two lie in county `west`, the third in `east`. The first and the third live on tourism. The land is flat, which
/// both factors are told from.
struct CertificateCase {
  static let side = 1500.0
  static let step = 4000.0

  var layout = LayoutParameters(
    towns: TownQuota(min: 1, max: 3), spacing: Metres(2000), industrySpacing: Metres(5000),
    countyQuota: TownQuota(min: 1, max: 2), industryQuota: TownQuota(min: 1, max: 2),
    landQuota: SquareMetres(squareKilometres: 7),
    constructionQuota: SquareMetres(squareKilometres: 2), coverageWeight: 10,
    coverage: [
      CoverageRule(
        category: "scenic", weight: 1, rings: CoverageRing.linear(radius: Metres(3000), steps: 2),
        industries: ["tourism"])
    ])
  var delimitation = DelimitationParameters(
    factors: [CertificateCase.flat("scenery", 0.8), CertificateCase.flat("road", 0.4)],
    industries: ["tourism", "digital"].map { key in
      Industry(
        key: key, title: LocalizedText(english: key, chinese: key),
        weights: [
          FactorWeight(factor: "scenery", weight: 3), FactorWeight(factor: "road", weight: 1),
        ])
    })
  var sites: [Site] = []
  var towns: [StatedTown] = []
  var resources = [
    ResourcePoint(
      id: "r1", category: "scenic", position: CertificateCase.place(1000, 0), weight: 4),
    ResourcePoint(
      id: "r2", category: "scenic", position: CertificateCase.place(8000, 2500), weight: 2),
    ResourcePoint(
      id: "r3", category: "scenic", position: CertificateCase.place(4000, 0), weight: 9),
  ]
  var elevation: ElevationGrid? = ElevationGrid(
    origin: XY(100, 20), step: XY(20, 20), columnCount: 2, rowCount: 2,
    elevations: [100, 100, 100, 100])
  var parcels: ParcelLand?
  /// Whether there is a layer of counties.
  var hasCounties = true
  var constraints: [Constraint] = []
  var buildingConstraints: [Constraint] = []
  /// Stated beside the towns; nil for what they give.
  var objective: Double?
  var bound: Double?
  var gap = Ratio.zero
  var status = LayoutStatus.optimal
  var terms: [ObjectiveTerm]?
  var statedArea: SquareMetres?
  /// Stated where the layout counts equity.
  var equity: StatedEquity?
  var equityTerm: Double?
  /// Sites with a boundary offered.
  var offered: Set<FeatureID>? = ["T1", "T2", "T3"]

  init() {
    for (number, industry) in ["tourism", "digital", "tourism"].enumerated() {
      let id = FeatureID("T\(number + 1)")
      let county: FeatureID = number < 2 ? "west" : "east"
      let east = Double(number) * Self.step
      sites.append(
        Site(
          id: id, name: id.text, county: county, countyName: county.text,
          seed: Self.place(east, 0), industries: ["tourism", "digital"]))
      towns.append(
        Self.town(
          id, county: county, industry: industry, boundary: Self.square(east, 0, Self.side),
          construction: Self.square(east, 0, 800)))
    }
  }

  /// What the files would state.
  var plan: StatedPlan {
    // r1 is 1 km from T1: its first ring. r2 is 2.5 km from T3: its second. r3 is beyond both.
    let coverage = 10.0 * 4 + 10 * 2 * 0.5
    let surface = EllipsoidalArea(grid: RedLineSamples.grid)
    let suitability = towns.reduce(0) {
      $0 + StatedRounding.shown($1.score * surface.area(of: $1.boundary).value / 3e6)
    }
    let objective =
      objective ?? ((coverage + suitability + (equityTerm ?? 0)) * 1e4).rounded() / 1e4
    return StatedPlan(
      status: status, objective: objective, bound: bound ?? objective, gap: gap,
      terms: terms ?? [
        ObjectiveTerm(name: "suitability", value: (suitability * 1e4).rounded() / 1e4),
        ObjectiveTerm(name: "coverage.scenic", value: coverage),
      ] + (equityTerm.map { [ObjectiveTerm(name: "equity", value: $0)] } ?? []),
      towns: towns,
      ellipsoidalArea: statedArea ?? towns.reduce(.zero) { $0 + $1.ellipsoidalArea },
      constructionArea: towns.reduce(.zero) { $0 + $1.constructionArea }, equity: equity)
  }

  func checks() throws -> [CertificateCheck] {
    let counties = RedLineSamples.layer(
      "counties",
      rings: [
        RedLineSamples.rectangle(-10_000, -10_000, 16_000, 20_000),
        RedLineSamples.rectangle(6000, -10_000, 14_000, 20_000),
      ])
    let named = CheckedLayer(
      ProjectedLayer(
        key: "counties", grid: counties.grid, geometry: counties.geometry, ids: ["west", "east"],
        attributes: AttributeTable()), keepingValidRows: [0, 1])
    return try PlanCertificate(layout: layout, delimitation: delimitation).checks(
      of: plan, sites: sites,
      land: LandInput(
        grid: RedLineSamples.grid, constraints: constraints,
        buildingConstraints: buildingConstraints, counties: hasCounties ? named : nil,
        resources: resources, elevation: elevation, parcels: parcels), offered: offered)
  }

  /// Everything that does not hold, by check.
  func faults() throws -> [String: [String]] {
    var faults: [String: [String]] = [:]
    for check in try checks() where !check.faults.isEmpty {
      #expect(check.outcome == .broken)
      faults[check.code] = check.faults.map(\.text.english)
    }
    return faults
  }

  /// A factor of the same value on all land that is nearly flat.
  static func flat(_ name: String, _ value: Double) -> SuitabilityFactor {
    SuitabilityFactor(
      name: name, source: .relief(classes: [SlopeClass(upToDegrees: 5, value: Ratio(value))]))
  }

  static func place(_ x: Double, _ y: Double) -> XY {
    XY(RedLineSamples.origin.x + x, RedLineSamples.origin.y + y)
  }

  /// A square round a place.
  static func square(_ x: Double, _ y: Double, _ side: Double) -> Geometry {
    .polygon(rings: [RedLineSamples.square(x - side / 2, y - side / 2, side)])
  }

  static func town(
    _ id: FeatureID, county: FeatureID, industry: String, boundary: Geometry,
    construction: Geometry
  ) -> StatedTown {
    let surface = EllipsoidalArea(grid: RedLineSamples.grid)
    return StatedTown(
      id: id, county: county, industry: industry, publishedBoundary: boundary, boundary: boundary,
      construction: construction,
      ellipsoidalArea: surface.area(of: boundary).rounded(decimals: 2),
      constructionArea: surface.area(of: construction).rounded(decimals: 2), score: 70,
      factors: [
        StatedFactor(name: "scenery", value: Ratio(0.8), points: 60),
        StatedFactor(name: "road", value: Ratio(0.4), points: 10),
      ])
  }

  /// Puts a town elsewhere, by metres, in all its boundaries and with its site.
  mutating func move(_ number: Int, east: Double, north: Double = 0) {
    let town = towns[number]
    moveSite(number, east: east, north: north)
    func moved(_ geometry: Geometry) -> Geometry {
      geometry.mapPositions { XY($0.x + east, $0.y + north) }
    }
    let fresh = Self.town(
      town.id, county: town.county, industry: town.industry, boundary: moved(town.boundary),
      construction: moved(town.construction))
    towns[number] = fresh
  }

  /// Puts a site elsewhere, by metres.
  mutating func moveSite(_ number: Int, east: Double, north: Double = 0) {
    let site = sites[number]
    sites[number] = Site(
      id: site.id, name: site.name, county: site.county, countyName: site.countyName,
      seed: XY(site.seed.x + east, site.seed.y + north), industries: site.industries,
      cost: site.cost)
  }
}

extension StatedTown {
  /// The same town with something stated otherwise.
  func stating(
    county: FeatureID? = nil, industry: String? = nil, published: Geometry? = nil,
    boundary: Geometry? = nil, construction: Geometry? = nil, area: SquareMetres? = nil,
    constructionArea: SquareMetres? = nil, score: Double? = nil, sizeClass: SquareMetres? = nil
  ) -> StatedTown {
    StatedTown(
      id: id, county: county ?? self.county, industry: industry ?? self.industry,
      publishedBoundary: published ?? publishedBoundary, boundary: boundary ?? self.boundary,
      construction: construction ?? self.construction,
      ellipsoidalArea: area ?? ellipsoidalArea,
      constructionArea: constructionArea ?? self.constructionArea, score: score ?? self.score,
      factors: factors, sizeClass: sizeClass ?? self.sizeClass)
  }
}
