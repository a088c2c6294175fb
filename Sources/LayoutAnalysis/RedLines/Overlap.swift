internal import LandModel

/// What a town and a constraint layer have in common, before it is judged.
struct Overlap {
  /// Rows of the layer that take part, ascending.
  var rows: [Int] = []
  var planarArea = SquareMetres.zero
  var ellipsoidalArea = SquareMetres.zero
  var pieces: [ConstraintPiece] = []
  /// Nil where there is no area, or where none was asked for.
  var width: Metres?
}
