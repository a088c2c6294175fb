import LandModel

extension TownSearch {
  /// Cut regions that growth starts from, at most: more change the curve by less than a cell's worth.
  private static let mostStarts = 6
  /// Points of a curve stand apart by at least this share of the most cells.
  private static let pointDistance = 0.02

  /// What towns of this industry are worth here by area, through the town that was drawn.
  ///
  /// Building land is not asked for, and a layer of which any of the regions would hold too much is closed
  /// for all of them, as it is for a town.
  ///
  /// - Returns: nil where the land holds no town of the smallest area.
  /// - Complexity: some tens of minimum cuts, and for each region that growth starts from a step for each
  ///   cell between the smallest and the largest area.
  func sizeCurve(through boundary: Geometry) -> SizeCurve? {
    var exceeded: [Int] = []
    while true {
      let closed = exceeded.map { land.limited[$0].land }
      guard let (table, graph, drawn) = sizes(closing: closed, boundary) else { return nil }
      let apart = max(1, Int(Self.pointDistance * Double(table.model.size.upperBound)))
      let vertices = table.envelope(apart: apart)
      let regions = vertices.compactMap {
        table.best[$0.count - table.model.size.lowerBound].map { mask($0.isInside, graph) }
      }
      let next = land.limited.indices.first { limit in
        !exceeded.contains(limit)
          && regions.contains { !holds(land.limited[limit], $0, count: $0.count { $0 }) }
      }
      guard let next else { return curve(vertices, drawn: drawn) }
      exceeded.append(next)
    }
  }

  private func sizes(
    closing exceeded: [ClosedLand], _ boundary: Geometry
  ) -> (table: SizeTable, graph: RegionGraph, drawn: Int)? {
    let isFree = free(land.isOpen, closing: exceeded)
    guard let start = startCell(CellComponents(of: isFree, in: land.window)) else { return nil }
    let graph = RegionGraph(window: land.window, isFree: isFree, start: start, steps: steps)
    var model = model(graph)
    guard graph.count >= model.size.lowerBound else { return nil }
    model.size = model.size.lowerBound...min(model.size.upperBound, graph.count)
    var table = SizeTable(model)
    for count in [model.size.lowerBound, model.size.upperBound] {
      var fixed = model
      fixed.size = count...count
      table.add(RegionSearch(fixed).region().isInside)
    }
    let cuts = SizeBreakpoints(model).regions
    let stride = max(1, (cuts.count + Self.mostStarts - 1) / Self.mostStarts)
    for number in cuts.indices where number % stride == 0 { table.add(cuts[number]) }
    let column = GeometryColumn([boundary])
    let own = graph.cells.map { column.contains(land.window.position($0), inRow: 0) }
    table.add(own)
    return (table, graph, model.objective(of: own))
  }

  private func curve(_ vertices: [SizeTable.Vertex], drawn: Int) -> SizeCurve? {
    guard !vertices.isEmpty else { return nil }
    let points = vertices.enumerated().map { number, vertex in
      let value = town.points(vertex.objective)
      let next = number + 1 < vertices.count ? vertices[number + 1] : nil
      return SizeCurve.Point(
        area: Double(vertex.count) * land.cellArea, value: value,
        marginal: next.map {
          (town.points($0.objective) - value)
            / (Double($0.count - vertex.count) * land.cellArea.hectares)
        })
    }
    return SizeCurve(points: points, drawnValue: town.points(drawn))
  }
}
