package import LandModel
package import LayoutAnalysis

/// A layer as the plan declares it.
package struct PlanLayer: Sendable {
  /// The area that a feature declares, by attribute.
  package struct DeclaredArea: Sendable {
    package let attribute: String
    package let unit: String

    package init(attribute: String, unit: String) {
      self.attribute = attribute
      self.unit = unit
    }
  }

  package let key: String
  package let title: LocalizedText
  package let role: PlanRole
  /// As written: relative to the plan file, `:layer` not yet told from the path.
  package let file: String
  /// Reference system that overrides what the file states.
  package let crs: CRSIdentifier?
  package let encoding: String?
  package let declaredArea: DeclaredArea?
  /// Who made the data and under which licence; empty where the plan does not say.
  package let source: String
  /// State of the data; nil where the plan does not say.
  package let vintage: String?
  package let isCoverage: Bool
  /// What single fields must hold, in file order.
  package let fields: [FieldExpectation]
  /// Totals that sums must agree with, in file order.
  package let totals: [ControlTotal]
  /// Which of the three control lines the layer is; nil for none.
  package let controlLine: ControlLine?
  /// Keys of layers that this one's borders and lines must meet, in file order.
  package let edgeMatches: [String]
  /// Values that attributes must have for a feature to take part, by attribute in file order.
  package let conditions: [(attribute: String, value: String)]
  /// Attribute names by use: `id`, `name`, `county`, `activity`, `category`, `weight`, `population`, `height`,
  /// `industries`, `cost`, `lon`, `lat`.
  package let attributes: [String: String]
  /// For errors about the layer.
  package let place: PlanPlace

  /// What results call a layer named on the command line: its file and layer without the folders.
  package static func key(of address: String) -> String {
    address.split(separator: "/").last.map { String($0) } ?? address
  }

  /// What results call the layers of one command: as ``key(of:)``, and where files of one name lie in
  /// several folders the whole addresses, which tell them apart.
  package static func keys(of addresses: [String]) -> [String] {
    let counts = Dictionary(
      Set(addresses).map { (key(of: $0), 1) }, uniquingKeysWith: +)
    return addresses.map { address in
      let name = key(of: address)
      return counts[name] == 1 ? name : address
    }
  }

  /// A layer named on the command line, outside any plan.
  package init(
    key: String, role: PlanRole, file: String, crs: CRSIdentifier? = nil,
    encoding: String? = nil, declaredArea: DeclaredArea? = nil, isCoverage: Bool = false,
    fields: [FieldExpectation] = [], totals: [ControlTotal] = [],
    controlLine: ControlLine? = nil, edgeMatches: [String] = [], attributes: [String: String] = [:],
    source: String = "", vintage: String? = nil
  ) {
    self.key = key
    title = LocalizedText(english: key, chinese: key)
    self.role = role
    self.file = file
    self.crs = crs
    self.encoding = encoding
    self.declaredArea = declaredArea
    self.isCoverage = isCoverage
    self.fields = fields
    self.totals = totals
    self.controlLine = controlLine
    self.edgeMatches = edgeMatches
    self.source = source
    self.vintage = vintage
    conditions = []
    self.attributes = attributes
    place = PlanPlace(file: file)
  }

  init(key: String, value: PlanValue) throws(PlanError) {
    self.key = key
    place = value.place
    title = value["title"]?.localizedText ?? LocalizedText(english: key, chinese: key)
    role = value["role"].flatMap { PlanRole(rawValue: $0.text) } ?? .context
    file = value["file"]?.text ?? ""
    crs = value["crs"].map { CRSIdentifier($0.text) }
    encoding = value["encoding"]?.text
    declaredArea = value["declared-area"].map {
      DeclaredArea(attribute: $0["attribute"]?.text ?? "", unit: $0["unit"]?.text ?? "m2")
    }
    source = value["source"]?.text ?? ""
    vintage = value["vintage"]?.text
    conditions = (value["where"]?.entries ?? []).map { ($0.key, $0.value.text) }
    isCoverage = value["coverage"]?.boolean ?? false
    fields = try value["fields"]?.fieldExpectations() ?? []
    totals = try value["totals"]?.controlTotals() ?? []
    controlLine = value["control-line"].flatMap { ControlLine(rawValue: $0.text) }
    edgeMatches = (value["matches"]?.elements ?? []).map(\.text)
    let uses = [
      "id", "name", "county", "activity", "category", "weight", "population", "height",
      "industries", "cost", "lon", "lat",
    ]
    attributes = Dictionary(
      uniqueKeysWithValues: uses.compactMap { use in value[use].map { (use, $0.text) } })
  }
}
