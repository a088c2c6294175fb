import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct OpenLandTests {
  /// Jagged cells with faults, a cell left out, one with its own hole, and one in two parts.
  private static let geometries: [Geometry] = {
    var cells = NearCoverage(columns: 12, rows: 12, seed: 61)
    var geometries = cells.geometries(faulty: 0.3)
    geometries.remove(at: 77)
    geometries[65] = .polygon(rings: [
      geometries[65].positions, NearCoverage.rectangle(540, 540, 560, 552).reversed(),
    ])
    return geometries
  }()

  private func view(
    _ geometries: [Geometry], context: BoundaryContext = BoundaryContext(), workers: Int? = 1
  ) -> LayerView {
    let layer = ProjectedLayer.test(geometries)
    return LayerView(
      LayerInput(layer: layer, expectation: LayerExpectation(isCoverage: true)),
      soundRows: Array(0..<layer.count), administrative: nil, context: context,
      parameters: BoundaryParameters(), workers: workers)
  }

  /// Openings as GEOS finds them: the holes of the union of everything.
  private func holes(_ geometries: [Geometry]) throws -> [Double] {
    let workspace = Workspace()
    let union = try Shape.unaryUnion(of: GeometryColumn(geometries), in: workspace).polygons()
    var areas: [Double] = []
    for part in 0..<union.partCount {
      for ring in union.rings(ofPart: part).dropFirst() {
        let hole = Geometry.polygon(rings: [Array(union.positions[union.range(ofRing: ring)])])
        let area = PlanarMeasure.area(of: hole).value
        if Pieces.meanWidth(of: hole, area: area) > 0.001 { areas.append(area) }
      }
    }
    return areas.sorted()
  }

  @Test func `open land is what the union of all features leaves open`() throws {
    var geometries = Self.geometries
    var expected = try holes(geometries)
    // The hole of a single polygon is not told; the union has it.
    let own = try #require(expected.firstIndex { abs($0 - 240) < 1e-6 })
    expected.remove(at: own)
    let found = try view(geometries).openPieces(tolerance: 0.001).map(\.planarArea).sorted()
    #expect(expected.count > 15)
    #expect(found.count == expected.count)
    for (area, wanted) in zip(found, expected) { #expect(abs(area - wanted) < 1e-6) }
    geometries.reverse()
    let turned = try view(geometries).openPieces(tolerance: 0.001).map(\.planarArea).sorted()
    #expect(turned.count == expected.count)
  }

  @Test func `in a study area everything counts that no feature covers`() throws {
    let outline = Geometry.polygon(rings: [NearCoverage.rectangle(-50, -50, 1250, 1250)])
    let context = BoundaryContext(studyArea: .test([outline], key: "study-area"))
    let pieces = try view(Self.geometries, context: context).openPieces(tolerance: 0.001)
    let workspace = Workspace()
    let land = try Shape.unaryUnion(of: GeometryColumn(Self.geometries), in: workspace)
    let rest = try Shape(outline, in: workspace).difference(from: land).planarArea().value
    let total = pieces.reduce(0) { $0 + $1.planarArea }
    #expect(abs(total - rest) < 0.01)
    #expect(pieces.contains { abs($0.planarArea - 240) < 1e-6 })
  }

  @Test func `pieces are the same with one, two and seven workers`() throws {
    func outlines(_ workers: Int) throws -> [Geometry] {
      try view(Self.geometries, workers: workers).openPieces(tolerance: 0.001).map(\.outline)
    }
    let one = try outlines(1)
    #expect(try outlines(2) == one)
    #expect(try outlines(7) == one)
  }

  @Test func `the corners of a rim are no slits, whatever way it is turned`() throws {
    // A star of wedges: the bays between them narrow towards the centre, at 30 degrees.
    let circle = UnitCircle.vertices(12)
    let wedges = stride(from: 0, to: 12, by: 2).map { index in
      Geometry.polygon(rings: [
        [
          XY(0, 0), XY(1000 * circle[index].x, 1000 * circle[index].y),
          XY(1000 * circle[index + 1].x, 1000 * circle[index + 1].y), XY(0, 0),
        ]
      ])
    }
    let slits = OpenSlits(of: view(wedges), tolerance: 0.001, width: 5)
    #expect(try slits.pieces(besides: []).isEmpty)
  }

  @Test(arguments: [0, 0.0004, -0.0004, 0.003])
  func `openings that meet at a hair are two, and one where it is wide enough`(
    apart: Double
  ) throws {
    // A frame filled by two squares that face each other corner to corner.
    let frame = Geometry.polygon(rings: [
      NearCoverage.rectangle(0, 0, 300, 300), NearCoverage.rectangle(50, 50, 250, 250),
    ])
    let squares = [
      NearCoverage.rectangle(50, 50, 150 - apart, 150), NearCoverage.rectangle(150, 150, 250, 250),
    ].map { Geometry.polygon(rings: [$0]) }
    let pieces = try view([frame] + squares).openPieces(tolerance: 0.001)
    #expect(pieces.count == (apart < 0.001 ? 2 : 1))
    #expect(abs(pieces.reduce(0) { $0 + $1.planarArea } - 20_000) < 1)
  }

  @Test func `a feature of many parts is asked by an index, and the answer is the same`() throws {
    // A chessboard of squares in one feature, every other field open, and a frame round it.
    var squares: [[[XY]]] = []
    for x in 0..<30 {
      for y in 0..<30 where (x + y).isMultiple(of: 2) {
        let (west, south) = (Double(x) * 10, Double(y) * 10)
        squares.append([NearCoverage.rectangle(west, south, west + 10, south + 10)])
      }
    }
    let frame = Geometry.polygon(rings: [
      NearCoverage.rectangle(-10, -10, 310, 310), NearCoverage.rectangle(0, 0, 300, 300),
    ])
    let board = Geometry.multiPolygon(squares)
    #expect(board.positions.count * 450 > 100_000)
    let pieces = try view([frame, board]).openPieces(tolerance: 0.001)
    #expect(pieces.count == 450)
    #expect(pieces.allSatisfy { abs($0.planarArea - 100) < 1e-9 })
  }

  @Test func `of two slits near each other each is found once, and whole`() throws {
    // One row of features on the left, two on the right with 8 m between them, and 0.5 m to the left.
    let rings = [
      NearCoverage.rectangle(0, 0, 100, 200), NearCoverage.rectangle(100.5, 0, 200, 60),
      NearCoverage.rectangle(100.5, 68, 200, 200),
    ]
    let layer = view(rings.map { Geometry.polygon(rings: [$0]) })
    let pieces = try OpenSlits(of: layer, tolerance: 0.001, width: 5).pieces(besides: [])
      .sorted { $0.planarArea < $1.planarArea }
    #expect(pieces.map(\.neighbours) == [[0, 1], [0, 2]])
    for (piece, wanted) in zip(pieces, [30.0, 66.0]) {
      #expect(abs(piece.planarArea - wanted) < 1e-6)
    }
  }

  @Test func `a slit is found at any angle, and only once`() throws {
    let (c, s) = (0.8, 0.6)
    let left = NearCoverage.rectangle(0, 0, 100, 200)
    let right = [
      XY(100, 0), XY(200, 0), XY(200, 200), XY(103, 200), XY(103, 20), XY(100, 20), XY(100, 0),
    ]
    let turned = [left, right].map { ring in
      Geometry.polygon(rings: [ring.map { XY(c * $0.x - s * $0.y, s * $0.x + c * $0.y) }])
    }
    let slits = OpenSlits(of: view(turned), tolerance: 0.001, width: 5)
    let pieces = try slits.pieces(besides: [])
    #expect(pieces.count == 1)
    #expect(abs((pieces.first?.planarArea ?? 0) - 540) < 0.01)
    #expect(pieces.first?.neighbours == [0, 1])
  }
}
