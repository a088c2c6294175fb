import LandModel
import LayoutAnalysis

/// What the questions about land need, taken from the checked layers by role.
struct CityInputs {
  let counties: CheckedLayer
  let countyNames: [FeatureID: String]
  /// All counties in layer order.
  var countyList: [County] {
    let people = settlements.isEmpty ? nil : CountyPopulation(of: counties, settlements)
    return counties.ids.map {
      County(id: $0, name: countyNames[$0] ?? $0.text, population: people?[$0])
    }
  }
  /// By id, each with its industries by key: the order of a file decides nothing, not even between plans of
  /// the same objective.
  let sites: [Site]
  /// By id, for the same reason.
  let resources: [ResourcePoint]
  let settlements: [Settlement]
  let access: [CheckedLayer]
  let elevation: ElevationGrid?
  /// Layers that boundaries run along, in plan order.
  let followed: [CheckedLayer]
  /// Rules for the whole town, in plan order.
  let constraints: [Constraint]
  /// Rules for construction land only.
  let buildingConstraints: [Constraint]

  /// - Throws: ``ScenarioError`` for a missing role, an attribute that is missing or holds what cannot
  ///   be used, or elevations off a lattice.
  init(plan: Plan, layers: [RunLayer]) throws {
    let attributes = Dictionary(
      uniqueKeysWithValues: plan.layers.map { ($0.key, $0.attributes) })
    func readers(_ role: PlanRole) -> [LayerAttributes] {
      layers.filter { $0.role == role }.map {
        LayerAttributes(layer: $0, attributes: attributes[$0.key] ?? [:])
      }
    }
    guard let administrative = readers(.administrative).first else {
      throw ScenarioError.missingRole(.administrative, question: "delimit")
    }
    counties = administrative.layer.checked
    countyNames = try Self.names(of: administrative)
    guard let candidates = readers(.candidates).first else {
      throw ScenarioError.missingRole(.candidates, question: "delimit")
    }
    sites = try Self.sites(
      of: candidates, counties: counties, countyNames: countyNames,
      industries: plan.delimitation.industries.map(\.key).sorted()
    ).sorted { $0.id < $1.id }
    resources = try readers(.resources).flatMap(Self.resources).sorted {
      ($0.id, $0.category) < ($1.id, $1.category)
    }
    try Self.requireCategories(of: plan, among: resources)
    settlements = try readers(.settlements).flatMap(Self.settlements)
    access = readers(.access).map(\.layer.checked)
    elevation = try readers(.elevation).first.map(Self.elevation)
    followed = try Self.followed(by: plan, layers: layers)
    (constraints, buildingConstraints) = try Self.constraints(of: plan, layers: layers)
  }

  /// What boundaries are drawn on, in the working reference system.
  ///
  /// - Parameter parcels: what towns are made of, where it is not cells.
  func land(on grid: GaussKrugerGrid, parcels: ParcelLand? = nil) -> LandInput {
    LandInput(
      grid: grid, constraints: constraints, buildingConstraints: buildingConstraints,
      counties: counties, resources: resources, settlements: settlements, access: access,
      elevation: elevation, parcels: parcels, followed: followed)
  }

  /// All constraints of a plan on its layers: those for the town, and those for building only.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)`` for a class,
  ///   ``ScenarioError/wrongGeometry(key:address:feature:expected:found:)`` for lines and points under a
  ///   rule about land.
  static func constraints(
    of plan: Plan, layers: [RunLayer]
  ) throws -> (town: [Constraint], building: [Constraint]) {
    var (town, building): ([Constraint], [Constraint]) = ([], [])
    for declared in plan.constraints {
      guard let layer = layers.first(where: { $0.key == declared.layer }) else { continue }
      if layer.projected.count > 0 {
        try declared.rule.requireAttributes(
          of: layer.projected.attributes, key: layer.key, address: layer.address)
      }
      try declared.rule.requireGeometry(
        of: layer.projected, key: layer.key, address: layer.address)
      let constraint = Constraint(
        layer: layer.checked, title: layer.title, rule: declared.rule, source: declared.source,
        vintage: plan.layers.first { $0.key == declared.layer }?.vintage)
      if declared.isForConstructionOnly {
        building.append(constraint)
      } else {
        town.append(constraint)
      }
    }
    return (town, building)
  }

  private static func names(of reader: LayerAttributes) throws -> [FeatureID: String] {
    let names = try reader.texts("name")
    return Dictionary(
      zip(reader.layer.checked.ids, names).map { ($0, $1 ?? $0.text) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func sites(
    of reader: LayerAttributes, counties: CheckedLayer, countyNames: [FeatureID: String],
    industries: [String]
  ) throws -> [Site] {
    let layer = reader.layer.checked
    guard layer.count > 0 else {
      throw ScenarioError.nothingValid(key: reader.layer.key, address: reader.layer.address)
    }
    let names = try reader.texts("name")
    let claimed = try reader.texts("county")
    let allowed = try reader.texts("industries")
    let costs = reader.attributes["cost"] == nil ? nil : try reader.numbers("cost", default: 0)
    return try (0..<layer.count).compactMap { row in
      guard let seed = PlanarMeasure.centroid(of: layer.geometry.geometry(ofRow: row)) else {
        return nil
      }
      let county: FeatureID
      if let claim = claimed[row], countyNames[FeatureID(claim)] != nil {
        county = FeatureID(claim)
      } else if let found = (0..<counties.count).first(where: {
        counties.geometry.contains(seed, inRow: $0)
      }) {
        county = counties.ids[found]
      } else {
        throw ScenarioError.unknownCounty(
          candidate: layer.ids[row], county: claimed[row] ?? "")
      }
      let own = allowed[row].map { text in
        text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
      }
      return Site(
        id: layer.ids[row], name: names[row] ?? layer.ids[row].text, county: county,
        countyName: countyNames[county] ?? county.text, seed: seed,
        industries: own.map { own in industries.filter(own.contains) } ?? industries,
        cost: costs.map { Money(tenThousandYuan: $0[row]) })
    }
  }

  private static func resources(of reader: LayerAttributes) throws -> [ResourcePoint] {
    let categories = try reader.texts("category")
    let weights = try reader.numbers("weight", default: 1)
    return reader.layer.checked.ids.indices.compactMap { row in
      guard let position = reader.position(ofRow: row) else { return nil }
      return ResourcePoint(
        id: reader.layer.checked.ids[row], category: categories[row] ?? "", position: position,
        weight: weights[row])
    }
  }

  /// A category that no resource has would silently be worth nothing.
  private static func requireCategories(of plan: Plan, among resources: [ResourcePoint]) throws {
    let available = Set(resources.map(\.category)).sorted()
    guard !available.isEmpty else { return }
    let factors = plan.delimitation.factors.compactMap { factor -> String? in
      guard case .resource(let category, _) = factor.source else { return nil }
      return category
    }
    for category in factors + plan.layout.coverage.map(\.category)
    where !available.contains(category) {
      throw ScenarioError.unknownCategory(category, available: available)
    }
  }

  private static func settlements(of reader: LayerAttributes) throws -> [Settlement] {
    let populations = try reader.numbers("population", default: 1)
    return reader.layer.checked.ids.indices.compactMap { row in
      guard let position = reader.position(ofRow: row) else { return nil }
      return Settlement(
        id: reader.layer.checked.ids[row], position: position, population: populations[row])
    }
  }

  private static func elevation(of reader: LayerAttributes) throws -> ElevationGrid {
    let layer = reader.layer
    let heights = try reader.numbers("height", default: .nan)
    let positions = layer.checked.geometry.positions.map(layer.checked.grid.geodetic)
    guard positions.count == heights.count,
      let grid = ElevationGrid(positions: positions, elevations: heights)
    else { throw ScenarioError.irregularElevation(key: layer.key, address: layer.address) }
    return grid
  }
}
