package import LandModel

/// A sum over a layer that must agree with a total known from elsewhere (控制总数).
package struct ControlTotal: Sendable, Hashable {
  /// What is summed.
  package enum Summand: Sendable, Hashable {
    /// The numbers of a field.
    case field(String)
    /// Areas on the ellipsoid, as measured.
    case ellipsoidalArea
  }

  /// A total of the features that share a value of the grouping field.
  package struct Group: Sendable, Hashable {
    package let key: String
    package let total: Double

    package init(key: String, total: Double) {
      self.key = key
      self.total = total
    }
  }

  /// Where the totals stand.
  package enum Totals: Sendable, Hashable {
    /// One for the whole layer.
    case layer(Double)
    /// One for each group, in the order declared.
    case groups([Group])
    /// One for each administrative unit, in a field of its layer; units are told by their code field.
    case administrative(field: String)
  }

  package var summand: Summand
  /// Unit of sums and totals; nil where the field holds no areas.
  package var areaUnit: AreaUnit?
  /// Field by which features are grouped; not used for a total of the whole layer.
  package var groupField: String?
  package var totals: Totals
  /// Difference that is allowed beside the rule's relative tolerance, in the unit of the totals.
  package var tolerance: Double

  package init(
    summand: Summand, areaUnit: AreaUnit? = nil, groupField: String? = nil, totals: Totals,
    tolerance: Double = 0
  ) {
    self.summand = summand
    self.areaUnit = areaUnit
    self.groupField = groupField
    self.totals = totals
    self.tolerance = tolerance
  }
}
