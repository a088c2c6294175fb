import Foundation
import LandModel
import LayoutAnalysis

/// Sites on land with lakes, springs and villages, the same for a seed on every machine.
struct SeededSites {
  let count: Int
  /// Wanted area of a town, km².
  let wanted: Double
  let seed: UInt64
  /// Whether towns are made of parcels, quadrilaterals of about a hectare, instead of cells.
  var hasParcels = false

  private static let corner = XY(420_000, 2_850_000)
  private static let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))

  /// The boundaries for one industry at each site.
  func result(workers: Int?) throws -> DelimitationResult {
    var random = SeededGenerator(seed: seed)
    let width = 6000 * Double(count).squareRoot()
    let sites = (0..<count).map { number in
      Site(
        id: FeatureID("s\(number)"), name: "s\(number)", county: "county", countyName: "county",
        seed: place(&random, width), industries: ["health"])
    }
    let lakes = (0..<(count * 4)).map { _ in lake(at: place(&random, width), &random) }
    let resources = (0..<(count * 2)).map { number in
      ResourcePoint(
        id: FeatureID("r\(number)"), category: "spring", position: place(&random, width),
        weight: 1 + (9 * random.unit()).rounded())
    }
    let settlements = (0..<(count * 6)).map { number in
      Settlement(
        id: FeatureID("v\(number)"), position: place(&random, width),
        population: 200 + 4000 * random.unit())
    }
    let layer = ProjectedLayer(
      key: "lakes", grid: Self.grid, geometry: GeometryColumn(lakes),
      ids: lakes.indices.map { FeatureID("l\($0)") }, attributes: AttributeTable())
    let closed = Constraint(
      layer: CheckedLayer(layer, keepingValidRows: Array(lakes.indices)),
      title: LocalizedText(english: "lakes", chinese: "湖泊"), rule: .forbid)
    return try TownDelimitation(parameters: parameters).result(
      sites: sites,
      land: LandInput(
        grid: Self.grid, constraints: [closed], resources: resources, settlements: settlements,
        parcels: hasParcels ? parcels(width: width, &random) : nil),
      workers: workers)
  }

  private var parameters: DelimitationParameters {
    let area = SquareMetres(squareKilometres: wanted)
    return DelimitationParameters(
      areas: TownAreas(
        town: AreaRange(smallest: 0.33 * area, wanted: area, largest: 1.67 * area),
        construction: AreaRange(smallest: 0.16 * area, wanted: 0.33 * area, largest: 0.34 * area)),
      staysInCounty: false, parcels: hasParcels ? ParcelUnits(layer: "parcels") : nil,
      factors: [.resource("spring"), .settlement],
      industries: [
        Industry(
          key: "health", title: LocalizedText(english: "health", chinese: "康养"),
          weights: [
            FactorWeight(factor: "resource.spring", weight: 2),
            FactorWeight(factor: "settlement", weight: 1),
          ])
      ])
  }

  /// Parcels over the whole square, one in thirty closed.
  private func parcels(width: Double, _ random: inout SeededGenerator) -> ParcelLand {
    let count = Int(width / 100)
    var corners: [XY] = []
    for row in 0...count {
      for column in 0...count {
        corners.append(
          XY(
            Self.corner.x + 100 * (Double(column) + 0.4 * random.unit()),
            Self.corner.y + 100 * (Double(row) + 0.4 * random.unit())))
      }
    }
    var geometries: [Geometry] = []
    for row in 0..<count {
      for column in 0..<count {
        let first = row * (count + 1) + column
        let ring = [first, first + 1, first + count + 2, first + count + 1, first]
        geometries.append(.polygon(rings: [ring.map { corners[$0] }]))
      }
    }
    let layer = ProjectedLayer(
      key: "parcels", grid: Self.grid, geometry: GeometryColumn(geometries),
      ids: geometries.indices.map { FeatureID("p\($0)") }, attributes: AttributeTable())
    return ParcelLand(
      layer: CheckedLayer(layer, keepingValidRows: Array(geometries.indices)),
      closed: [
        ClosedParcels(
          title: LocalizedText(english: "lakes", chinese: "湖泊"),
          isTaken: geometries.map { _ in random.unit() < 1 / 30.0 })
      ])
  }

  private func place(_ random: inout SeededGenerator, _ width: Double) -> XY {
    XY(Self.corner.x + width * random.unit(), Self.corner.y + width * random.unit())
  }

  private func lake(at centre: XY, _ random: inout SeededGenerator) -> Geometry {
    let corners = 24
    let radius = 150 + 450 * random.unit()
    var ring = (0..<corners).map { corner in
      let angle = Double(corner) / Double(corners) * 2 * .pi
      let reach = radius * (0.6 + 0.4 * random.unit())
      return XY(centre.x + reach * cos(angle), centre.y + reach * sin(angle))
    }
    ring.append(ring[0])
    return .polygon(rings: [ring])
  }
}
