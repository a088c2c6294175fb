import Foundation
import LandModel

/// The real layers that the sample city is built on.
struct RealLayers: Sendable {
  let counties: CountyMap
  let elevation: ElevationGrid
  /// Name and position of each county seat, in the grid of construction.
  let seats: [(name: String, position: XY)]
  let resources: [Resource]

  /// EPSG:4547, whose worst scale error in the city is 0.03 %.
  static let constructionCode = 4547

  /// Reads the real layers from the folder they are kept in.
  ///
  /// - Parameter codes: the counties to keep; nil for all.
  init(folder: URL, countyCodes codes: Set<String>? = nil) throws {
    func text(_ file: String) throws -> String {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: file).path)
      else { throw SampleCityError.unreadableInput(file, "cannot be read") }
      return String(decoding: data, as: UTF8.self)
    }
    guard let grid = GaussKrugerGrid(epsg: Self.constructionCode) else {
      throw SampleCityError.unreadableInput("grid", "EPSG:\(Self.constructionCode)")
    }
    counties = try CountyMap(
      geoJSON: Data(try text("counties.geojson").utf8), grid: grid, codes: codes)
    elevation = try ElevationGrid(csv: try text("elevation-5min.csv"))
    seats = try Self.rows(try text("county-seats.csv"), "county-seats").map { row in
      (row["name"] ?? "", grid.projected(try Self.position(row)))
    }
    resources = try Self.rows(try text("resource-points.csv"), "resource-points").map { row in
      Resource(
        id: row["id"] ?? "", name: row["name"] ?? "", category: row["category"] ?? "",
        weight: Double(row["weight"] ?? "") ?? 0, position: grid.projected(try Self.position(row)))
    }
  }

  /// WGS 84 is taken for CGCS2000 here: they differ by centimetres, the positions by kilometres.
  private static func position(_ row: [String: String]) throws -> XY {
    guard let longitude = row["lon_wgs84"].flatMap(Double.init),
      let latitude = row["lat_wgs84"].flatMap(Double.init)
    else { throw SampleCityError.unreadableInput("positions", "\(row)") }
    return XY(longitude, latitude)
  }

  /// Rows of a table without quoted fields, by column name.
  private static func rows(_ text: String, _ name: String) throws -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first, lines.allSatisfy({ $0.count == header.count }) else {
      throw SampleCityError.unreadableInput(name, "rows of unequal length")
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// The sample city: real counties with synthetic features, all drawn from one seed.
struct City {
  let terrain: Terrain
  let settlements: [Settlement]
  let rivers: [River]
  let reservoirs: [Reservoir]
  let urban: [UrbanArea]
  let tracks: [TransportLine]
  let roads: [TransportLine]
  let sites: [CandidateSite]
  let redLines: RedLineField
  let farmland: FarmlandField
  /// Towns as submitted, still without faults.
  let towns: [CandidateTown]
  let free: FreeLand

  init(_ real: RealLayers, seed: UInt64) throws {
    terrain = Terrain(counties: real.counties, elevation: real.elevation, seed: seed)
    let drainage = Drainage(terrain)
    var plan = SettlementPlan(
      terrain, drainage, reservedNames: Set(real.seats.map(\.name) + real.resources.map(\.name)))
    settlements = plan.settlements(seats: real.seats)
    rivers = RiverPlan(terrain: terrain, drainage: drainage).rivers()
    reservoirs = ReservoirPlan(
      terrain: terrain, drainage: drainage, settlements: settlements
    ).reservoirs()
    urban = UrbanBoundaryPlan(terrain: terrain, settlements: settlements).areas()
    let transport = TransportPlan(
      terrain: terrain, drainage: drainage, settlements: settlements, places: Self.places(real))
    tracks = try transport.trunkLines()
    roads = try transport.roads()
    let frame = GridFrame(covering: real.counties.box, margin: 300, cell: 150)
    let trackDistance = FreeLand.distances(to: tracks.map(\.line), frame: frame)
    let waterDistance = FreeLand.distances(to: reservoirs.flatMap(\.rings), frame: frame)
    sites = CandidateSitePlan(
      terrain: terrain, settlements: settlements, resources: real.resources,
      tracks: trackDistance, water: waterDistance, excluding: Set(urban.map(\.name))
    ).sites()
    redLines = RedLineField(
      terrain, settlements: settlements, sites: sites, urban: urban, reservoirs: reservoirs)
    farmland = FarmlandField(
      terrain, drainage: drainage, settlements: settlements, sites: sites, urban: urban,
      reservoirs: reservoirs, redLines: redLines)
    free = FreeLand(
      terrain, redLines: redLines, farmland: farmland, water: waterDistance,
      tracks: trackDistance)
    towns = CandidateTownPlan(terrain: terrain, free: free).towns(sites)
  }

  /// Seats, and railway towns by the first part of their name in the resource table.
  private static func places(_ real: RealLayers) -> [String: XY] {
    var places: [String: XY] = [:]
    for resource in real.resources where resource.category == "transport" {
      let name = String(resource.name.prefix { $0 != "（" })
      places[name] = resource.position
    }
    for seat in real.seats { places[seat.name] = seat.position }
    return places
  }
}
