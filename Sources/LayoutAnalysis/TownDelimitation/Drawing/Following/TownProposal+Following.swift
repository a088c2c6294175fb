package import LandModel

/// How much of a boundary lies on features of a layer.
package struct FollowedShare: Sendable, Hashable, Codable {
  /// Key of the layer.
  package let layer: String
  /// Of the boundary's length in the plane.
  package let share: Ratio

  package init(layer: String, share: Ratio) {
    self.layer = layer
    self.share = share
  }
}

extension TownProposal {
  /// Share of the boundary on features of all layers to follow; nil where none are to be followed.
  package var followedShare: Ratio? {
    followed.map { Ratio($0.reduce(0) { $0 + $1.share.value }) }
  }
}

extension DelimitationParameters {
  /// What is wrong with the layers to follow.
  var followProblems: [ParameterProblem] {
    guard !follow.isEmpty else { return [] }
    func problem(_ value: String, _ english: String, _ chinese: String) -> ParameterProblem {
      ParameterProblem(
        parameter: "follow", value: value,
        requirement: LocalizedText(english: english, chinese: chinese))
    }
    var found: [ParameterProblem] = []
    if parcels != nil {
      found.append(
        problem(
          follow.joined(separator: ", "), "absent: towns of parcels run along the parcels' borders",
          "不应设置：以地块为单元的小镇边界沿地块界线"))
    } else if boundary == .cells {
      found.append(
        problem(
          follow.joined(separator: ", "), "absent where the boundary is the cells' own sides",
          "边界沿单元边时不应设置"))
    }
    for (number, layer) in follow.enumerated() where follow[..<number].contains(layer) {
      found.append(problem(layer, "named only once", "名称不得重复"))
    }
    return found
  }
}
