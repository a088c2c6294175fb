package import LandModel

/// Who takes the land of a sliver: the feature that keeps or gets it, the others give way.
package enum BorderWinner: String, Sendable, Codable, CaseIterable {
  /// The feature that shares the longest border with the sliver; equal borders go to the larger area.
  case longestBorder = "longest-border"
  /// The feature with the larger area.
  case largerArea = "larger-area"
  /// The feature that comes first in the layer: the one rule that depends on the order of features.
  case first
}

/// What may be mended, and how much it may change.
package struct RepairParameters: Sendable, Hashable {
  /// Rules to mend; nothing is mended unasked.
  ///
  /// Those without a repair are ignored.
  package var fixes: Set<RuleCode>
  /// Changes to the rules themselves: repair uses the thresholds that validation uses.
  package var rules: BoundaryParameters
  /// Widest sliver between two features that is closed, and so the farthest that a border gives way.
  package var borderTolerance: Metres
  package var winner: BorderWinner
  /// Largest change of a feature's planar area by one step, in square metres.
  package var largestAreaChange: SquareMetres
  /// Largest change of a feature's planar area by one step, as a share of it; changes up to
  /// ``negligibleAreaChange`` pass whatever their share.
  package var largestAreaShare: Ratio

  /// A change that planning data carry anyway: 1 m² (domain facts §4.2, area attribute vs geometry).
  package static let negligibleAreaChange = SquareMetres(1)

  /// - Parameters:
  ///   - borderTolerance: 0.2 m is the short line at 1:10 000 (domain facts §4.2).
  ///   - largestAreaChange: 400 m² is 4 mm² on the map at 1:10 000 (domain facts §4.2).
  ///   - largestAreaShare: 0.1 % is what declared and measured areas may differ by (§4.2).
  package init(
    fixes: Set<RuleCode> = [], rules: BoundaryParameters = BoundaryParameters(),
    borderTolerance: Metres = Metres(0.2), winner: BorderWinner = .longestBorder,
    largestAreaChange: SquareMetres = SquareMetres(400),
    largestAreaShare: Ratio = Ratio(percent: 0.1)
  ) {
    self.fixes = fixes
    self.rules = rules
    self.borderTolerance = borderTolerance
    self.winner = winner
    self.largestAreaChange = largestAreaChange
    self.largestAreaShare = largestAreaShare
  }

  /// The largest change that a feature of an area may suffer by one step.
  package func largestChange(ofArea area: SquareMetres) -> SquareMetres {
    min(largestAreaChange, max(Self.negligibleAreaChange, largestAreaShare.value * area))
  }

  /// The rules asked for that a step answers, in the order of the step's list.
  func asked(of step: RepairStep) -> [RuleCode] { step.rules.filter(fixes.contains) }
}
