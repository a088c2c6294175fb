import LandModel

/// The rings of a row in the order, direction and numbering in which a survey text lists them.
struct SurveyRingOrder {
  struct Ring {
    let number: Int
    let positions: [XY]
    /// One for each position.
    let names: [String]
    let repeatsFirst: Bool
  }

  let rings: [Ring]
  /// Whether the points got new names.
  let isRenamed: Bool

  /// Names, numbers and direction as the attribute ``SurveyField/pointNames`` says where it is about this
  /// geometry; else the customary ones.
  init(_ layer: OutputLayer, row: Int) {
    let column = layer.geometry
    let isPolygon = column.kinds[row] == .polygon
    let runs =
      column.kinds[row] == .point
      ? [column.range(ofRow: row).map { column.positions[$0] }].filter { !$0.isEmpty }
      : column.rings(ofRow: row).map { Array(column.positions[column.range(ofRing: $0)]) }
    let text = SurveyField.attribute(
      for: SurveyField.pointNames, among: layer.attributes.names
    ).flatMap { layer.attributes[$0]?.text(at: row) }
    let names = text.flatMap { SurveyPointNames($0, positionCounts: runs.map(\.count)) }
    if let names {
      isRenamed = false
      let rings = zip(names.rings, runs).map { Self.named($0, $1) }
      // Files list rings by number; equal numbers stay in the order of the geometry.
      self.rings = rings.enumerated().sorted {
        ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
      }.map(\.element)
      return
    }
    isRenamed = !runs.isEmpty
    let shells = Set(column.parts(ofRow: row).map { column.rings(ofPart: $0).lowerBound })
    let first = column.rings(ofRow: row).lowerBound
    var next = 1
    rings = runs.enumerated().map { index, run in
      let positions =
        isPolygon ? Self.customary(run, isShell: shells.contains(first + index)) : run
      let repeats = isPolygon && positions.count > 1 && positions.first == positions.last
      let count = positions.count - (repeats ? 1 : 0)
      let names = (next..<next + count).map { "J\($0)" } + (repeats ? ["J\(next)"] : [])
      next += count
      return Ring(number: index + 1, positions: positions, names: names, repeatsFirst: repeats)
    }
  }

  private static func named(_ names: SurveyPointNames.Ring, _ run: [XY]) -> Ring {
    var positions = run
    // Formats that wind rings their own way keep the first position.
    if let isClockwise = names.isClockwise,
      isClockwise != (PlanarMeasure.signedArea(ofRing: run[...]) < 0)
    {
      positions.reverse()
    }
    let isClosed = names.names.count == run.count
    return Ring(
      number: names.number, positions: Array(positions.prefix(names.names.count)),
      names: names.names.map(SurveyParcelWriter.field),
      repeatsFirst: isClosed && names.isClockwise != nil)
  }

  /// A ring from its north-western corner, shells clockwise and holes against it, so that the land is
  /// always to the right.
  private static func customary(_ ring: [XY], isShell: Bool) -> [XY] {
    guard ring.count > 2, ring.first == ring.last else { return ring }
    var open = Array(ring.dropLast())
    let isClockwise = PlanarMeasure.signedArea(ofRing: ring[...]) < 0
    if isClockwise != isShell { open.reverse() }
    let start = open.indices.max { left, right in
      (open[left].y - open[left].x, open[left].y) < (open[right].y - open[right].x, open[right].y)
    }
    guard let start else { return ring }
    let turned = Array(open[start...] + open[..<start])
    return turned + [turned[0]]
  }

  var lineCount: Int { rings.reduce(0) { $0 + $1.positions.count } }

  /// Counts in use: with the closing points written, without them, with one for each ring, and those of
  /// the first ring.
  var possibleCounts: [Int] {
    let closings = rings.count(where: \.repeatsFirst)
    let first = rings.first.map {
      [$0.positions.count, $0.positions.count - ($0.repeatsFirst ? 1 : 0)]
    }
    return [lineCount, lineCount - closings, lineCount + rings.count - closings] + (first ?? [])
  }
}
