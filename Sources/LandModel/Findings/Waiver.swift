/// Why a finding is accepted as it is (豁免), and by whom: it is silenced, never hidden.
package struct Waiver: Hashable, Sendable, Codable {
  package let reason: String
  package let author: String
  /// Until when it is meant to hold, as its author wrote it; no date is compared with a clock.
  package let until: String?

  package init(reason: String, author: String, until: String? = nil) {
    self.reason = reason
    self.author = author
    self.until = until
  }
}
