import LandModel
import Testing

@testable import SampleCityKit

struct SharedNodesTests {
  @Test func `a neighbour's node on an edge is put into that edge`() {
    let left = Geometry.polygon(rings: [[XY(0, 0), XY(10, 0), XY(10, 20), XY(0, 20), XY(0, 0)]])
    let right = Geometry.polygon(rings: [
      [XY(10, 0), XY(20, 0), XY(20, 12), XY(10, 12), XY(10, 0)]
    ])
    let found = SharedNodes.inserted([left, right], tolerance: 0.001, cell: 5)
    #expect(
      found[0].positions == [XY(0, 0), XY(10, 0), XY(10, 12), XY(10, 20), XY(0, 20), XY(0, 0)])
    #expect(found[1] == right)
  }
}
