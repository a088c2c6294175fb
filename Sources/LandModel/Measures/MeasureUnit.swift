/// The unit of a finding's measured value and limit.
package enum MeasureUnit: String, Sendable, Codable {
  case metre = "m"
  case squareMetre = "m2"
  case degree = "deg"
  case ratio = "1"
  case count = "count"
  /// Nothing is measured.
  case none = ""
}
