package import LandModel
package import LayoutAnalysis

/// Everything a run of the plan found out: what outputs are written from.
package struct RunResult: Sendable {
  /// The plan's title.
  package let title: LocalizedText
  package let grid: GaussKrugerGrid
  /// In plan order.
  package let layers: [RunLayer]
  /// Constraint rules by layer key, in plan order.
  package let constraints: [RunConstraint]
  /// Industries by key, in plan order.
  package let industries: [RunIndustry]
  /// All layers as delivered.
  package let validation: BoundaryResult
  /// Candidates as submitted, against all constraints.
  package let submittedCheck: RedLineResult
  /// The boundary that each submitted candidate could keep, in the order of the check.
  package let compliant: [CompliantBoundary]
  package let delimitation: DelimitationResult
  package let layout: LayoutResult
  /// One for each submitted candidate, in layer order.
  package let candidates: [CandidateOutcome]
  /// The chosen towns, validated and checked again by the same code.
  package let plannedValidation: BoundaryResult
  package let plannedCheck: RedLineResult
  /// One for each chosen town, in the order of the chosen proposals.
  package let serviceAreas: [ServiceArea]
  /// Value against area for each chosen town.
  package let sizes: TownSizes
  /// What a reader must know before trusting the plan: constraint layers that close no land.
  package let warnings: [LocalizedText]
  package let provenance: RunProvenance

  package init(
    title: LocalizedText, grid: GaussKrugerGrid, layers: [RunLayer],
    constraints: [RunConstraint], industries: [RunIndustry], validation: BoundaryResult,
    submittedCheck: RedLineResult, compliant: [CompliantBoundary] = [],
    delimitation: DelimitationResult, layout: LayoutResult,
    candidates: [CandidateOutcome], plannedValidation: BoundaryResult,
    plannedCheck: RedLineResult, serviceAreas: [ServiceArea] = [], sizes: TownSizes = TownSizes(),
    warnings: [LocalizedText] = [], provenance: RunProvenance
  ) {
    self.title = title
    self.grid = grid
    self.layers = layers
    self.constraints = constraints
    self.industries = industries
    self.validation = validation
    self.submittedCheck = submittedCheck
    self.compliant = compliant
    self.delimitation = delimitation
    self.layout = layout
    self.candidates = candidates
    self.plannedValidation = plannedValidation
    self.plannedCheck = plannedCheck
    self.serviceAreas = serviceAreas
    self.sizes = sizes
    self.warnings = warnings
    self.provenance = provenance
  }

  /// The layers of a role, in plan order.
  package func layers(for role: PlanRole) -> [RunLayer] { layers.filter { $0.role == role } }
}

/// A constraint of the plan as outputs name it.
package struct RunConstraint: Sendable {
  /// Key of the constraint layer.
  package let key: String
  package let title: LocalizedText
  package let rule: ConstraintRule
  /// Where the rule's number comes from; empty when the plan's author set it.
  package let source: String
  /// The state of the data; nil where the plan does not say.
  package let vintage: String?
  /// What a reader must know to trust the rule's results.
  package let remarks: [LocalizedText]

  package init(
    key: String, title: LocalizedText, rule: ConstraintRule, source: String,
    vintage: String? = nil, remarks: [LocalizedText] = []
  ) {
    self.key = key
    self.title = title
    self.rule = rule
    self.source = source
    self.vintage = vintage
    self.remarks = remarks
  }
}

/// An industry of the plan as outputs name it.
package struct RunIndustry: Sendable {
  package let key: String
  package let title: LocalizedText

  package init(key: String, title: LocalizedText) {
    self.key = key
    self.title = title
  }
}
