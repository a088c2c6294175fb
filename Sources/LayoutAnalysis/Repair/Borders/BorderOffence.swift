import LandModel
import Topology

/// What a feature suffers by awards that go too far, and at which places.
struct BorderOffence {
  let places: Set<XY>
  let refusal: RepairRefusal

  /// Nil where the feature has no more parts than before, and no vertex it lost lies farther from the new
  /// boundary than the tolerance.
  init?(
    of made: TracedGeometry, to given: TracedGeometry, tolerance: Metres, workspace: Workspace
  ) throws(TopologyError) {
    if made.partCount > given.partCount {
      places = Self.crumbs(of: made, beyond: given.partCount)
      refusal = .breaksApart(from: given.partCount, into: made.partCount)
      return
    }
    let kept = Set(made.rings.lazy.flatMap { $0.vertices.lazy.map(\.position) })
    let lost = given.rings.flatMap { $0.vertices.map(\.position) }.filter { !kept.contains($0) }
    guard !lost.isEmpty, !made.rings.isEmpty else { return nil }
    let boundary = try PreparedShape(Shape(made.closed(), in: workspace).boundary())
    var far: Set<XY> = []
    var farthest = Metres.zero
    for position in lost {
      let distance = try boundary.distance(to: Shape(.point(position), in: workspace))
      // What lies exactly at the tolerance may be off by rounding.
      guard distance.value > tolerance.value + FaceNet.noise else { continue }
      far.insert(position)
      farthest = max(farthest, distance)
    }
    guard !far.isEmpty else { return nil }
    places = far
    refusal = .tooFar(farthest, limit: tolerance)
  }

  /// The vertices of all parts but so many of the largest.
  private static func crumbs(of made: TracedGeometry, beyond count: Int) -> Set<XY> {
    let numbers = Set(made.rings.map(\.part)).sorted()
    let areas = numbers.map { part in
      PlanarMeasure.area(
        of: TracedGeometry(kind: made.kind, rings: made.rings.filter { $0.part == part }).closed()
      ).value
    }
    let order = numbers.indices.sorted { (-areas[$0], $0) < (-areas[$1], $1) }
    let crumbs = Set(order.dropFirst(count).map { numbers[$0] })
    return Set(
      made.rings.filter { crumbs.contains($0.part) }.flatMap { $0.vertices.map(\.position) })
  }
}
