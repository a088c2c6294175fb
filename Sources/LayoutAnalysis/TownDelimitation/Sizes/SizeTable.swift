/// The best region found for each number of cells within the limits of a model.
struct SizeTable {
  let model: RegionModel
  /// One entry for each number of cells, from the fewest; nil where none was found.
  private(set) var best: [(objective: Int, isInside: [Bool])?]

  init(_ model: RegionModel) {
    self.model = model
    best = Array(repeating: nil, count: model.size.count)
  }

  /// Takes a region, and all that come of it by growing and shrinking cell by cell.
  mutating func add(_ region: [Bool]) {
    var shape = RegionShape(model)
    shape.insert(allOf: region)
    var grown = shape
    record(grown)
    while grown.count < model.size.upperBound {
      let before = grown.count
      grown.grow(to: before + 1)
      guard grown.count > before else { break }
      record(grown)
    }
    while shape.count > model.size.lowerBound {
      let before = shape.count
      shape.shrink(to: before - 1)
      guard shape.count < before else { break }
      record(shape)
    }
  }

  private mutating func record(_ shape: RegionShape) {
    guard model.size.contains(shape.count) else { return }
    let index = shape.count - model.size.lowerBound
    if best[index].map({ shape.objective > $0.objective }) ?? true {
      best[index] = (shape.objective, shape.isInside)
    }
  }

  /// A number of cells with the objective of the best region of so many.
  struct Vertex: Equatable {
    let count: Int
    let objective: Int

    /// Whether it lies on or under the line from one vertex to another.
    fileprivate func isUnder(_ left: Vertex, _ right: Vertex) -> Bool {
      (objective - left.objective) * (right.count - left.count)
        <= (right.objective - left.objective) * (count - left.count)
    }
  }

  /// The concave envelope: vertices by rising count, nearer ones than a least distance left out.
  func envelope(apart: Int) -> [Vertex] {
    var hull: [Vertex] = []
    for (index, entry) in best.enumerated() {
      guard let entry else { continue }
      let vertex = Vertex(count: model.size.lowerBound + index, objective: entry.objective)
      while hull.count > 1, hull[hull.count - 1].isUnder(hull[hull.count - 2], vertex) {
        hull.removeLast()
      }
      hull.append(vertex)
    }
    var kept: [Vertex] = []
    for (number, vertex) in hull.enumerated() {
      let isLast = number == hull.count - 1
      if isLast, kept.count > 1, vertex.count - kept[kept.count - 1].count < apart {
        kept.removeLast()
      }
      if isLast || kept.isEmpty || vertex.count - kept[kept.count - 1].count >= apart {
        kept.append(vertex)
      }
    }
    return kept
  }
}
