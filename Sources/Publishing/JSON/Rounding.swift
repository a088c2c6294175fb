import LayoutAnalysis

/// Decimals kept in every output: one place, so that a value reads the same wherever it is written.
///
/// Areas in square metres keep two decimals, as land parcels do (domain facts §3.2). Seven decimals of a
/// degree are a centimetre here: they move a position by up to 8 mm and change the area of a town of
/// 3 km² by some square metres (up to 12.3 m² among the towns of Chenzhou), which is why areas are
/// measured before positions are rounded.
package enum Rounding {
  /// Degrees of longitude and latitude in GeoJSON.
  package static let degrees = DegreeLattice.decimals
  /// Square metres.
  package static let area = 2
  /// Square metres of all pairs together, which are held against other tools.
  package static let pairSum = 4
  /// Square metres of a single pair: as fine as the least that counts as an overlap.
  package static let pairArea = 6
  /// Hectares: one square metre, as approval texts write them.
  package static let hectares = 4
  /// Metres.
  package static let length = 3
  /// Shares and other quotients: 0.000001 is one square metre of a square kilometre.
  package static let ratio = 6
  /// Scale of a grid: a thousandth of a millimetre on a kilometre.
  package static let scale = 9
  /// Points of scores and of the objective.
  package static let points = 4
  /// A finding's value and limit, whatever their unit: a tenth of a millimetre, of a square metre.
  package static let measured = 4
  /// Seconds of a stage.
  package static let seconds = 3
}
