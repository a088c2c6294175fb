import LandModel

/// Rings that touch themselves at a point without crossing.
struct RingSelfTouchCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.ring-self-touch",
    title: LocalizedText(english: "Ring touches itself", chinese: "环自接触"),
    statement: LocalizedText(
      english:
        "A ring may visit a point once only; a hole or part that touches at a point must be a "
        + "ring of its own (OGC 06-103r4, 6.1.11.1).",
      chinese: "环对同一点只能经过一次；在一点相接的洞或部分须另成一环。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon else { return }
    var seen: Set<RingPoint> = []
    for touch in feature.contacts.touches {
      let ring = feature.rings.ring(of: touch.first.index)
      guard ring == feature.rings.ring(of: touch.second.index),
        seen.insert(RingPoint(ring: ring, point: touch.point)).inserted
      else { continue }
      report.report(
        rows: [feature.row], element: feature.element(ofSetPosition: touch.first.index),
        place: .point(touch.point),
        message: LocalizedText(
          english: "A ring touches itself at this point.", chinese: "环在此点与自身相接。"))
    }
  }
}

/// A point that a ring visits several times counts once.
private struct RingPoint: Hashable {
  let ring: Int
  let point: XY
}
