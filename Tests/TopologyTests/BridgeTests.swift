import Foundation
import LandModel
import Testing
import Topology

struct BridgeTests {
  @Test(arguments: [
    Geometry.point(XY(1, 2)),
    .line([XY(0, 0), XY(1, 1), XY(2, 0)]),
    frame,
    .multiPolygon([[square(0, 0)], [square(20, 0), square(22, 2, side: 1)]]),
    .multiLine([[XY(0, 0), XY(1, 1)], [XY(5, 5), XY(6, 6)]]),
    Geometry(kind: .point, positions: [XY(0, 0), XY(1, 1)], ringEnds: [1, 2], partEnds: [1, 2]),
    Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: []),
    .null,
  ])
  func `a geometry comes back from GEOS as it went in`(geometry: Geometry) throws {
    let shape = try Shape(geometry, in: Workspace())
    #expect(try shape.geometry() == geometry)
  }

  @Test func `a row of a column is the same shape as its geometry`() throws {
    let geometries = [frame, .null, .multiPolygon([[square(0, 0)], [square(20, 0)]]), bowTie]
    let column = GeometryColumn(geometries)
    let workspace = Workspace()
    for (row, geometry) in geometries.enumerated() {
      let shape = try Shape(row: row, of: column, in: workspace)
      #expect(try shape.geometry() == geometry)
    }
  }

  @Test func `a mixed collection gives up its parts by kind`() throws {
    // Two squares that share a corner and a piece of edge with a spike: area, line and point together.
    let workspace = Workspace()
    let left = try Shape(.polygon(rings: [square(0, 0)]), in: workspace)
    let right = try Shape(
      .polygon(
        rings: [
          [
            XY(5, 5), XY(20, 5), XY(20, -5), XY(10, -5), XY(10, 2), XY(15, 3), XY(15, 4), XY(5, 4),
            XY(5, 5),
          ]
        ]), in: workspace)
    let both = try left.intersection(with: right)
    #expect(try both.polygons().partCount == 1)
    #expect(try both.lines().positions.count == 2)
    #expect(try both.points().isEmpty)
    #expect(try both.geometry().kind == .polygon)
  }

  @Test(arguments: refusedGeometries)
  func `a ring that GEOS refuses throws`(geometry: Geometry) throws {
    let workspace = Workspace()
    let failure = #expect(throws: TopologyError.self) { _ = try Shape(geometry, in: workspace) }
    #expect(failure?.function.hasPrefix("GEOSGeom_create") == true)
    #expect(failure?.message.isEmpty == false)
    #expect(workspace.liveShapeCount == 0)
  }

  /// In a process of its own, where nothing else takes memory and a double free ends with a signal.
  @Test func `a construction that fails frees each part once`() async {
    await #expect(processExitsWith: .success) {
      let workspace = Workspace()
      for geometry in refusedGeometries {
        func fail(_ times: Int) { for _ in 0..<times { _ = try? Shape(geometry, in: workspace) } }
        fail(1000)
        let before = try residentBytes()
        fail(20_000)
        // A coordinate sequence that is lost takes a hundred bytes and more with its positions.
        let grown = try residentBytes() - before
        precondition(grown < 1_000_000, "\(geometry) is lost")
        precondition(workspace.liveShapeCount == 0, "\(geometry) is alive")
      }
    }
  }

  @Test func `handles are freed when their scope ends`() throws {
    let workspace = Workspace()
    do {
      let shape = try Shape(frame, in: workspace)
      let prepared = try PreparedShape(shape.copy())
      #expect(try prepared.meets(shape))
      #expect(workspace.liveShapeCount == 2)
    }
    #expect(workspace.liveShapeCount == 0)
  }

  @Test func `a shape outlives the last use of its workspace`() throws {
    func make() throws -> Shape { try Shape(frame, in: Workspace()) }
    let shape = try make()
    #expect(try shape.planarArea() == SquareMetres(96))
  }

  @Test func `an error tells the function and the reason and leaves nothing behind`() throws {
    let workspace = Workspace()
    let open = Geometry.polygon(rings: [[XY(0, 0), XY(1, 0), XY(1, 1), XY(0, 1)]])
    let error = #expect(throws: TopologyError.self) { _ = try Shape(open, in: workspace) }
    #expect(error?.function == "GEOSGeom_createLinearRing_r")
    #expect(error?.message.contains("closed") == true)
    #expect(try Shape(frame, in: workspace).isValid())
  }
}

/// Rings that are open, too short, not finite or misplaced, alone and behind parts that are sound.
private let refusedGeometries: [Geometry] = [
  .polygon(rings: [[XY(0, 0), XY(1, 0), XY(1, 1), XY(0, 1)]]),
  .polygon(rings: [[XY(0, 0), XY(0, 0)]]),
  .polygon(rings: [[XY(0, 0)]]),
  .polygon(rings: [square(0, 0), [XY(1, 1), XY(2, 1), XY(2, 2)]]),
  .polygon(rings: [[], square(0, 0)]),
  .polygon(rings: [[XY(.nan, 0), XY(1, 0), XY(1, 1), XY(.nan, 0)]]),
  .line([XY(0, 0)]),
  .multiPolygon([[square(0, 0)], [[XY(1, 1), XY(2, 1)]]]),
]

/// Memory of the process that is in use, by the kernel's count of pages.
private func residentBytes() throws -> Int {
  let counts = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return try #require(Int(counts[1])) * 4096
}
