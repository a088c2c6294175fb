import LandModel
import Topology

/// The layers of the city as they are written.
struct LayerCatalogue {
  private let city: City
  private let counties: [CountyMap.County]
  private let construction: GaussKrugerGrid

  init(_ city: City) {
    self.city = city
    counties = city.terrain.counties.counties
    construction = city.terrain.counties.grid
  }

  /// All synthetic layers, and the faults planted in the candidates.
  func layers() throws
    -> (layers: [OutputLayer], faults: [PlantedFault], towns: [CandidateTown])
  {
    let sound = try soundLayers()
    guard let red = sound.first(where: { $0.name == "red-lines" }) else {
      throw SampleCityError.noPlace("red lines")
    }
    var faults = CandidateFaults(city, redLines: red)
    try faults.plantAll()
    return (sound + [candidates(faults.towns)], faults.faults, faults.towns)
  }

  /// The layers without planted faults: all but the candidates.
  func soundLayers() throws -> [OutputLayer] {
    [
      settlements(), try townships(), rivers(), reservoirs(), try redLines(), farmland(),
      try protectionZones(), urbanBoundary(),
      lines("railways", .init(english: "railways", chinese: "铁路"), railways),
      lines("expressways", .init(english: "expressways", chinese: "高速公路"), expressways),
      lines("highways", .init(english: "roads", chinese: "公路"), city.roads),
    ]
  }

  private var railways: [TransportLine] { city.tracks.filter { $0.kind != .expressway } }
  private var expressways: [TransportLine] { city.tracks.filter { $0.kind == .expressway } }

  private func county(_ number: Int) -> [(name: String, value: PropertyValue)] {
    [("county", .text(counties[number].code)), ("county_name", .text(counties[number].name))]
  }

  /// Area on the ellipsoid of a geometry as it is written, in hectares.
  private func hectares(_ geometry: Geometry, _ rounding: OrdinateRounding) -> PropertyValue {
    let area = EllipsoidalArea(grid: construction).area(of: geometry.mapPositions(rounding.read))
    return .real(area.hectares, decimals: 2)
  }

  private func settlements() -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    return OutputLayer(
      name: "settlements",
      title: LocalizedText(english: "settlements with population", chinese: "居民点与人口"), epsg: 4490,
      features: city.settlements.map { place in
        OutputFeature(
          geometry: rounding.rounded(.point(place.position)),
          properties: [
            ("settlement_id", .text(place.id)), ("name", .text(place.name)),
            ("kind", .text(place.kind.rawValue)),
          ] + county(place.county) + [
            ("population", .integer(place.population)),
            ("position", .text(place.kind == .countySeat ? "GeoNames" : "synthetic")),
          ])
      },
      steps: [
        "county seats at their GeoNames positions; population drawn",
        "townships and villages drawn where land is low, level and near a stream, spaced apart",
      ])
  }

  private func townships() throws -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    let plan = TownshipPlan(terrain: city.terrain, settlements: city.settlements)
    let cutter = CountyCutter(counties: city.terrain.counties)
    var pieces: [CountyCutter.Piece] = []
    for county in counties.indices {
      pieces += try cutter.pieces(
        of: plan.regions(ofCounty: county), inCounties: county..<(county + 1), smallest: 0)
    }
    let geometries = SharedNodes.inserted(pieces.map(\.geometry), tolerance: 0.001, cell: 1000)
      .map(rounding.rounded)
    return OutputLayer(
      name: "townships", title: LocalizedText(english: "townships", chinese: "乡镇"), epsg: 4490,
      features: zip(pieces, geometries).enumerated().map { row, item in
        let seat = city.settlements[Int(item.0.label) - 1]
        return OutputFeature(
          geometry: item.1,
          properties: [
            ("township_id", .text("T\(padded(row + 1, 3))")),
            ("name", .text(seat.name + (seat.kind == .countySeat ? "城区" : "镇"))),
          ] + county(item.0.county) + [
            ("seat", .text(seat.id)), ("area_ha", hectares(item.1, rounding)),
          ])
      },
      steps: [
        "cells of the nearest township seat of the county, distances warped by noise",
        "borders drawn once for both sides; cut with the county; nodes on borders shared",
      ])
  }

  private func rivers() -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    return OutputLayer(
      name: "rivers", title: LocalizedText(english: "rivers", chinese: "河流"), epsg: 4490,
      features: city.rivers.enumerated().map { row, river in
        OutputFeature(
          geometry: rounding.rounded(.line(river.line)),
          properties: [
            ("river_id", .text("W\(padded(row + 1, 3))")), ("name", .text(river.name)),
            ("stream_order", .integer(river.order)),
            ("upstream_km2", .real(river.upstreamArea / 1e6, decimals: 1)),
            ("width_m", .real(river.width, decimals: 0)),
          ])
      },
      steps: [
        "priority flood over the 500 m relief; streams where 40 km² gather",
        "lines shifted by noise and smoothed",
      ])
  }

  private func reservoirs() -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    return OutputLayer(
      name: "reservoirs", title: LocalizedText(english: "reservoirs", chinese: "水库"), epsg: 4490,
      features: city.reservoirs.enumerated().map { row, reservoir in
        let geometry = rounding.rounded(.polygon(rings: reservoir.rings))
        return OutputFeature(
          geometry: geometry,
          properties: [
            ("reservoir_id", .text("K\(padded(row + 1, 2))")), ("name", .text(reservoir.name)),
          ] + county(reservoir.county) + [("area_ha", hectares(geometry, rounding))])
      },
      steps: ["dams on rivers in the hills; water drawn behind each, narrower upstream"])
  }

  private func redLines() throws -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    let pieces = try CountyCutter(counties: city.terrain.counties).pieces(
      of: city.redLines.regions(city.terrain), inCounties: counties.indices, smallest: 20_000)
    // One feature for each part, as the survey databases have it.
    let parts = pieces.flatMap { piece in
      piece.geometry.woundRings.map { (piece, Geometry.polygon(rings: $0)) }
    }
    return OutputLayer(
      name: "red-lines",
      title: LocalizedText(english: "ecological protection red lines", chinese: "生态保护红线"),
      epsg: 4490,
      features: parts.enumerated().map { row, part in
        let geometry = rounding.rounded(part.1)
        return OutputFeature(
          geometry: geometry,
          properties: [
            ("redline_id", .text("RL-\(padded(row + 1, 4))")),
            ("class", .text(RedLineField.classes[Int(part.0.label) - 1])),
          ] + county(part.0.county) + [("area_ha", hectares(geometry, rounding))])
      },
      steps: [
        "elevation bicubic ×16, slope and six octaves of noise from 19 km to 600 m on a 200 m raster",
        "1 to 3 km round settlements, urban areas and reservoirs kept out",
        "threshold so that 22.5 % of the city is inside; three classes by noise and height",
        "contours drawn once for both sides; cut along the counties; parts below 2 ha left out",
      ])
  }

  private func farmland() -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    let regions = city.farmland.regions(city.terrain)
    return OutputLayer(
      name: "basic-farmland",
      title: LocalizedText(english: "permanent basic farmland", chinese: "永久基本农田"), epsg: 4490,
      features: regions.enumerated().map { row, region in
        let geometry = rounding.rounded(.polygon(rings: region.rings))
        return OutputFeature(
          geometry: geometry,
          properties: [
            ("parcel_id", .text("F\(padded(row + 1, 5))")),
            ("area_ha", hectares(geometry, rounding)),
          ])
      },
      steps: [
        "valley land near settlements by slope, height, streams and noise on a 150 m raster",
        "split by jittered parcel middles 720 m apart; borders drawn once for both sides",
      ])
  }

  private func protectionZones() throws -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    let zones = try ProtectionZonePlan(city).zones()
    return OutputLayer(
      name: "protection-zones",
      title: LocalizedText(english: "drinking-water protection zones", chinese: "饮用水水源保护区"),
      epsg: 4490,
      features: zones.enumerated().map { row, zone in
        let geometry = rounding.rounded(zone.geometry)
        return OutputFeature(
          geometry: geometry,
          properties: [
            ("zone_id", .text("P\(padded(row + 1, 3))")), ("name", .text(zone.name)),
            ("water", .text(zone.water)), ("level", .text(zone.level)),
          ] + county(zone.county) + [("area_ha", hectares(geometry, rounding))])
      },
      steps: [
        "first level 200 m round reservoirs and 80 m along 3 km of river above an intake",
        "second level to 600 m and 400 m, the first level cut out",
      ])
  }

  private func urbanBoundary() -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4546)
    return OutputLayer(
      name: "urban-boundary",
      title: LocalizedText(english: "urban development boundary", chinese: "城镇开发边界"), epsg: 4546,
      features: city.urban.enumerated().map { row, area in
        let geometry = rounding.rounded(.polygon(rings: [area.shape.ring()]))
        return OutputFeature(
          geometry: geometry,
          properties: [
            ("boundary_id", .text("U\(padded(row + 1, 2))")),
            ("name", .text(area.name + "城镇开发边界")),
          ] + county(area.county) + [("area_ha", hectares(geometry, rounding))])
      },
      steps: ["about 100 m² a head round county seats and towns of 13 000 people or more"])
  }

  private func lines(
    _ name: String, _ title: LocalizedText, _ lines: [TransportLine]
  ) -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4490)
    return OutputLayer(
      name: name, title: title, epsg: 4490,
      features: lines.enumerated().map { row, line in
        OutputFeature(
          geometry: rounding.rounded(.line(line.line)),
          properties: [
            ("line_id", .text("L\(padded(row + 1, 4))")), ("name", .text(line.name)),
            ("class", .text(line.kind.rawValue)),
          ])
      },
      steps: ["least-cost paths over the relief between real seats and towns, smoothed"])
  }

  private func candidates(_ towns: [CandidateTown]) -> OutputLayer {
    let rounding = OrdinateRounding(construction: construction, epsg: 4526)
    return OutputLayer(
      name: "candidates",
      title: LocalizedText(english: "candidate towns as submitted", chinese: "申报特色小镇"),
      epsg: 4526,
      features: towns.map { town in
        let geometry = rounding.rounded(.polygon(rings: [town.ring]))
        return OutputFeature(
          geometry: geometry,
          properties: [("town_id", .text(town.id)), ("name", .text(town.name))]
            + county(town.claimedCounty) + [
              ("industry", .text(town.industry)),
              (
                "declared_area_ha",
                town.declaredHectares.map { .real($0, decimals: 2) } ?? hectares(geometry, rounding)
              ),
            ])
      },
      steps: [
        "settlements nearest to resources, then others, 4 to 7 in each county",
        "irregular shapes of 1 to 6 km² cut back to free land; faults of planted-defects.json added",
      ])
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
