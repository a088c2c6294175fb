package import LandModel
package import LayoutAnalysis

/// What validation of layers found, with everything that its outputs need.
package struct ValidationRun: Sendable {
  package let grid: GaussKrugerGrid
  package let result: BoundaryResult
  /// The layers validated, in the order given.
  package let layers: [RunLayer]
  /// The administrative units that they were judged by; nil where there were none.
  package let administrative: RunLayer?
  /// How it was judged: profile, changes to rules, waivers.
  package let parameters: BoundaryParameters

  package init(
    grid: GaussKrugerGrid, result: BoundaryResult, layers: [RunLayer],
    administrative: RunLayer? = nil, parameters: BoundaryParameters
  ) {
    self.grid = grid
    self.result = result
    self.layers = layers
    self.administrative = administrative
    self.parameters = parameters
  }
}
