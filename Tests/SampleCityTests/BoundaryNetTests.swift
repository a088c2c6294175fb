import LandModel
import Testing
import Topology

@testable import SampleCityKit

struct BoundaryNetTests {
  /// Nodes 10 m apart whose labels a picture gives, north at the top, in a frame of no label.
  private func grid(_ picture: [String]) -> LabelGrid {
    let frame = GridFrame(
      covering: BoundingBox(
        minX: 0, minY: 0, maxX: Double(10 * (picture[0].count + 1)),
        maxY: Double(10 * (picture.count + 1))),
      margin: 0, cell: 10)
    var labels = [Int32](repeating: 0, count: frame.count)
    for (line, text) in picture.enumerated() {
      for (column, character) in text.enumerated() {
        labels[frame.index(column + 1, picture.count - line)] = Int32(String(character)) ?? 0
      }
    }
    return LabelGrid(frame: frame, labels: labels)
  }

  @Test func `two labels side by side share their edge vertex by vertex`() {
    let regions = BoundaryNet(grid(["1122", "1122", "1122"])).regions()
    #expect(regions.map(\.label) == [1, 2])
    let shared = Set(regions[0].rings[0]).intersection(regions[1].rings[0])
    #expect(shared.count == 4)
    #expect(PlanarMeasure.signedArea(ofRing: regions[0].rings[0][...]) == 600)
  }

  @Test func `a label that encloses another has a hole of the same vertices`() {
    let regions = BoundaryNet(grid(["111", "121", "111"])).regions()
    #expect(regions.map(\.rings.count) == [2, 1])
    #expect(Set(regions[0].rings[1]) == Set(regions[1].rings[0]))
    #expect(PlanarMeasure.signedArea(ofRing: regions[0].rings[1][...]) < 0)
  }

  @Test func `a label that meets itself at a corner is taken apart`() throws {
    let regions = BoundaryNet(grid(["1100", "1100", "0011", "0011"])).regions()
    let workspace = Workspace()
    for region in regions {
      let shape = try Shape(.polygon(rings: region.rings), in: workspace)
      #expect(try shape.isValid())
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `any labels give valid polygons that tile the land, moved and thinned or not`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let picture = (0..<30).map { _ in
      String((0..<30).map { _ in Character("\(generator.next() % 4)") })
    }
    let labelled = grid(picture)
    for tolerance in [0, 2.5] {
      var net = BoundaryNet(labelled)
      let noise = GradientNoise(seed: seed)
      net.relax(passes: 2) { position in
        XY(
          9 * noise.value(at: position, wavelength: 7), 9 * noise.value(at: position, wavelength: 9)
        )
      }
      let regions = net.regions(droppingVerticesWithin: tolerance)
      let workspace = Workspace()
      let column = GeometryColumn(regions.map { .polygon(rings: $0.rings) })
      var sum = 0.0
      for row in 0..<column.count {
        let shape = try Shape(row: row, of: column, in: workspace)
        #expect(try shape.isValid())
        sum += try shape.planarArea().value
      }
      let union = try Shape.unaryUnion(of: column, in: workspace).planarArea().value
      #expect(abs(union - sum) < 1e-6 * sum)
    }
  }
}
