package import LandModel

/// One changed plan of a batch.
package struct Scenario: Sendable, Codable, Equatable {
  /// Its place in the file, from 1; 0 is the plan without changes.
  package let number: Int
  /// Unique, and safe as a folder's name.
  package let id: String
  /// Name of the entry of the file that it comes from.
  package let family: String
  package let title: LocalizedText

  package init(number: Int, id: String, family: String, title: LocalizedText) {
    self.number = number
    self.id = id
    self.family = family
    self.title = title
  }
}
