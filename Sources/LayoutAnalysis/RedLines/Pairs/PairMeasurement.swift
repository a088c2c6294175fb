package import LandModel
internal import SpatialIndex
package import Topology

/// Measures each town against each feature of constraint layers alone.
///
/// What a colleague's overlay table holds: no rule, no union of features, no distance. A pair whose area is
/// at least ``smallestOverlap`` overlaps; where boundaries may meet with less, GEOS says whether they touch.
package struct PairMeasurement: Sendable {
  /// Area in common below this is none (1e-6 m², the error of the sums that find it).
  package var smallestOverlap = SquareMetres(1e-6)
  /// Whether pairs are listed, those that only touch included; without, areas are added up alone.
  package var listsPairs = true

  package init() {}

  /// The pairs of each layer, in the order given.
  ///
  /// - Parameters:
  ///   - towns: polygons in metres.
  ///   - layers: polygons in the same reference system; lines and points have no area in common.
  ///   - workers: how many tasks at once; nil for one per processor. The result is the same for any.
  /// - Throws: ``TopologyError`` when GEOS fails on a geometry that passed validation.
  /// - Complexity: O((n + m) log m) for the boxes of n towns and m features, and for each pair the edges of
  ///   the feature near the town times the town's edges above or below them.
  package func result(
    towns: CheckedLayer, layers: [CheckedLayer], workers: Int? = nil
  ) throws(TopologyError) -> [PairOverlaps] {
    for layer in layers {
      precondition(layer.grid == towns.grid, "Layers share one reference system.")
    }
    let townBoxes = towns.geometry.boundingBoxes
    let order = towns.rowsInCurveOrder(townBoxes)
    var results: [PairOverlaps] = []
    for layer in layers {
      let boxes = BoxTree(layer.geometry)
      let polygons = PolygonIndex(layer.geometry, workers: workers)
      let chunks = try Chunks.map(count: order.count, size: Self.chunkSize, workers: workers) {
        places throws(TopologyError) in
        var worker = PairWorker(
          towns: towns, polygons: polygons, boxes: boxes, measurement: self)
        for place in places { try worker.take(order[place], box: townBoxes[order[place]]) }
        return worker.sums
      }
      results.append(merged(chunks, of: layer))
    }
    return results
  }

  /// Towns near each other that share what was worked out about their neighbourhood.
  private static let chunkSize = 4096

  private func merged(_ chunks: [PairSums], of layer: CheckedLayer) -> PairOverlaps {
    PairOverlaps(
      layer: layer.key, featureIDs: layer.ids,
      overlapCount: chunks.reduce(0) { $0 + $1.count },
      planarArea: SquareMetres(chunks.reduce(0) { $0 + $1.planarArea }),
      ellipsoidalArea: SquareMetres(chunks.reduce(0) { $0 + $1.ellipsoidalArea }),
      pairs: chunks.flatMap(\.pairs).sorted { ($0.town, $0.feature) < ($1.town, $1.feature) })
  }
}

/// What a run of towns has in common with a layer.
private struct PairSums: Sendable {
  var count = 0
  var planarArea = 0.0
  var ellipsoidalArea = 0.0
  var pairs: [PairOverlap] = []
}

/// Measures one town after the other, with scratch space of its own.
private struct PairWorker {
  let polygons: PolygonIndex
  let boxes: BoxTree
  let measurement: PairMeasurement
  let features: ClippedFeatures
  let workspace = Workspace()
  var meter: OverlapMeter
  var sums = PairSums()
  /// The features whose boxes meet the town's.
  private var near: [Int] = []

  init(
    towns: CheckedLayer, polygons: PolygonIndex, boxes: BoxTree,
    measurement: PairMeasurement
  ) {
    self.polygons = polygons
    self.boxes = boxes
    self.measurement = measurement
    features = ClippedFeatures(polygons.column, in: workspace)
    meter = OverlapMeter(
      towns: towns.geometry, ellipsoid: EllipsoidalAreaMeter(grid: towns.grid))
  }

  /// Adds a town's pairs.
  mutating func take(_ town: Int, box: BoundingBox) throws(TopologyError) {
    near.removeAll(keepingCapacity: true)
    boxes.forEachRow(meeting: box) { near.append($0) }
    guard !near.isEmpty, meter.towns.kinds[town] == .polygon else { return }
    // In the order of rows, by which sums are the same for any tree.
    near.sort()
    meter.load(row: town)
    for feature in near {
      let hit = meter.hit(feature, of: polygons, atLeast: measurement.smallestOverlap.value)
      if let hit {
        sums.count += 1
        sums.planarArea += hit.area
        sums.ellipsoidalArea += hit.ellipsoidalArea
      }
      guard measurement.listsPairs else { continue }
      let situation: PairSituation? =
        hit == nil ? try boundaryMeeting(of: town, with: feature, box: box) : .overlaps
      guard let situation else { continue }
      // Sums differ in their last bits between processors: rounded, so that bytes do not.
      sums.pairs.append(
        PairOverlap(
          town: town, feature: feature, situation: situation,
          planarArea: SquareMetres(hit?.area ?? 0).rounded(decimals: 6),
          ellipsoidalArea: SquareMetres(hit?.ellipsoidalArea ?? 0).rounded(decimals: 6)))
    }
  }

  /// How boundaries meet where the area in common is too small to tell; nil where they do not.
  private func boundaryMeeting(
    of town: Int, with feature: Int, box: BoundingBox
  ) throws(TopologyError) -> PairSituation? {
    guard polygons.relation(of: feature, to: box) == .crossed else { return nil }
    let shape = try Shape(row: town, of: meter.towns, in: workspace)
    return try features.withFeature(feature, near: box) { other throws(TopologyError) in
      guard try shape.meets(other) else { return nil }
      return try shape.touches(other) ? .touches : .grazes
    }
  }
}
