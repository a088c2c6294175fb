/// A short text in the two languages of every report.
package struct LocalizedText: Hashable, Sendable, Codable {
  package let english: String
  package let chinese: String

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
