import LandModel

/// Polygons that touching rings cut in two.
struct DisconnectedInteriorCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.disconnected-interior",
    title: LocalizedText(english: "Interior cut apart", chinese: "内部不连通"),
    statement: LocalizedText(
      english: "Rings that touch in a chain cut a polygon in two; each piece must be a part of its "
        + "own. Not looked for between rings that cross.",
      chinese: "首尾相接的环把多边形分成互不相连的几块，各块应各成一部分；相交的环不作此检查。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, feature.rings.count > 1 else { return }
    let contacts = feature.contacts
    let cuts = InteriorConnection.cuts(of: feature.rings, contacts: contacts) {
      !contacts.entangled.contains($0)
    }
    for cut in cuts {
      report.report(
        rows: [feature.row], element: feature.element(ofSetPosition: cut.index),
        place: .point(cut.point),
        message: LocalizedText(
          english: "Touching rings cut the polygon's interior apart at this point.",
          chinese: "相接的环在此点把多边形内部分开。"))
    }
  }
}
