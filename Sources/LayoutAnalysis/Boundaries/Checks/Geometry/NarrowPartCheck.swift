import LandModel
import Topology

/// Land narrower than a limit within a feature that is wide elsewhere.
struct NarrowPartCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.narrow-part",
    title: LocalizedText(english: "Narrow part", chinese: "局部狭窄"),
    statement: LocalizedText(
      english: "Where edges face each other across land nearer than the limit, a disc of that "
        + "diameter cannot pass: a neck between two wide places, or a dead end at least as deep as "
        + "wide. Exactly the limit is wide enough. Corners are none, also blunt ones: a dead end that "
        + "tapers by the angle or more is a corner, and one with a sharper tip is a spike, reported as "
        + "that. What is narrow throughout is left to the rules about slivers and small areas.",
      chinese:
        "要素内两侧边界隔地相望且间距小于限值、同直径的圆无法通过之处：连接两块宽地的颈部，或深度不小于宽度的死角。恰等于限值者不算。收窄角度达到角度阈值的死角视为普通转角（含钝头），"
        + "更尖者按尖锐角报告；整体狭窄者按碎屑面或面积过小报告。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "width", value: 5, unit: .metre,
        source: "two-level sliver rule, 2A/P, for want of a published width (domain facts §4.2)"),
      RuleThreshold(
        name: "angle", value: 10, unit: .degree,
        source: "angle of geometry.spike (domain facts §4.2)"),
      RuleThreshold(
        name: "arm", value: 0.2, unit: .metre, source: "arm of geometry.spike (domain facts §4.2)"),
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) throws(TopologyError) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let limit = report.limit("width")
    let (column, row) = (feature.column, feature.row)
    let places = NarrowPlaces(feature.blocks, row: row, nearerThan: limit) {
      feature.hasLandOnLeft(ofRing: $0)
    }.places
    guard !places.isEmpty else { return }
    let pieces = try NarrowPieces(
      places, column, row: row, limit: limit,
      corner: SpikeLimits(degrees: report.limit("angle"), arm: report.limit("arm")),
      workspace: feature.workspace
    ) {
      feature.hasLandOnLeft(ofRing: $0)
    }.pieces
    for (part, pieces) in Self.byPart(pieces, feature) {
      guard try isWideSomewhere(feature, part, pieces, limit) else { continue }
      for piece in pieces {
        report.report(
          rows: [row],
          element: feature.element(
            ofRing: feature.ring(ofVertex: piece.edge), vertex: piece.edge),
          value: piece.width, limit: limit, unit: .metre, place: piece.outline,
          message: Self.message(piece))
      }
    }
  }

  /// Whether a part has room for a disc of the limit's diameter.
  private func isWideSomewhere(
    _ feature: FeatureView, _ part: Int, _ pieces: [NarrowPiece], _ limit: Double
  ) throws(TopologyError) -> Bool {
    let whole = feature.shape.part(part, of: feature.column, row: feature.row).area
    // What lies in no narrow piece is wide; a little of it may be left over from where pieces meet.
    if whole - pieces.reduce(0, { $0 + $1.planarArea }) >= 4 * limit * limit { return true }
    return try !Shape(feature.outline(ofPart: part), in: feature.workspace)
      .buffered(by: Metres(-limit / 2)).isEmpty
  }

  /// The pieces of each part, by part counted from 0.
  private static func byPart(
    _ pieces: [NarrowPiece], _ feature: FeatureView
  ) -> [(part: Int, pieces: [NarrowPiece])] {
    var parts: [(part: Int, pieces: [NarrowPiece])] = []
    for piece in pieces {
      let part = feature.element(ofRing: feature.ring(ofVertex: piece.edge)).part
      if parts.last?.part == part {
        parts[parts.count - 1].pieces.append(piece)
      } else {
        parts.append((part, [piece]))
      }
    }
    return parts
  }

  private static func message(_ piece: NarrowPiece) -> LocalizedText {
    let (width, length) = (NumberText.short(piece.width), NumberText.short(piece.length))
    let area = NumberText.short(piece.planarArea)
    return piece.isDeadEnd
      ? LocalizedText(
        english:
          "A dead end of the land is \(width) m wide at its narrowest, about \(length) m long, "
          + "\(area) m² (planar).",
        chinese: "地块在此伸出狭窄的死角，最窄处 \(width) 米，长约 \(length) 米，平面面积 \(area) 平方米。")
      : LocalizedText(
        english: "The land narrows to \(width) m between wider places, for about \(length) m, "
          + "\(area) m² (planar).",
        chinese: "地块在此收窄成颈部，最窄处 \(width) 米，长约 \(length) 米，平面面积 \(area) 平方米。")
  }
}
