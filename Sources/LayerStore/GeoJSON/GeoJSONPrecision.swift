/// How many digits of an ordinate GeoJSON keeps.
package enum GeoJSONPrecision: Equatable, Sendable {
  /// Rounded to so many decimals, 0…15.
  case decimals(Int)
  /// The shortest notation that reads back as the same number.
  case shortest
}
