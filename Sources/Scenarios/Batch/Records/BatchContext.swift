package import LandModel
package import LayoutAnalysis

/// What the comparison of plans needs of the base plan beside its record: the map, and all candidates.
package struct BatchContext: Codable, Sendable, Equatable {
  package struct Candidate: Codable, Sendable, Equatable {
    package let id: FeatureID
    package let name: String
    package let countyName: String
    let x: Double
    let y: Double

    /// Middle of the submitted boundary, in the working reference system.
    package var position: XY { XY(x, y) }
  }

  package struct County: Codable, Sendable, Equatable {
    package let name: String
    let shape: RecordedGeometry

    package var outline: Geometry { shape.geometry ?? .null }
  }

  package struct Industry: Codable, Sendable, Equatable {
    package let key: String
    package let title: LocalizedText
  }

  package let title: LocalizedText
  /// Working reference system as the plan writes it.
  package let crs: CRSIdentifier
  /// In layer order; those without a place are left out.
  package let candidates: [Candidate]
  /// In layer order.
  package let counties: [County]
  /// In plan order.
  package let industries: [Industry]
  /// Whether layers say that they are made up.
  package let isSynthetic: Bool
  /// Of the base plan's rows, with which the bound of every scenario begins.
  package let prices: LayoutPrices
  /// What must be known of the base plan before it is trusted; nil where there is nothing, and in older folders.
  package let warnings: [LocalizedText]?

  init(_ plan: Plan, _ city: ValidatedCity, prices: LayoutPrices, warnings: [LocalizedText]) {
    self.prices = prices
    self.warnings = warnings.isEmpty ? nil : warnings
    title = plan.title
    crs = plan.crs
    let units = city.layers.first { $0.role == .administrative }.map(Self.features) ?? []
    counties = units.map { County(name: $0.name, shape: RecordedGeometry($0.geometry)) }
    let countyNames = Dictionary(
      units.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    let submitted = city.layers.first { $0.role == .candidates }
    let claims = submitted?.column(for: "county")
    candidates = (submitted.map(Self.features) ?? []).enumerated().compactMap { row, feature in
      let claim = claims?.text(at: row) ?? ""
      return PlanarMeasure.centroid(of: feature.geometry).map {
        Candidate(
          id: feature.id, name: feature.name, countyName: countyNames[claim] ?? claim, x: $0.x,
          y: $0.y)
      }
    }
    industries = plan.delimitation.industries.map { Industry(key: $0.key, title: $0.title) }
    isSynthetic = city.layers.contains(where: \.isSynthetic)
  }

  /// All features of a layer as submitted.
  private static func features(
    of layer: RunLayer
  ) -> [(id: FeatureID, name: String, geometry: Geometry)] {
    let names = layer.column(for: "name")
    return layer.projected.ids.indices.map { row in
      let id = layer.projected.ids[row]
      return (id, names?.text(at: row) ?? id.text, layer.projected.geometry.geometry(ofRow: row))
    }
  }
}
