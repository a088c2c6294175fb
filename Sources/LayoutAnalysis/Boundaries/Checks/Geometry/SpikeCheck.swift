import Foundation
import LandModel

/// Vertices where a boundary runs out to a point and back: spikes outward, cuts inward.
struct SpikeCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.spike",
    title: LocalizedText(english: "Spike", chinese: "尖锐角"),
    statement: LocalizedText(
      english:
        "An angle sharper than the limit between arms of some length is a slip of digitising.",
      chinese: "两边有一定长度而夹角小于限值，多为采集失误。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "angle", value: 10, unit: .degree,
        source: "default of public inspection code (domain facts §4.2)"),
      RuleThreshold(
        name: "arm", value: 0.2, unit: .metre,
        source: "short line at 1:10 000 (domain facts §4.2): shorter arms have no direction"),
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon else { return }
    let (limit, arm) = (report.limit("angle"), report.limit("arm"))
    // An angle below 180° is below the limit where its cosine is above that of the limit.
    let sharpest = cos(limit * .pi / 180)
    let rings = feature.rings
    for ring in 0..<rings.count {
      let range = rings.range(ofRing: ring)
      var previous = rings.positions[range.upperBound - 1]
      for index in range {
        let tip = rings.positions[index]
        let next = rings.positions[index + 1 == range.upperBound ? range.lowerBound : index + 1]
        let (ux, uy) = (previous.x - tip.x, previous.y - tip.y)
        let (vx, vy) = (next.x - tip.x, next.y - tip.y)
        let (u, v) = ((ux * ux + uy * uy).squareRoot(), (vx * vx + vy * vy).squareRoot())
        let along = ux * vx + uy * vy
        if u >= arm, v >= arm, along > sharpest * u * v {
          let angle = atan2(abs(ux * vy - uy * vx), along) * 180 / .pi
          report.report(
            rows: [feature.row], value: angle, limit: limit, unit: .degree, place: .point(tip),
            message: LocalizedText(
              english: "The boundary turns back at \(NumberText.fixed(angle, 2))°, with arms of "
                + "\(NumberText.short(u)) m and \(NumberText.short(v)) m.",
              chinese: "边界在此折返，夹角 \(NumberText.fixed(angle, 2))°，两边长 "
                + "\(NumberText.short(u)) 米和 \(NumberText.short(v)) 米。"))
        }
        previous = tip
      }
    }
  }
}
