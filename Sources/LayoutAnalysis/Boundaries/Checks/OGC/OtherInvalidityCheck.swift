import LandModel
import Topology

/// Whatever GEOS calls invalid and no rule before found: its verdict is the last word.
struct OtherInvalidityCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.other",
    title: LocalizedText(english: "Otherwise invalid", chinese: "其他无效几何"),
    statement: LocalizedText(
      english: "The geometry library calls the polygon invalid for a reason no other rule covers.",
      chinese: "几何库判定该多边形无效，且其他规则未涵盖其原因。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) throws(TopologyError) {
    // What is found on coordinates of any size is exact; GEOS computes in double-double and overflows.
    guard feature.layer.surface == .workingGrid, feature.isMeasurablePolygon,
      !report.leavesOut(feature.row)
    else { return }
    let shape = try Shape(row: feature.row, of: feature.column, in: feature.workspace)
    guard let fault = try shape.validityFault() else { return }
    report.report(
      rows: [feature.row], place: fault.place.map(Geometry.point) ?? .null,
      message: LocalizedText(
        english: "The polygon is invalid: \(fault.reason).", chinese: "多边形无效：\(fault.reason)。"))
  }
}
