package import LandModel

/// What the record of a run states of how counties share.
package struct StatedEquity: Sendable, Hashable {
  package struct County: Sendable, Hashable {
    package let id: FeatureID
    /// In the measure's unit.
    package let value: Double
    /// Nil where the county does not count.
    package let fairShare: Double?
    package let level: Double?

    package init(id: FeatureID, value: Double, fairShare: Double?, level: Double?) {
      self.id = id
      self.value = value
      self.fairShare = fairShare
      self.level = level
    }
  }

  package let least: Double
  package let counties: [County]

  package init(least: Double, counties: [County]) {
    self.least = least
    self.counties = counties
  }
}
