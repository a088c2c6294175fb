package import LandModel
import LayoutAnalysis
package import Scenarios

extension ResultJSON {
  /// `townlayout check --pairs`: sums over single pairs of a town and a feature, and the pairs themselves
  /// unless sums alone were asked for.
  package static func pairs(
    _ table: PairTable, findings: [Finding], on grid: GaussKrugerGrid, in language: Language
  ) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("towns_checked", table.townIDs.count)
      object.member("features_left_out", table.leftOut.count)
      object.object("left_out_by_cause") { causes in
        causes.member("invalid", table.leftOut.invalid)
        causes.member("without_geometry", table.leftOut.withoutGeometry)
        causes.member("repeated_id", table.leftOut.repeatedID)
      }
      object.member("overlapping_pairs", table.overlapCount)
      object.member("pair_overlap_planar_m2", table.planarArea.value, decimals: Rounding.pairSum)
      object.member("pair_overlap_m2", table.ellipsoidalArea.value, decimals: Rounding.pairSum)
      object.member("method", AreaMethod.code)
      object.member("crs", grid.crs.text)
      object.array("layers") { list in
        for layer in table.layers { list.object { $0.members(of: layer, table) } }
      }
      object.array("findings") { list in
        for finding in findings {
          list.object { $0.members(of: finding, on: grid, in: language) }
        }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func members(of layer: PairOverlaps, _ table: PairTable) {
    member("constraint", layer.layer)
    member("features_checked", layer.featureIDs.count)
    member("overlapping_pairs", layer.overlapCount)
    member("pair_overlap_planar_m2", layer.planarArea.value, decimals: Rounding.pairSum)
    member("pair_overlap_m2", layer.ellipsoidalArea.value, decimals: Rounding.pairSum)
    guard table.isListed else { return }
    array("pairs") { list in
      for pair in layer.pairs {
        list.object { entry in
          entry.member("town_id", table.townIDs[pair.town].text)
          entry.member("feature_id", layer.featureIDs[pair.feature].text)
          entry.member("situation", pair.situation.rawValue)
          entry.member("planar_area_m2", pair.planarArea.value, decimals: Rounding.pairArea)
          entry.member("area_m2", pair.ellipsoidalArea.value, decimals: Rounding.pairArea)
        }
      }
    }
  }
}
