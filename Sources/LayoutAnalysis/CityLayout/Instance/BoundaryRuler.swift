import LandModel
import SpatialIndex
import Topology

/// Measures from boundary to boundary, in the task that made it.
struct BoundaryRuler {
  private let proposals: [TownProposal]
  private let workspace = Workspace()

  init(_ proposals: [TownProposal]) { self.proposals = proposals }

  /// The planar distance between two boundaries, zero where they meet.
  func distance(_ left: Int, _ right: Int) throws(LayoutError) -> Metres {
    do throws(TopologyError) {
      let one = try Shape(proposals[left].boundary, in: workspace)
      let other = try Shape(proposals[right].boundary, in: workspace)
      return try one.distance(to: other)
    } catch {
      throw .distance(left: left, right: right, message: error.message)
    }
  }

  /// Whether two boundaries are nearer than a limit, or overlap; exactly at the limit they are not.
  ///
  /// Boxes and vertices decide most pairs; GEOS is asked about the rest.
  func isNearer(_ left: Int, _ right: Int, than limit: Metres) throws(LayoutError) -> Bool {
    let (one, other) = (proposals[left].boundary, proposals[right].boundary)
    let apart = one.boundingBox.distance(to: other.boundingBox)
    guard apart < limit.value || apart == 0 else { return false }
    if nearestVertices(one, other) < limit.value { return true }
    if limit > .zero { return try distance(left, right) < limit }
    do throws(TopologyError) {
      return try Shape(one, in: workspace).overlapsInterior(Shape(other, in: workspace))
    } catch {
      throw .distance(left: left, right: right, message: error.message)
    }
  }

  /// Distance between a vertex of each: never below the distance of the boundaries, and near to it.
  private func nearestVertices(_ one: Geometry, _ other: Geometry) -> Double {
    guard let start = other.positions.first else { return .infinity }
    var (here, there) = (start, start)
    // Going to and fro twice settles on facing vertices.
    for _ in 0..<2 {
      here = vertex(of: one, nearestTo: there)
      there = vertex(of: other, nearestTo: here)
    }
    return here.distance(to: there)
  }

  private func vertex(of geometry: Geometry, nearestTo position: XY) -> XY {
    var (best, least) = (position, Double.infinity)
    for vertex in geometry.positions {
      let distance = vertex.distance(to: position)
      if distance < least { (best, least) = (vertex, distance) }
    }
    return best
  }
}
