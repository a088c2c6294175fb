import LandModel
import SpatialIndex
import Topology

/// Holes that the features of a covering layer leave between them.
struct GapCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.gap",
    title: LocalizedText(english: "Gap", chinese: "要素缝隙"),
    statement: LocalizedText(
      english:
        "Features that should cover their area leave a small or narrow gap between two or more "
        + "of them. Larger openings are taken for intended; a slit open at one end is not found, nor "
        + "is a hole within one feature.",
      chinese: "应无缝覆盖的要素之间存在小或窄的缝隙；较大的空洞视为有意保留，一端敞开的缝以及单个要素内的洞不在此列。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "planar-area", value: 1000, unit: .squareMetre,
        source: "two-level sliver rule (domain facts §4.2)"),
      RuleThreshold(
        name: "width", value: 5, unit: .metre,
        source: "two-level sliver rule, 2A/P (domain facts §4.2)"),
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "topology tolerance; narrower gaps are rounding (domain facts §4.2)"),
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.isCoverage else { return }
    let column = layer.column
    let rows = layer.soundRows.filter { column.kinds[$0] == .polygon }
    let workspace = Workspace()
    let union = try Shape.unaryUnion(of: column, rows: rows, in: workspace).polygons()
    let finder = GapFinder(union: union)
    for gap in try finder.gaps(in: workspace) {
      let area = PlanarMeasure.area(of: gap).value
      let width = Pieces.meanWidth(of: gap, area: area)
      guard width > report.limit("tolerance"),
        area <= report.limit("planar-area") || width <= report.limit("width")
      else { continue }
      let outline = try Shape(gap, in: workspace)
      var neighbours: [Int] = []
      for row in layer.tree.rows(meeting: gap.boundingBox.expanded(by: report.limit("tolerance"))) {
        let shape = try Shape(row: row, of: column, in: workspace)
        if try shape.isWithin(Metres(report.limit("tolerance")), of: outline) {
          neighbours.append(row)
        }
      }
      guard neighbours.count > 1 else { continue }
      report.report(
        rows: neighbours, value: area, limit: 0, unit: .squareMetre, place: gap,
        message: LocalizedText(
          english: "A gap of \(NumberText.short(area)) m² (planar), on average "
            + "\(NumberText.short(width)) m wide, lies between \(neighbours.count) features.",
          chinese: "\(neighbours.count) 个要素之间有缝隙，平面面积 \(NumberText.short(area)) 平方米，"
            + "平均宽 \(NumberText.short(width)) 米。"))
    }
  }
}

/// What the union of a layer leaves open inside its outlines: its holes less the parts that lie in them.
private struct GapFinder {
  let union: Geometry
  private let tree: BoxTree

  init(union: Geometry) {
    self.union = union
    tree = BoxTree(
      (0..<union.partCount).map { part in
        var box = BoundingBox.empty
        guard let shell = union.rings(ofPart: part).first else { return box }
        for index in union.range(ofRing: shell) { box.extend(to: union.positions[index]) }
        return box
      })
  }

  /// The open polygons, by part and ring of the union.
  func gaps(in workspace: Workspace) throws(TopologyError) -> [Geometry] {
    var gaps: [Geometry] = []
    for part in 0..<union.partCount {
      for ring in union.rings(ofPart: part).dropFirst() {
        let hole = polygon(ofRing: ring)
        let islands = tree.rows(meeting: hole.boundingBox).filter { $0 != part }
        guard !islands.isEmpty else {
          gaps.append(hole)
          continue
        }
        var open = try Shape(hole, in: workspace)
        for island in islands {
          guard let shell = union.rings(ofPart: island).first else { continue }
          open = try open.difference(from: Shape(polygon(ofRing: shell), in: workspace))
        }
        let rest = try open.polygons()
        for part in 0..<rest.partCount {
          gaps.append(
            .polygon(
              rings: rest.rings(ofPart: part).map {
                Array(rest.positions[rest.range(ofRing: $0)])
              }))
        }
      }
    }
    return gaps
  }

  private func polygon(ofRing ring: Int) -> Geometry {
    .polygon(rings: [Array(union.positions[union.range(ofRing: ring)])])
  }
}
