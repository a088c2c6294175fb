/// Why the sample city could not be made.
package enum SampleCityError: Error, Equatable {
  /// A real layer that the generator starts from is missing or not as expected.
  case unreadableInput(_ layer: String, _ detail: String)
  /// The seed gives no place for something the city must have.
  case noPlace(_ what: String)
}
