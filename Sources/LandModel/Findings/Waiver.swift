/// Why a finding is accepted as it is (豁免), and by whom: it is silenced, never hidden.
package struct Waiver: Hashable, Sendable, Codable {
  package let reason: String
  package let author: String

  package init(reason: String, author: String) {
    self.reason = reason
    self.author = author
  }
}
