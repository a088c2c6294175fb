import LandModel
import Topology

/// The features of a group after some slivers were awarded, and which of them went too far.
struct BorderDraft {
  /// Features whose geometry differs from what it was.
  private(set) var changed: [Int: TracedGeometry] = [:]
  /// Rules by which each changed feature changed.
  private(set) var rules: [Int: Set<RuleCode>] = [:]
  /// Features that the awards change beyond what is allowed.
  private(set) var refusals: [Int: RepairRefusal] = [:]
  /// Faces whose award cuts a feature in two or moves its border too far, with that feature.
  private(set) var harmful: [Int: (feature: Int, refusal: RepairRefusal)] = [:]

  private let net: FaceNet
  private let parameters: RepairParameters
  private let workspace: Workspace
  /// Who covers each face now.
  private var covers: [[Int]]
  /// Corners of awarded faces that borders turn or meet at: the only new vertices that a border gets.
  private var corners: Set<XY> = []

  init(
    members: [BorderGroup.Member], net: FaceNet, awards: [SliverRuling.Award],
    parameters: RepairParameters, workspace: Workspace
  ) throws(TopologyError) {
    self.net = net
    self.parameters = parameters
    self.workspace = workspace
    covers = net.covers
    for award in awards {
      covers[award.face] = [award.winner]
      corners.formUnion(net.corners(ofFace: award.face))
    }
    if parameters.fixes.contains("layer.missing-vertex") {
      for member in members {
        for ring in member.geometry.rings { corners.formUnion(ring.vertices.lazy.map(\.position)) }
      }
    }
    guard !corners.isEmpty else { return }
    corners = BorderCorners(net: net, covers: covers, members: members, among: corners).needed
    let origins = Self.origins(of: members)
    let faces = facesByFeature(count: members.count)
    let landChange = landChange(by: awards)
    for feature in touchedFeatures(count: members.count, faces: faces) {
      let given = members[feature].geometry
      let made = try geometry(of: feature, faces: faces[feature], given: given, origins: origins)
      guard made != given else { continue }
      let offence = try BorderOffence(
        of: made, to: given, tolerance: parameters.borderTolerance, workspace: workspace)
      if let offence, blame(offence, on: awards, feature: feature) { continue }
      if let refusal = try refusal(of: made, for: given, change: landChange[feature] ?? 0) {
        refusals[feature] = refusal
      } else {
        changed[feature] = made
      }
    }
    noteRules(awards)
  }

  /// Finds the awards at the places of an offence; false where there is none.
  private mutating func blame(
    _ offence: BorderOffence, on awards: [SliverRuling.Award], feature: Int
  ) -> Bool {
    let faces = awards.map(\.face).filter { face in
      net.corners(ofFace: face).contains { offence.places.contains($0) }
    }
    for face in faces { harmful[face] = (feature, offence.refusal) }
    return !faces.isEmpty
  }

  /// Where each vertex of the group came from, for those that come to a neighbour.
  private static func origins(of members: [BorderGroup.Member]) -> [XY: Int32] {
    var origins: [XY: Int32] = [:]
    for member in members {
      for ring in member.geometry.rings {
        for vertex in ring.vertices where origins[vertex.position] == nil {
          origins[vertex.position] = vertex.origin
        }
      }
    }
    return origins
  }

  private func facesByFeature(count: Int) -> [[Int]] {
    var faces = [[Int]](repeating: [], count: count)
    for (face, cover) in covers.enumerated() {
      for feature in cover { faces[feature].append(face) }
    }
    return faces
  }

  /// By how much the land of each feature changes, in square metres: what it wins less what it loses.
  private func landChange(by awards: [SliverRuling.Award]) -> [Int: Double] {
    var change: [Int: Double] = [:]
    for award in awards {
      for feature in award.changed {
        let sign = feature == award.winner ? 1.0 : -1.0
        change[feature, default: 0] += sign * net.areas[award.face]
      }
    }
    return change
  }

  /// Features that lose or win a face, or have a face with a corner of an awarded one.
  private func touchedFeatures(count: Int, faces: [[Int]]) -> [Int] {
    (0..<count).filter { feature in
      !net.inexact.contains(feature)
        && faces[feature].contains { face in
          net.corners(ofFace: face).contains { corners.contains($0) }
        }
    }
  }

  /// A feature put together from its faces, with no vertices but its own and corners of awarded faces.
  private func geometry(
    of feature: Int, faces: [Int], given: TracedGeometry, origins: [XY: Int32]
  ) throws(TopologyError) -> TracedGeometry {
    let column = GeometryColumn(faces.map { net.outline(ofFace: $0) })
    let united = try Shape.coverageUnion(of: column, in: workspace).polygons()
    let own = Set(given.rings.lazy.flatMap { $0.vertices.lazy.map(\.position) })
    var traced = VertexMatching(given, others: origins).traced(united)
    for ring in traced.rings.indices {
      traced.rings[ring].vertices.removeAll {
        !own.contains($0.position) && !corners.contains($0.position)
      }
    }
    return traced
  }

  private func refusal(
    of made: TracedGeometry, for given: TracedGeometry, change: Double
  ) throws(TopologyError) -> RepairRefusal? {
    guard !made.rings.isEmpty else { return .vanishes }
    guard made.partCount <= given.partCount else {
      return .breaksApart(from: given.partCount, into: made.partCount)
    }
    let area = PlanarMeasure.area(of: given.closed())
    let limits = RepairLimits(parameters)
    if let refusal = limits.refusal(ofChange: SquareMetres(abs(change)), area: area) {
      return refusal
    }
    return try BorderRepair.isSound(made, in: workspace) ? nil : .becomesInvalid
  }

  /// Credits the awards beside a changed feature with its change.
  private mutating func noteRules(_ awards: [SliverRuling.Award]) {
    for award in awards {
      var beside = Set(net.covers[award.face] + covers[award.face])
      for side in net.sides[award.face] {
        if let other = side.other { beside.formUnion(net.covers[other]) }
      }
      for feature in beside where changed[feature] != nil {
        rules[feature, default: []].insert(award.rule)
      }
    }
    // A vertex may come from a sliver that only touches the feature at a corner.
    for feature in changed.keys where rules[feature] == nil {
      rules[feature] = [awards.first?.rule ?? "layer.missing-vertex"]
    }
  }
}
