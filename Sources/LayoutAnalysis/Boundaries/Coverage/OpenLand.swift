import LandModel
import SpatialIndex
import Topology

/// Land that a layer leaves open, enclosed by its features or by them and the study area's outline.
struct OpenPiece: Sendable {
  /// One polygon, as the borders round it run.
  let outline: Geometry
  let planarArea: Double
  /// Mean width in metres: twice the area over the perimeter.
  let width: Double
  /// The rows with a border along the piece, ascending.
  let neighbours: [Int]
  /// How many parts of features have a border along the piece.
  let partCount: Int
}

/// Finds the open land of a layer from the edges that its features do not share.
///
/// A border of open land has land on one side only, so it runs along free edges; their lines, cut where
/// they meet, enclose faces, and a face that no feature covers is open. Edges shared by neighbours take
/// no part: the work grows with the rim and the faults, not with the layer.
struct OpenLand {
  let column: GeometryColumn
  let rows: [Int]
  let boxes: [BoundingBox]
  let tree: BoxTree
  let free: FreeEdges
  let studyArea: ProjectedLayer?
  let allowed: GeometryColumn
  let allowedTree: BoxTree
  let workers: Int?
  /// Width in metres up to which a piece is taken for rounding.
  let tolerance: Double

  init(of view: LayerView, tolerance: Double) {
    column = view.column
    rows = view.polygonRows
    boxes = view.boxes
    tree = view.tree
    free = view.freeEdges
    studyArea = view.context.studyArea
    allowed = view.context.allowedGaps?.geometry ?? GeometryColumn()
    allowedTree = BoxTree(allowed)
    workers = view.workers
    self.tolerance = tolerance
  }

  /// The open pieces, by the place of their lower left corner.
  ///
  /// Where a study area is given, pieces inside it; else those that at least two parts of features
  /// enclose: the hole of a single polygon is its own affair.
  func pieces() throws(TopologyError) -> [OpenPiece] {
    let workspace = Workspace()
    let faces = try Shape.polygonized(lines(in: workspace)).polygons()
    let outlines = largeOutlines(among: faces)
    let chunks = try Chunks.map(
      count: faces.partCount, size: 64, workers: workers
    ) { (range: Range<Int>) throws(TopologyError) -> [OpenPiece] in
      let workspace = Workspace()
      var found: [OpenPiece] = []
      for part in range {
        let face = faces.polygon(ofPart: part)
        guard try isOpen(face, outlines, in: workspace) else { continue }
        for rest in try lessAllowed(face, in: workspace) {
          if let piece = piece(rest), studyArea != nil || piece.partCount > 1 {
            found.append(piece)
          }
        }
      }
      return found
    }
    return chunks.flatMap { $0 }.sorted {
      let (a, b) = ($0.outline.boundingBox, $1.outline.boundingBox)
      return (a.minX, a.minY, a.maxX, a.maxY) < (b.minX, b.minY, b.maxX, b.maxY)
    }
  }

  /// Free edges and the study area's outline, cut where they meet or all but meet.
  private func lines(in workspace: Workspace) throws(TopologyError) -> Shape {
    var borders = free.chains.map { Array(column.positions[$0]) }
    if let outline = studyArea?.geometry {
      for row in 0..<outline.count where outline.kinds[row] == .polygon {
        borders += outline.rings(ofRow: row).map {
          Array(outline.positions[outline.range(ofRing: $0)])
        }
      }
    }
    let cuts = HairCuts(borders, tolerance: tolerance).lines
    return try Shape.unaryUnion(
      of: GeometryColumn((borders + cuts).map(Geometry.line)), in: workspace)
  }

  /// Products of positions and faces in its box from which a row is worth an index of its edges.
  private static let indexedCount = 100_000

  /// The rows with many positions and many faces, ready to be asked for places within them.
  private func largeOutlines(among faces: Geometry) -> [Int: PolygonOutline] {
    let tree = BoxTree((0..<faces.partCount).map { faces.polygon(ofPart: $0).boundingBox })
    var outlines: [Int: PolygonOutline] = [:]
    for row in rows {
      var count = 0
      tree.forEachRow(meeting: boxes[row]) { _ in count += 1 }
      if count * column.range(ofRow: row).count > Self.indexedCount {
        outlines[row] = PolygonOutline(column, row: row)
      }
    }
    return outlines
  }

  /// Whether a face is wider than rounding, lies in the study area, and no feature covers it.
  private func isOpen(
    _ face: Geometry, _ outlines: [Int: PolygonOutline], in workspace: Workspace
  ) throws(TopologyError) -> Bool {
    let area = PlanarMeasure.area(of: face).value
    guard Pieces.meanWidth(of: face, area: area) > tolerance,
      let place = try Shape(face, in: workspace).pointOnSurface().points().positions.first
    else { return false }
    if let outline = studyArea?.geometry {
      guard (0..<outline.count).contains(where: { outline.contains(place, inRow: $0) }) else {
        return false
      }
    }
    var isCovered = false
    tree.forEachRow(meeting: BoundingBox(at: place)) { row in
      isCovered =
        isCovered || outlines[row]?.contains(place) ?? column.contains(place, inRow: row)
    }
    return !isCovered
  }

  /// What of a face no allowed gap covers, each polygon by itself.
  private func lessAllowed(
    _ face: Geometry, in workspace: Workspace
  ) throws(TopologyError) -> [Geometry] {
    let near = allowedTree.rows(meeting: face.boundingBox).filter { allowed.kinds[$0] == .polygon }
    guard !near.isEmpty else { return [face] }
    var rest = try Shape(face, in: workspace)
    for row in near {
      rest = try rest.difference(
        from: Shape(row: row, of: allowed, in: workspace).madeValid())
    }
    let polygons = try rest.polygons()
    return (0..<polygons.partCount).map(polygons.polygon(ofPart:))
  }

  /// Measures a polygon of open land; nil where it is no wider than rounding.
  private func piece(_ outline: Geometry) -> OpenPiece? {
    let area = PlanarMeasure.area(of: outline).value
    let width = Pieces.meanWidth(of: outline, area: area)
    guard width > tolerance else { return nil }
    let borders = free.borders(along: outline, of: column)
    return OpenPiece(
      outline: outline, planarArea: area, width: width,
      neighbours: borders.rows, partCount: borders.partCount)
  }
}
