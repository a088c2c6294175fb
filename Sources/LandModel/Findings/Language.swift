/// A language of reports and messages.
package enum Language: String, Sendable, Codable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
