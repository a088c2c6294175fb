import LandModel

/// Features of another kind of geometry than most of their layer.
struct MixedKindsCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.mixed-kinds",
    title: LocalizedText(english: "Mixed kinds of geometry", chinese: "几何类型不一"),
    statement: LocalizedText(
      english: "A layer holds points, lines or polygons, one kind only (domain facts §4.1); a line "
        + "among parcels is mostly an outline that was not closed. Where kinds are equally many, "
        + "polygons are taken for meant, then lines.",
      chinese: "一个图层只应有点、线、面中的一种几何类型；面图层中的线多为未闭合的界线。各类数量相同时，依次以面、线为准。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let kinds = layer.column.kinds
    let order: [GeometryKind] = [.polygon, .line, .point]
    let counts = order.map { kind in kinds.count { $0 == kind } }
    guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return }
    let meant = order[place]
    for row in layer.soundRows where kinds[row] != meant && kinds[row] != .null {
      let (found, others) = (Self.name(of: kinds[row]), Self.name(of: meant))
      report.report(
        rows: [row], place: layer.column.geometry(ofRow: row),
        message: LocalizedText(
          english: "The feature is a \(found.english); most features of the layer are "
            + "\(others.english)s.",
          chinese: "该要素为\(found.chinese)，而图层多数要素为\(others.chinese)。"))
    }
  }

  private static func name(of kind: GeometryKind) -> LocalizedText {
    switch kind {
    case .polygon: LocalizedText(english: "polygon", chinese: "面")
    case .line: LocalizedText(english: "line", chinese: "线")
    case .point: LocalizedText(english: "point", chinese: "点")
    case .null: LocalizedText(english: "feature without geometry", chinese: "无几何要素")
    }
  }
}
