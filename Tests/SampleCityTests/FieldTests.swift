import LandModel
import Testing

@testable import SampleCityKit

struct FieldTests {
  private let frame = GridFrame(
    covering: BoundingBox(minX: 0, minY: 0, maxX: 90, maxY: 70), margin: 0, cell: 10)

  @Test func `distances on a raster agree with trying every pair`() {
    var generator = SeededGenerator(seed: 7)
    let members = (0..<frame.count).map { _ in generator.unit() < 0.06 }
    let field = DistanceField.distances(to: members, frame: frame)
    for node in 0..<frame.count {
      let nearest = members.indices.filter { members[$0] }
        .map { frame.position(ofNode: $0).distance(to: frame.position(ofNode: node)) }.min()
      #expect(abs(field.values[node] - (nearest ?? .infinity)) < 1e-9)
    }
  }

  @Test func `without members every distance is infinite`() {
    let field = DistanceField.distances(
      to: Array(repeating: false, count: frame.count), frame: frame)
    #expect(field.values.allSatisfy { $0 == .infinity })
  }

  @Test func `a priority queue gives nodes by key, then by number`() {
    var generator = SeededGenerator(seed: 3)
    var queue = PriorityQueue()
    let pairs = (0..<200).map { ($0, Double(generator.next() % 20)) }
    for (node, key) in pairs { queue.push(node, key: key) }
    var drawn: [(Double, Int)] = []
    while let (key, node) = queue.pop() { drawn.append((key, node)) }
    let expected = pairs.map { ($0.1, $0.0) }.sorted { $0 < $1 }
    #expect(drawn.map(\.0) == expected.map(\.0))
    #expect(drawn.map(\.1) == expected.map(\.1))
  }

  @Test func `cubic interpolation passes through the grid's heights and reproduces a plane`() throws
  {
    var csv = "lat,lon,elev_m\n"
    for row in 0..<5 {
      for column in 0..<6 { csv += "\(20 + row),\(110 + column),\(100 * row + 7 * column)\n" }
    }
    let grid = try ElevationGrid(csv: csv)
    #expect(abs(grid.height(at: XY(112, 22)) - 214) < 1e-9)
    #expect(abs(grid.height(at: XY(112.3, 21.6)) - (160 + 16.1)) < 1e-9)
  }

  @Test func `a table that is no grid is refused`() {
    #expect(throws: SampleCityError.self) { try ElevationGrid(csv: "lat,lon,elev_m\n1,2,3\n") }
  }

  @Test(arguments: [
    (112.5, 7, "112.5"), (-0.000_000_04, 7, "0"), (0.05, 2, "0.05"), (3.0, 0, "3"),
    (-12.000_3, 4, "-12.0003"),
  ])
  func `a number is written without trailing zeros`(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.text(value, decimals: decimals) == text)
  }
}
