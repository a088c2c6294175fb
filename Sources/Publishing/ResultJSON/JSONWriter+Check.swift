package import LandModel
package import LayoutAnalysis

/// The entries of the answer to `check`.
extension JSONWriter {
  /// Writes the members of one town against one constraint layer.
  package mutating func members(of pair: ConstraintResult, on grid: GaussKrugerGrid) {
    member("town_id", pair.townID.text)
    member("constraint", pair.constraint)
    member("rule", pair.rule.name)
    member("situation", pair.situation.rawValue)
    member("breach", pair.isBreach)
    member("severity", pair.severity?.rawValue)
    member("conclusion", pair.conclusion.rawValue)
    member("activity", pair.activity?.activity?.rawValue)
    member("activity_reading", pair.activity?.code)
    member("area_m2", pair.ellipsoidalArea.value, decimals: Rounding.area)
    member("area_ha", pair.ellipsoidalArea.hectares, decimals: Rounding.hectares)
    member("planar_area_m2", pair.planarArea.value, decimals: Rounding.area)
    member("share", pair.share.value, decimals: Rounding.ratio)
    member("width_m", pair.width?.value, decimals: Rounding.length)
    member("nearest_m", pair.nearestDistance?.value, decimals: Rounding.length)
    member("vintage", pair.vintage)
    member("feature_ids", pair.featureIDs)
    array("classes") { list in
      for entry in pair.classes { list.object { $0.members(of: entry) } }
    }
    array("pieces") { list in
      for piece in pair.pieces {
        list.object { entry in
          entry.member("feature_ids", piece.featureIDs)
          entry.member("class", piece.classCode)
          entry.member("area_m2", piece.ellipsoidalArea.value, decimals: Rounding.area)
          entry.member("planar_area_m2", piece.planarArea.value, decimals: Rounding.area)
          entry.key("geometry")
          entry.geometry(piece.geometry, on: grid)
        }
      }
    }
    levelling(pair.levelling)
    member("unmeasured_ids", pair.unmeasuredIDs)
  }

  private mutating func members(of entry: ClassResult) {
    member("class", entry.code)
    member("distance_m", entry.distance?.value, decimals: Rounding.length)
    member("confidence", entry.confidence.rawValue)
    member("situation", entry.situation.rawValue)
    member("breach", entry.isBreach)
    member("area_m2", entry.ellipsoidalArea.value, decimals: Rounding.area)
    member("planar_area_m2", entry.planarArea.value, decimals: Rounding.area)
    member("width_m", entry.width?.value, decimals: Rounding.length)
    member("nearest_m", entry.nearestDistance?.value, decimals: Rounding.length)
  }

  /// Writes levelled areas or why there are none; null where no official area was named.
  private mutating func levelling(_ levelling: Levelling?) {
    guard let levelling else {
      key("levelled")
      return null()
    }
    object("levelled") { entry in
      switch levelling {
      case .refused(let refusal):
        entry.member("official_m2", refusal.official?.value, decimals: Rounding.area)
        entry.member("measured_m2", refusal.measured.value, decimals: Rounding.area)
        entry.member("refused", refusal.official == nil ? "no-official-area" : "differs")
        entry.member("limit", refusal.limit.value, decimals: Rounding.ratio)
      case .levelled(let areas):
        entry.member("official_m2", Double(areas.official) / 100, decimals: Rounding.area)
        entry.member("factor", areas.factor, decimals: 9)
        entry.member("residual_m2", Double(areas.residual) / 100, decimals: Rounding.area)
        entry.array("pieces_m2") { list in
          for area in areas.pieces { list.value(Double(area) / 100, decimals: Rounding.area) }
        }
        entry.member("rest_m2", Double(areas.rest) / 100, decimals: Rounding.area)
        entry.array("pieces_ha") { list in
          for area in areas.piecesInHectares {
            list.value(Double(area) / 10_000, decimals: Rounding.hectares)
          }
        }
        entry.member("rest_ha", Double(areas.restInHectares) / 10_000, decimals: Rounding.hectares)
      }
    }
  }

  /// Writes the thresholds that told the situations apart.
  package mutating func thresholds(_ parameters: RedLineParameters) {
    object("thresholds") { entry in
      entry.member("near_m", parameters.nearDistance.value, decimals: Rounding.length)
      entry.member("touch_m", parameters.touchDistance.value, decimals: Rounding.length)
      entry.member("sliver_width_m", parameters.sliverWidth.value, decimals: Rounding.length)
      entry.member("sliver_area_m2", parameters.sliverArea.value, decimals: Rounding.area)
      entry.member("levelling_limit", parameters.levellingLimit.value, decimals: Rounding.ratio)
    }
  }

  /// Writes a constraint layer as the check understood it.
  package mutating func members(of rule: CheckedRule, in language: Language) {
    member("constraint", rule.key)
    member("rule", rule.rule.name)
    member("source", rule.source.isEmpty ? nil : rule.source)
    member("vintage", rule.vintage)
    member("features", rule.featureCount)
    array("classes") { list in
      for group in rule.classes {
        list.object { entry in
          entry.member("class", group.code)
          entry.member("title", group.title.text(in: language))
          entry.member("features", group.featureCount)
          entry.member("distance_m", group.distance?.value, decimals: Rounding.length)
          entry.member("half_width_m", group.halfWidth.value, decimals: Rounding.length)
          entry.member("confidence", group.confidence.rawValue)
          entry.member("source", group.source.isEmpty ? nil : group.source)
        }
      }
    }
    array("remarks") { list in
      for remark in rule.remarks { list.value(remark.text(in: language)) }
    }
  }

  /// Writes a proposed boundary, what it costs and why there may be none.
  package mutating func members(
    of proposal: CompliantBoundary, on grid: GaussKrugerGrid, in language: Language
  ) {
    member("town_id", proposal.townID.text)
    member("outcome", proposal.outcome.rawValue)
    member("area_m2", proposal.ellipsoidalArea.value, decimals: Rounding.area)
    member("planar_area_m2", proposal.planarArea.value, decimals: Rounding.area)
    member("town_area_m2", proposal.townEllipsoidalArea.value, decimals: Rounding.area)
    member("lost_m2", proposal.lost.value, decimals: Rounding.area)
    member("lost_ha", proposal.lost.hectares, decimals: Rounding.hectares)
    member("lost_share", proposal.lostShare.value, decimals: Rounding.ratio)
    member("lost_to_rules_m2", proposal.lostToRules.value, decimals: Rounding.area)
    member("lost_to_cleaning_m2", proposal.lostToCleaning.value, decimals: Rounding.area)
    member("narrow_pieces", proposal.narrowPieceCount)
    array("left_out_m2") { list in
      for area in proposal.leftOut { list.value(area.value, decimals: Rounding.area) }
    }
    member("holes", proposal.holeCount)
    member("hole_m2", proposal.holeArea.value, decimals: Rounding.area)
    array("remarks") { list in
      for remark in proposal.remarks { list.value(remark.text(in: language)) }
    }
    key("geometry")
    geometry(proposal.roundedGeometry, on: grid)
  }
}
