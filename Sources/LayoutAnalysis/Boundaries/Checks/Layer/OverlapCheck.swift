import LandModel
import SpatialIndex
import Topology

/// Pairs of features of one layer that share land.
struct OverlapCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.overlap",
    title: LocalizedText(english: "Overlap", chinese: "要素重叠"),
    statement: LocalizedText(
      english: "Two features of one layer may not share land. Shared edges are no overlap, nor are "
        + "pieces of a mean width within the tolerance; equal geometries are reported as duplicates.",
      chinese: "同一图层的要素不得重叠；共边以及平均宽度在容差以内的碎片不算，完全相同的几何按重复报告。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "width", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.excludesOverlap else { return }
    for overlap in try overlaps(in: layer, tolerance: report.limit("width")) {
      let area = overlap.pieces.planarArea.value
      report.report(
        rows: [overlap.left, overlap.right], value: area, limit: 0, unit: .squareMetre,
        place: overlap.pieces.geometry,
        message: LocalizedText(
          english: "The features share \(NumberText.short(area)) m² (planar).",
          chinese: "两个要素重叠，平面面积 \(NumberText.short(area)) 平方米。"))
    }
  }

  private struct Overlap: Sendable {
    let left: Int
    let right: Int
    let pieces: Pieces
  }

  /// The overlaps by row, then by the other row.
  private func overlaps(
    in layer: LayerView, tolerance: Double
  ) throws(TopologyError) -> [Overlap] {
    let (column, rows) = (layer.column, layer.soundRows)
    let (boxes, tree, twins) = (layer.boxes, layer.tree, layer.twins)
    let chunks = try Chunks.map(
      count: rows.count, size: 256, workers: layer.workers
    ) { (range: Range<Int>) throws(TopologyError) -> [Overlap] in
      let workspace = Workspace()
      var outlines: [Int: PolygonOutline] = [:]
      func outline(_ row: Int) -> PolygonOutline {
        if let known = outlines[row] { return known }
        let outline = PolygonOutline(column, row: row)
        outlines[row] = outline
        return outline
      }
      var found: [Overlap] = []
      for row in rows[range] where column.kinds[row] == .polygon {
        for other in tree.rows(meeting: boxes[row])
        where other > row && column.kinds[other] == .polygon
          && twins.firstRow[other] != twins.firstRow[row]
          && LandContact.mayShareLand(outline(row), outline(other))
        {
          let common = try Shape(row: row, of: column, in: workspace)
            .intersection(with: Shape(row: other, of: column, in: workspace)).polygons()
          let pieces = Pieces(of: common, widerThan: tolerance)
          if !pieces.isEmpty { found.append(Overlap(left: row, right: other, pieces: pieces)) }
        }
      }
      return found
    }
    return chunks.flatMap { $0 }
  }
}
