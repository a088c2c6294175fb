package import LandModel
package import LayoutAnalysis

extension ResultJSON {
  /// `townlayout proximity`: sums over all towns for each target, then one result for each town and target.
  ///
  /// - Parameter isSummary: whether the results are left out.
  package static func proximity(
    _ result: ProximityResult, on grid: GaussKrugerGrid, isSummary: Bool = false
  ) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("towns_measured", result.townsMeasured)
      object.member("crs", grid.crs.text)
      object.key("scale")
      object.scale(result.scale)
      object.array("targets") { list in
        for (target, summary) in zip(result.targets, result.summaries) {
          list.object { $0.members(of: target, summary, radii: result.radii) }
        }
      }
      guard !isSummary else { return }
      object.array("results") { list in
        for entry in result.entries {
          list.object { $0.members(of: entry, in: result, on: grid) }
        }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  /// Writes how much longer lengths are on the grid; null where nothing has a position.
  fileprivate mutating func scale(_ scale: GridScale?) {
    guard let scale else { return null() }
    object { entry in
      entry.member("least", scale.least, decimals: Rounding.scale)
      entry.member("greatest", scale.greatest, decimals: Rounding.scale)
    }
  }

  fileprivate mutating func members(
    of target: ProximityTarget, _ summary: ProximitySummary, radii: [Metres]
  ) {
    name(target)
    member("features", target.featureCount)
    member("towns_with_nearest", summary.townsMeasured)
    member("towns_meeting", summary.townsMeeting)
    member("distance_sum_m", summary.distanceSum.value, decimals: Rounding.length)
    member("greatest_distance_m", summary.greatestDistance.value, decimals: Rounding.length)
    member("geodesic_sum_m", summary.geodesicSum?.value, decimals: Rounding.length)
    within(summary.within, radii: radii)
  }

  fileprivate mutating func members(
    of entry: ProximityEntry, in result: ProximityResult, on grid: GaussKrugerGrid
  ) {
    member("town_id", entry.townID.text)
    name(result.targets[entry.target])
    member("feature_id", entry.nearest?.featureID.text)
    member("distance_m", entry.nearest?.distance.value, decimals: Rounding.length)
    member("geodesic_m", entry.nearest?.geodesicDistance?.value, decimals: Rounding.length)
    within(entry.within, radii: result.radii)
    key("geometry")
    geometry(entry.connection, on: grid)
  }

  private mutating func name(_ target: ProximityTarget) {
    member("layer", target.layer)
    member("kind", target.kind)
  }

  private mutating func within(_ within: [PointsWithin], radii: [Metres]) {
    array("within") { list in
      for (radius, found) in zip(radii, within) {
        list.object { entry in
          entry.member("radius_m", radius.value, decimals: Rounding.length)
          entry.member("count", found.count)
          entry.member("weight", found.weight, decimals: Rounding.points)
        }
      }
    }
  }
}

extension ProximityEntry {
  /// The line between the nearest positions; a point where they are one, nothing without a nearest.
  var connection: Geometry {
    guard let nearest else { return .null }
    return nearest.distance == .zero ? .point(nearest.from) : .line([nearest.from, nearest.to])
  }
}
