/// The unit of a finding's measured value and limit.
package enum MeasureUnit: String, Sendable, Codable {
  case metre = "m"
  case squareMetre = "m2"
  case degree = "deg"
  case ratio = "1"
  case count = "count"
  /// 10 000 yuan (万元).
  case money = "10k CNY"
  /// Points of the layout's objective.
  case point = "points"
  /// Nothing is measured.
  case none = ""
}
