import LandModel

/// Vertices that all but meet another place of their own feature's boundary.
struct NearContactCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.near-contact",
    title: LocalizedText(english: "Boundary all but touches itself", chinese: "边界近似自接触"),
    statement: LocalizedText(
      english: "A vertex nearer than the tolerance to an edge or vertex elsewhere on the feature's "
        + "boundary becomes a touch or a crossing when positions are rounded to a millimetre. At "
        + "exactly the tolerance it is apart; below 10⁻⁶ m it is a touch, which validity judges. "
        + "Neighbouring vertices are looked at as duplicates.",
      chinese: "节点与本要素边界另一处的距离小于容差，坐标取至毫米后即成为接触或相交。恰等于容差者不算；小于 10⁻⁶ 米视为接触，由有效性规则判断；相邻节点按重复节点检查。"
    ),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "distance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let limit = report.limit("distance")
    let positions = feature.column.positions
    let near = NearContacts(feature.blocks, row: feature.row, tolerance: limit)
    for contact in near.contacts {
      let ring = feature.ring(ofVertex: contact.vertex)
      let distance = NumberText.short(contact.distance)
      report.report(
        rows: [feature.row], element: feature.element(ofRing: ring, vertex: contact.vertex),
        value: contact.distance, limit: limit, unit: .metre,
        place: .point(positions[contact.vertex]),
        message: contact.other == nil
          ? LocalizedText(
            english: "The vertex lies \(distance) m from another edge of the feature.",
            chinese: "该节点距本要素另一条边仅 \(distance) 米。")
          : LocalizedText(
            english: "The vertex lies \(distance) m from another vertex of the feature.",
            chinese: "该节点距本要素另一节点仅 \(distance) 米。"))
    }
  }
}
