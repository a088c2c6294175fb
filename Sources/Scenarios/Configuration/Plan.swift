package import LandModel
package import LayoutAnalysis

/// A constraint as the plan declares it.
package struct PlanConstraint: Sendable {
  /// Key of the layer.
  package let layer: String
  package let rule: ConstraintRule
  /// Whether only the construction land must keep the rule, not the whole town.
  package let isForConstructionOnly: Bool
  /// Where the rule's number comes from.
  package let source: String
}

/// What is to be planned, and how: the plan file after its checks.
package struct Plan: Sendable {
  /// Path of the plan file as given.
  package let file: String
  package let bytes: [UInt8]
  package let title: LocalizedText
  /// Working reference system as written.
  package let crs: CRSIdentifier
  package let profile: Profile
  package let seed: UInt32
  /// In file order; then the files that `validate` names beside them.
  package let layers: [PlanLayer]
  package let constraints: [PlanConstraint]
  package let check: RedLineParameters
  /// How compliant boundaries of the candidates are drawn.
  package let compliant: CompliantParameters
  package let validate: BoundaryParameters
  /// Key of the layer that coverages must fill; nil for none.
  package let studyArea: String?
  /// Key of the layer with land that may stay open; nil for none.
  package let allowedGaps: String?
  /// Key of the layer of known position that others are compared with; nil for none.
  package let referenceLayer: String?
  package let delimitation: DelimitationParameters
  package let layout: LayoutParameters
  /// What is asked about the plan once it is found.
  package let sensitivity: SensitivityParameters
  /// Every setting of the file as path and text, sorted by path.
  package let settings: [(path: String, value: String)]

  /// Reads a plan file.
  ///
  /// - Throws: ``PlanError``, the first problem in file order; layers are not opened here.
  package init(file: String) throws(PlanError) {
    try self.init(PlanDocument(file: file))
  }

  /// Takes a plan from a document that passed its checks.
  init(_ document: PlanDocument) throws(PlanError) {
    let root = document.root
    file = document.file
    bytes = document.bytes
    title = root["title"]?.localizedText ?? LocalizedText(english: "", chinese: "")
    crs = CRSIdentifier(root["crs"]?.text ?? "")
    guard let profile = root["profile"].flatMap({ Profile.named($0.text) }) else {
      throw root.error(.missingKey("profile"))
    }
    self.profile = profile
    let seed = UInt32(root["seed"]?.integer ?? 1)
    self.seed = seed
    var layers: [PlanLayer] = []
    for (key, value) in root["layers"]?.entries ?? [] {
      layers.append(try PlanLayer(key: key, value: value))
    }
    try Self.requireOneLayerEach(layers)
    try root["layers"]?.requireMatchedLayers(among: layers.map(\.key))
    studyArea = root["validate"]?["study-area"]?.contextLayer(among: &layers)
    allowedGaps = root["validate"]?["allowed-gaps"]?.contextLayer(among: &layers)
    self.layers = layers
    constraints = try Self.constraints(root["constraints"], layers: layers)
    check = root["check"]?.checkParameters ?? RedLineParameters()
    var compliant = CompliantParameters()
    compliant.smallestArea = profile.area.smallest.area
    if let width = root["check"]?["neck-width"] { compliant.neckWidth = width.length }
    self.compliant = compliant
    var validate = try root["validate"]?.boundaryParameters() ?? BoundaryParameters()
    validate.waivers = validate.waivers.map { $0.resolved(in: layers) }
    self.validate = validate
    let reference = root["validate"]?["reference"]
    try reference?.requireText(isAmong: layers.map(\.key), kind: "layer")
    referenceLayer = reference?.text

    let empty = root.emptySection
    let delimitation = root["delimitation"] ?? empty
    let areas = try delimitation.townAreas(default: TownAreas(profile))
    let accessLayers = layers.filter { $0.role == .access }.map(\.key)
    let factors = try (root["suitability"] ?? empty).suitabilityFactors(accessLayers: accessLayers)
    let industries = try (root["industries"] ?? empty).industries(
      factors: factors.map(\.name), areas: areas)
    self.delimitation = try delimitation.delimitationParameters(
      areas: areas, factors: factors, industries: industries, layers: layers)
    layout = try (root["layout"] ?? empty).layoutParameters(
      industries: industries, sizes: self.delimitation.sizes, targetArea: areas.town.wanted,
      seed: seed)
    sensitivity = (root["layout"] ?? empty).sensitivityParameters(seed: seed)
    settings = root.leaves.sorted { $0.path < $1.path }
  }

  /// The layers of a role, in file order.
  package func layers(for role: PlanRole) -> [PlanLayer] { layers.filter { $0.role == role } }

  /// Refuses a second layer of a role that holds one, where the rest would be left out unseen.
  private static func requireOneLayerEach(_ layers: [PlanLayer]) throws(PlanError) {
    for role in [PlanRole.administrative, .candidates, .elevation] {
      let all = layers.filter { $0.role == role }
      guard let first = all.first, let second = all.dropFirst().first else { continue }
      throw PlanError(
        place: second.place,
        cause: .contradiction(
          "a plan has one layer of role \(role.rawValue), and “\(first.key)” is it already; "
            + "join the two in one file"))
    }
  }

  private static func constraints(
    _ section: PlanValue?, layers: [PlanLayer]
  ) throws(PlanError) -> [PlanConstraint] {
    var constraints: [PlanConstraint] = []
    for (key, value) in section?.entries ?? [] {
      try value.require(key, isAmong: layers.map(\.key), kind: "layer")
      constraints.append(
        PlanConstraint(
          layer: key, rule: try value.constraintRule(),
          isForConstructionOnly: value["applies-to"]?.text == "construction",
          source: value["source"]?.text ?? ""))
    }
    return constraints
  }
}

extension TownAreas {
  /// The areas of a profile.
  fileprivate init(_ profile: Profile) {
    self.init(
      town: AreaRange(profile.area), construction: AreaRange(profile.construction))
  }
}

extension AreaRange {
  fileprivate init(_ range: ProfileRange) {
    self.init(
      smallest: range.smallest.area, wanted: range.wanted.area, largest: range.largest.area)
  }
}
