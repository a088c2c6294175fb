package import LandModel

/// The points of a layer told apart by kind, with what each weighs.
package struct KindedPoints: Sendable {
  /// One position for each feature.
  package let layer: CheckedLayer
  /// The kinds that occur, by name; nil, last, for features that state none.
  ///
  /// One nil where no kinds are asked for.
  package let kinds: [String?]
  /// For each row its kind, as an index into ``kinds``.
  package let kindOfRow: [Int]
  /// One for each row, finite and not negative; nil where features are only counted.
  package let weights: [Double]?

  /// Sorts a layer's points by kind.
  ///
  /// - Parameters:
  ///   - layer: features of one point each.
  ///   - kinds: one for each row, nil where a feature states none; nil to tell no kinds apart.
  ///   - weights: one for each row; nil to count only.
  package init(_ layer: CheckedLayer, kinds kindTexts: [String?]? = nil, weights: [Double]? = nil) {
    precondition(
      weights.map { $0.count == layer.count } ?? true
        && kindTexts.map { $0.count == layer.count } ?? true, "One value for each feature.")
    self.layer = layer
    self.weights = weights
    guard let kindTexts else {
      kinds = [nil]
      kindOfRow = Array(repeating: 0, count: layer.count)
      return
    }
    let names = Set(kindTexts.compactMap { $0 }).sorted()
    var kinds: [String?] = names
    if kindTexts.contains(nil) { kinds.append(nil) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    self.kinds = kinds
    kindOfRow = kindTexts.map { text in text.flatMap { numbers[$0] } ?? names.count }
  }
}
