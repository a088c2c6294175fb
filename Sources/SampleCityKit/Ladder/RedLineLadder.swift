import LandModel

/// Red lines of a rung of the scale ladder: contours of rough relief, with holes and long boundaries.
struct RedLineLadder {
  let terrain: Terrain
  /// Metres between nodes: the finer, the more parts and vertices.
  let cell: Double

  /// No polygon has many more vertices than this.
  static let greatestVertexCount = 50_000

  /// The polygons in the grid of construction; about 22 % of the city.
  ///
  /// - Complexity: O(n) in the nodes, but for a sort of a sample of them.
  func polygons() -> GeometryColumn {
    let frame = GridFrame(covering: terrain.counties.box, margin: 2 * cell, cell: cell)
    let counties = terrain.counties.raster(frame: frame)
    let noise = terrain.noise(0x1AD)
    var octaves = 6
    var shortest = 21_000.0 / 32
    while shortest > 2.5 * cell {
      octaves += 1
      shortest /= 2
    }
    let wish = (0..<frame.count).map { node -> Double in
      guard counties[node] >= 0 else { return -.infinity }
      let position = frame.position(ofNode: node)
      return terrain.relief.value(at: position) / 850
        + 3.4 * noise.fractal(at: position, wavelength: 21_000, octaves: octaves, gain: 0.72)
    }
    let sample = stride(from: 0, to: frame.count, by: 17).map { wish[$0] }
      .filter { $0 > -.infinity }.sorted(by: >)
    let threshold = sample.isEmpty ? 0 : sample[sample.count * 22 / 100]
    let level = Raster(frame: frame, values: wish.map { max($0 - threshold, -10) })
    var labels = LabelGrid(frame: frame, labels: level.values.map { $0 > 0 ? 1 : 0 })
    labels.removeComponents(smallerThan: 4)
    return column(splitting(labels), level)
  }

  /// Splits all components but the largest into three classes, whose parts share edges; the largest
  /// stays whole unless its boundary is too long.
  private func splitting(_ grid: LabelGrid) -> LabelGrid {
    let found = grid.components()
    let largest = found.sizes.indices.max { found.sizes[$0] < found.sizes[$1] }
    let regions = BoundaryNet(grid).regions()
    let longest = regions.map { $0.rings.reduce(0) { $0 + $1.count } }.max() ?? 0
    let isWhole = longest <= Self.greatestVertexCount
    let kind = [terrain.noise(0x1AE), terrain.noise(0x1AF)]
    var split = grid
    for node in grid.labels.indices where grid.labels[node] != 0 {
      if isWhole, Int(found.numbers[node]) == largest { continue }
      let position = grid.frame.position(ofNode: node)
      let scores = kind.map { $0.fractal(at: position, wavelength: 80 * cell, octaves: 3) }
      split.labels[node] = scores[0] > 0 ? 2 : scores[1] > 0 ? 3 : 4
    }
    return split
  }

  private func column(_ labels: LabelGrid, _ level: Raster) -> GeometryColumn {
    var net = BoundaryNet(labels, followingZeroOf: level)
    net.displace { _ in XY(0, 0) }
    var column = GeometryColumn()
    for region in net.regions() {
      for ring in region.rings {
        for position in ring { column.append(ParcelLadder.millimetres(position)) }
        column.endRing()
      }
      column.endPart()
      column.endRow(.polygon)
    }
    return column
  }
}
