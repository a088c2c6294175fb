package import LayoutAnalysis

/// How large the chosen towns are beside how large it pays to make them.
package struct TownSizes: Sendable {
  /// One for each chosen town, in their order; nil where there is none to tell.
  package let curves: [SizeCurve?]
  /// Nil where neither the plan nor a land quota puts a price on land.
  package let price: LandPrice?

  package init(curves: [SizeCurve?] = [], price: LandPrice? = nil) {
    self.curves = curves
    self.price = price
  }
}
