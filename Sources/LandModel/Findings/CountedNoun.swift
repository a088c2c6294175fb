extension Int {
  /// The number and its noun in an English text: `1 feature`, `2 features`.
  ///
  /// Chinese nouns have one form and need none of it.
  ///
  /// - Parameters:
  ///   - singular: what follows 1: a noun, or one with its verb.
  ///   - plural: what follows every other number, 0 among them; nil to add an s.
  package func counted(_ singular: String, _ plural: String? = nil) -> String {
    "\(self) " + (self == 1 ? singular : plural ?? singular + "s")
  }
}
