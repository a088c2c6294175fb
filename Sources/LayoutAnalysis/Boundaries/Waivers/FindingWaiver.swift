package import LandModel
import SpatialIndex

/// A statement that findings of a rule are accepted: which ones, why, and by whom.
package struct FindingWaiver: Hashable, Sendable {
  /// A circle that a finding must reach into.
  package struct Place: Hashable, Sendable {
    /// Longitude and latitude in degrees on CGCS2000.
    package let centre: XY
    package let radius: Metres

    package init(centre: XY, radius: Metres) {
      self.centre = centre
      self.radius = radius
    }
  }

  package let rule: RuleCode
  /// Key of the layer; nil for every layer.
  package let layer: String?
  /// Features accepted; none for findings that concern no feature, nil for all findings.
  package let features: [FeatureID]?
  /// Where the finding must lie; nil for anywhere.
  package let place: Place?
  package let waiver: Waiver
  /// Where the statement stands, such as `waivers.yaml:4`, for the remark that it is unused.
  package let origin: String

  package init(
    rule: RuleCode, layer: String? = nil, features: [FeatureID]? = nil, place: Place? = nil,
    waiver: Waiver, origin: String
  ) {
    self.rule = rule
    self.layer = layer
    self.features = features
    self.place = place
    self.waiver = waiver
    self.origin = origin
  }

  /// Whether the statement accepts a finding.
  ///
  /// A finding of several features is accepted where all of them are named: that one town may overlap
  /// says nothing about the other.
  func covers(_ finding: Finding, on grid: GaussKrugerGrid) -> Bool {
    guard finding.rule == rule, layer == nil || layer == finding.layer else { return false }
    if let features {
      guard features.isEmpty == finding.featureIDs.isEmpty,
        finding.featureIDs.allSatisfy(features.contains)
      else { return false }
    }
    guard let place else { return true }
    let centre = grid.projected(place.centre)
    return finding.geometry.distance(from: centre) <= place.radius.value
  }

  /// Whether findings that were counted and not kept are accepted as well: only a statement without
  /// features and place can speak of what nobody looked at.
  func covers(_ omission: OmittedFindings) -> Bool {
    omission.rule == rule && (layer == nil || layer == omission.layer) && features == nil
      && place == nil
  }
}

extension Geometry {
  /// Planar distance from a position: 0 inside a polygon, infinite from an empty geometry.
  ///
  /// - Complexity: O(v).
  fileprivate func distance(from position: XY) -> Double {
    let column = GeometryColumn(CollectionOfOne(self))
    if column.contains(position, inRow: 0) { return 0 }
    var nearest = Double.infinity
    for ring in ringEnds.indices {
      let range = range(ofRing: ring)
      for index in range {
        let start = positions[max(index - 1, range.lowerBound)]
        nearest = min(
          nearest, SegmentDistance.squared(position, from: start, to: positions[index]))
      }
    }
    return nearest.squareRoot()
  }
}
