import LandModel
import LayoutAnalysis

extension PlanValue {
  /// Factors of the `suitability` section, by name in file order.
  ///
  /// - Throws: ``PlanError`` for a key that the factor's kind needs and does not have, and for an
  ///   access factor whose layer is not one of the plan's access layers.
  func suitabilityFactors(accessLayers: [String]) throws(PlanError) -> [SuitabilityFactor] {
    var factors: [SuitabilityFactor] = []
    for (name, value) in entries {
      factors.append(
        SuitabilityFactor(name: name, source: try value.factorSource(accessLayers: accessLayers)))
    }
    return factors
  }

  private func factorSource(
    accessLayers: [String]
  ) throws(PlanError) -> SuitabilityFactor.Source {
    switch self["kind"]?.text {
    case "resource":
      return .resource(category: try required("category").text, decay: try decay())
    case "settlement":
      return .settlement(
        decay: try decay(), saturation: try required("saturation").number)
    case "access":
      let layer = try required("layer")
      try layer.requireText(isAmong: accessLayers, kind: "layer of role access")
      let (full, none) = (try required("full").length, try required("none"))
      guard full < none.length else {
        throw none.error(.contradiction("none must be farther than full"))
      }
      return .access(layer: layer.text, full: full, none: none.length)
    default:
      return .relief(classes: SlopeClass.dualEvaluation)
    }
  }

  private func decay() throws(PlanError) -> DistanceDecay {
    let half = try required("half-distance")
    guard half.length > .zero else {
      throw half.error(.outOfRange(found: half.text, allowed: "more than 0 m"))
    }
    return self["decay"]?.text == "linear"
      ? .linear(half: half.length) : .exponential(half: half.length)
  }

  /// Industries of the `industries` section, in file order.
  func industries(
    factors: [String], areas: TownAreas
  ) throws(PlanError) -> [Industry] {
    var industries: [Industry] = []
    for (key, value) in entries {
      var weights: [FactorWeight] = []
      for (factor, weight) in value["weights"]?.entries ?? [] {
        try weight.require(factor, isAmong: factors, kind: "suitability factor")
        weights.append(FactorWeight(factor: factor, weight: weight.number))
      }
      guard weights.contains(where: { $0.weight > 0 }) else {
        throw value.error(.contradiction("no weight is above zero"))
      }
      let hasOwnAreas = value["town-area"] != nil || value["construction-area"] != nil
      industries.append(
        Industry(
          key: key,
          title: value["title"]?.localizedText ?? LocalizedText(english: key, chinese: key),
          weights: weights, areas: hasOwnAreas ? try value.townAreas(default: areas) : nil))
    }
    return industries
  }

  /// Areas from `town-area` and `construction-area`, the rest from the default.
  func townAreas(default areas: TownAreas) throws(PlanError) -> TownAreas {
    TownAreas(
      town: try self["town-area"]?.areaRange(default: areas.town) ?? areas.town,
      construction: try self["construction-area"]?.areaRange(default: areas.construction)
        ?? areas.construction)
  }

  private func areaRange(default range: AreaRange) throws(PlanError) -> AreaRange {
    let own = AreaRange(
      smallest: self["min"]?.area ?? range.smallest, wanted: self["wanted"]?.area ?? range.wanted,
      largest: self["max"]?.area ?? range.largest)
    guard own.smallest <= own.wanted, own.wanted <= own.largest else {
      throw error(
        .contradiction(
          "min ≤ wanted ≤ max does not hold for \(own.smallest.squareKilometres), "
            + "\(own.wanted.squareKilometres) and \(own.largest.squareKilometres) km2"))
    }
    return own
  }

  /// A key that the section needs because of another key's value.
  private func required(_ key: String) throws(PlanError) -> PlanValue {
    guard let value = self[key] else { throw error(.missingKey(key)) }
    return value
  }

  /// The delimitation's parameters from the `delimitation` section.
  func delimitationParameters(
    areas: TownAreas, factors: [SuitabilityFactor], industries: [Industry],
    layers: [PlanLayer]
  ) throws(PlanError) -> DelimitationParameters {
    var parameters = DelimitationParameters(
      areas: areas, factors: factors, industries: industries)
    if let value = self["cell-size"] {
      guard value.length > .zero else {
        throw value.error(.outOfRange(found: value.text, allowed: "more than 0 m"))
      }
      parameters.cellSize = value.length
    }
    if let value = self["compactness"] { parameters.compactness = value.ratio }
    if let value = self["reach"] { parameters.reach = Ratio(value.number) }
    if let value = self["seed-tolerance"] { parameters.seedTolerance = value.length }
    if let value = self["stay-in-county"] { parameters.staysInCounty = value.boolean }
    if let value = self["boundary"] {
      parameters.boundary = BoundaryLine(rawValue: value.text) ?? .smooth
    }
    if let value = self["proof-nodes"] { parameters.proofNodes = value.integer }
    if let value = self["units"] {
      if let line = self["boundary"] {
        throw line.error(
          .contradiction("towns of parcels have their borders as the boundary; leave it out"))
      }
      parameters.parcels = try value.parcelUnits(
        among: layers.filter { $0.role == .parcels }.map(\.key))
    }
    if let value = self["follow"] { parameters.follow = try follow(value, among: layers) }
    if let value = self["steepest-building-slope"] {
      parameters.steepestBuildingDegrees = value.number
    }
    if let value = self["price-of-land"] { parameters.sizing = .paying(price: value.ratio) }
    if let value = self["sizes"] { parameters.sizes = try sizes(value, parameters) }
    return parameters
  }

  /// The `units` section.
  private func parcelUnits(among layers: [String]) throws(PlanError) -> ParcelUnits {
    let layer = try required("layer")
    try layer.requireText(isAmong: layers, kind: "layer of role parcels")
    var units = ParcelUnits(layer: layer.text)
    if let value = self["gap"] {
      guard value.length <= Metres(10) else {
        throw value.error(.outOfRange(found: value.text, allowed: "at most 10 m"))
      }
      units.gap = value.length
    }
    if let value = self["area-tolerance"] { units.areaTolerance = value.ratio }
    return units
  }
}
