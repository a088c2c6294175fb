internal import LandModel
internal import SpatialIndex
internal import Topology

/// Works on one town after the other, with a GEOS workspace and scratch space of its own.
final class TownWorker {
  let towns: CheckedLayer
  let indexes: [ConstraintIndex]
  let parameters: RedLineParameters
  let workspace = Workspace()
  let features: [ClippedFeatures]
  let ellipsoid: EllipsoidalAreaMeter
  var meter: OverlapMeter
  private var other = PolygonEdges()
  /// The edges that distances are measured from, and the town they are of: most towns need none.
  private var probe = ProbeEdges()
  private var probeRow: Int?
  /// For each layer, pairs of features asked about so far, and whether they overlap.
  private var pairOverlaps: [[RowPair: Bool]]

  init(towns: CheckedLayer, indexes: [ConstraintIndex], parameters: RedLineParameters) {
    self.towns = towns
    self.indexes = indexes
    self.parameters = parameters
    ellipsoid = EllipsoidalAreaMeter(grid: towns.grid)
    meter = OverlapMeter(towns: towns.geometry, ellipsoid: ellipsoid)
    pairOverlaps = Array(repeating: [:], count: indexes.count)
    let workspace = workspace
    features = indexes.map { ClippedFeatures($0.column, in: workspace) }
  }

  /// The edges of the town in hand.
  var town: PolygonEdges { meter.town }

  /// The town against each constraint.
  func result(ofTown row: Int) throws(TopologyError) -> TownResult {
    meter.load(row: row)
    let geometry = towns.geometry.geometry(ofRow: row)
    let subject = Subject(
      row: row, geometry: geometry, ellipsoidalArea: ellipsoid.area(of: geometry),
      shape: LazyShape(geometry, in: workspace))
    var results: [ConstraintResult] = []
    var pairs = 0
    for (index, entry) in indexes.enumerated() {
      let hits = hits(in: entry)
      switch entry.constraint.rule {
      case .forbid, .limit:
        pairs += hits.count
        results.append(try covered(subject, by: index, hits: hits))
      case .inside: results.append(try outside(subject, of: index, hits: hits))
      case .buffer(let distance):
        results.append(try near(subject, to: index, distance: distance, hits: hits))
      case .conditional, .setback:
        preconditionFailure("Rules by class are taken apart before towns are measured.")
      }
    }
    return TownResult(results: results, overlappingPairs: pairs)
  }

  /// The features that have area in common with the town, ascending, with that area.
  private func hits(in index: ConstraintIndex) -> [Hit] {
    var hits: [Hit] = []
    for row in index.boxes.rows(meeting: town.box) {
      let hit = meter.hit(row, of: index.polygons, atLeast: parameters.smallestOverlap.value)
      if let hit { hits.append(hit) }
    }
    return hits
  }

  /// The feature nearest to the town, boundary to boundary.
  func nearestFeature(to subject: Subject, in index: Int) -> RowDistance? {
    if probeRow != subject.row {
      probe.load(row: subject.row, of: towns.geometry)
      probeRow = subject.row
    }
    return indexes[index].edges.nearestRow(to: probe, of: towns.geometry)
  }

  /// Whether any two of the features that are hit may overlap, so that their areas cannot be added.
  func overlapEachOther(_ hits: [Hit], in index: Int) -> Bool {
    for (place, hit) in hits.enumerated() {
      for earlier in hits[..<place] {
        let pair = RowPair(left: earlier.row, right: hit.row)
        if let known = pairOverlaps[index][pair] {
          if known { return true }
          continue
        }
        let isOverlap = mayOverlap(pair, in: indexes[index])
        pairOverlaps[index][pair] = isOverlap
        if isOverlap { return true }
      }
    }
    return false
  }

  /// Whether two features overlap; of two large ones it is not found out but taken for granted.
  private func mayOverlap(_ pair: RowPair, in index: ConstraintIndex) -> Bool {
    let (left, right) = (
      index.column.range(ofRow: pair.left), index.column.range(ofRow: pair.right)
    )
    let (small, large) =
      left.count < right.count ? (pair.left, pair.right) : (pair.right, pair.left)
    guard left.count * right.count <= Self.pairLimit else { return true }
    other.load(row: small, of: index.column)
    return meter.planarArea(of: large, index.polygons, inCommonWith: &other)
      >= parameters.smallestOverlap.value
  }

  /// Pairs of edges up to which two features are compared: some hundredths of a second at most.
  private static let pairLimit = 20_000_000

  /// Whether an area is the whole town's, up to what counts as none.
  func isWhole(_ area: Double) -> Bool { area > town.area - parameters.smallestOverlap.value }
}

/// The town in hand.
struct Subject {
  let row: Int
  let geometry: Geometry
  let ellipsoidalArea: SquareMetres
  let shape: LazyShape
}

/// A shape that is built when first asked for: most towns need none.
final class LazyShape {
  private let geometry: Geometry
  private let workspace: Workspace
  private var built: Shape?

  init(_ geometry: Geometry, in workspace: Workspace) {
    self.geometry = geometry
    self.workspace = workspace
  }

  func with<Result: ~Copyable>(
    _ body: (borrowing Shape) throws(TopologyError) -> Result
  ) throws(TopologyError) -> Result {
    let shape: Shape
    if let known = built.take() {
      shape = known
    } else {
      shape = try Shape(geometry, in: workspace)
    }
    let result = try body(shape)
    built = consume shape
    return result
  }
}

/// Two features of a layer, the lower row on the left.
private struct RowPair: Hashable {
  let left: Int
  let right: Int
}
