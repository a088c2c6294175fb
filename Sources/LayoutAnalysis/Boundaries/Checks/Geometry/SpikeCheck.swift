import Foundation
import LandModel

/// Vertices where a boundary runs out to a point and back: spikes outward, cut-backs inward.
struct SpikeCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.spike",
    title: LocalizedText(english: "Spike or cut-back", chinese: "尖锐角（尖刺或折返）"),
    statement: LocalizedText(
      english:
        "An angle sharper than the limit between arms of some length is a slip of digitising: a "
        + "spike where the land runs out to a point, a cut-back where the outside cuts in. An angle "
        + "exactly at the limit is none; blunt tips are looked for as narrow parts.",
      chinese: "两边有一定长度而夹角小于限值，多为采集失误：向外为尖刺，向内为折返；恰等于限值者不算，钝头的按狭窄部位检查。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "angle", value: 10, unit: .degree,
        source: "default of public inspection code; 5° is also used (domain facts §4.2)"),
      RuleThreshold(
        name: "arm", value: 0.2, unit: .metre,
        source: "short line at 1:10 000 (domain facts §4.2): shorter arms have no direction"),
    ],
    repair: RepairText.spikes)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon else { return }
    let limits = SpikeLimits(degrees: report.limit("angle"), arm: report.limit("arm"))
    guard feature.shape.sharpestCosine > limits.cosine - FeatureShape.slack else { return }
    for ring in feature.shape.range {
      guard feature.shape.ring(ring).sharpestCosine > limits.cosine - FeatureShape.slack else {
        continue
      }
      for corner in RingCorners(feature.column, ring: ring).corners
      where limits.isBroken(by: corner) {
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring, vertex: corner.index),
          value: corner.degrees, limit: limits.degrees, unit: .degree, place: .point(corner.tip),
          message: Self.message(corner, landOnLeft: feature.hasLandOnLeft(ofRing: ring)))
      }
    }
  }

  private static func message(_ corner: RingCorner, landOnLeft: Bool) -> LocalizedText {
    let angle = NumberText.fixed(corner.degrees, 2)
    let (before, after) = (NumberText.short(corner.before), NumberText.short(corner.after))
    let arms = LocalizedText(
      english: "at \(angle)°, with arms of \(before) m and \(after) m.",
      chinese: "夹角 \(angle)°，两边长 \(before) 米和 \(after) 米。")
    let kind =
      switch corner.turn {
      case 0:
        LocalizedText(
          english: "The boundary turns straight back at this point, ", chinese: "边界在此点原路折返，")
      case let turn where (turn > 0) == landOnLeft:
        LocalizedText(
          english: "A spike: the land runs out to this point, ", chinese: "尖刺：地块在此向外突出成尖角，")
      default:
        LocalizedText(
          english: "A cut-back: the boundary cuts into the land up to this point, ",
          chinese: "折返：边界在此向内切入地块，")
      }
    return LocalizedText(
      english: kind.english + arms.english, chinese: kind.chinese + arms.chinese)
  }
}
