import LandModel
import Topology

/// Vertices on a neighbour's edge that has none there.
struct MissingVertexCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.missing-vertex",
    title: LocalizedText(english: "Missing vertex on a shared edge", chinese: "公共边缺少节点"),
    statement: LocalizedText(
      english:
        "In a layer that should cover its area a vertex lies on a neighbour's edge that has no vertex "
        + "there: the borders coincide for now and part with the next transformation or edit. The first "
        + "feature lacks the vertex, the others have it.",
      chinese: "应无缝覆盖的图层中，某要素的节点落在相邻要素的边上而后者在此无节点：目前重合，经投影变换或编辑后即分离。"
        + "前一要素缺少节点，其余要素有此节点。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ],
    repair: RepairText.missingVertices)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.isCoverage else { return }
    let column = layer.column
    for vertex in MissingVertex.all(
      of: BorderSide(layer), reach: report.limit("tolerance"), workers: layer.workers)
    {
      let element = column.element(ofRing: vertex.ring, vertex: vertex.edge, inRow: vertex.row)
      report.report(
        rows: [vertex.row] + vertex.neighbours, element: element, value: vertex.distance,
        limit: report.limit("tolerance"), unit: .metre, place: .point(vertex.place),
        message: LocalizedText(
          english:
            "The first feature has no vertex here, on the edge after the vertex named, where "
            + "its neighbour has one.",
          chinese: "前一要素在此处（所列节点之后的边上）没有节点，而相邻要素有。"))
    }
  }
}
