import LandModel

/// Turns layers into map layers small enough for one file.
///
/// Near towns and candidates a layer is drawn within a few metres; elsewhere as coarsely as its share of
/// the file's size asks, starting from a deviation that cannot be seen when the whole city is on screen.
struct MapEncoder {
  /// The extent of the map, on the grid.
  let box: BoundingBox
  private let focus: FocusGrid
  /// Deviation near towns, in metres: under a pixel when a town fills the screen.
  static let nearTolerance = 2.0
  /// Length of a step in metres.
  static let step = 1.0

  init(box: BoundingBox, focus: [BoundingBox]) {
    self.box = box
    self.focus = FocusGrid(box: box, focus: focus.map { $0.expanded(by: 1500) })
  }

  /// Lower left corner of the map, whole metres.
  var origin: XY { XY(box.minX.rounded(.down), box.minY.rounded(.down)) }

  /// A geometry as it is: for towns, candidates and the places of findings; nil for an empty one.
  func exact(_ geometry: Geometry) -> [UInt8]? {
    let column = GeometryColumn(CollectionOfOne(geometry))
    if let drawn = text.text(of: column, row: 0, tolerance: { _ in 0.2 }) { return drawn }
    // Too thin or too small to keep its shape: its middle, so that it can still be found.
    let box = geometry.boundingBox
    guard !box.isEmpty, box.centre.isFinite else { return nil }
    return text.text(of: GeometryColumn(CollectionOfOne(.point(box.centre))), row: 0) { _ in 1 }
  }

  /// Adds the rows of a column to a layer, coarser and coarser until they fit.
  ///
  /// - Parameters:
  ///   - tolerance: first deviation tried away from towns, in metres.
  ///   - budget: bytes of geometry that the layer may take.
  ///   - feature: names the feature of a row; nil leaves it out.
  func add(
    _ column: GeometryColumn, to layer: inout MapLayer, tolerance: Double, budget: Int,
    feature: (_ row: Int, _ geometry: [UInt8]) -> MapLayer.Feature?
  ) {
    var deviation = tolerance
    var encoded = encode(column, tolerance: deviation)
    while encoded.reduce(0, { $0 + ($1?.count ?? 0) }) > budget, deviation < 5000 {
      deviation *= 1.6
      encoded = encode(column, tolerance: deviation)
    }
    layer.total = column.count
    layer.tolerance = deviation
    layer.features = encoded.enumerated().compactMap { row, geometry in
      geometry.flatMap { feature(row, $0) }
    }
  }

  private var text: QuantisedText { QuantisedText(origin: origin, step: Self.step) }

  private func encode(_ column: GeometryColumn, tolerance: Double) -> [[UInt8]?] {
    let chunks = Chunks.map(count: column.count, size: 256) { rows in
      rows.map { row in encode(column, row: row, tolerance: tolerance) }
    }
    return chunks.flatMap { $0 }
  }

  /// One row; nil when it is smaller than the tolerance and far from all towns.
  private func encode(_ column: GeometryColumn, row: Int, tolerance: Double) -> [UInt8]? {
    let extent = column.boundingBox(ofRow: row)
    guard extent.meets(box.expanded(by: 10_000)) else { return nil }
    let isNear = focus.contains(extent.centre)
    let size = max(extent.width, extent.height)
    guard column.kinds[row] == .point || isNear || size > 2 * tolerance else { return nil }
    return text.text(of: column, row: row) { position in
      focus.contains(position) ? Self.nearTolerance : tolerance
    }
  }
}
