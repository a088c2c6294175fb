internal import LandModel
internal import Topology

/// Draws proposals one after the other, with a GEOS workspace of its own.
struct CompliantWorker {
  let parameters: CompliantParameters
  private let ellipsoid: EllipsoidalAreaMeter
  private let lattice: DegreeLattice
  private let workspace = Workspace()

  init(grid: GaussKrugerGrid, parameters: CompliantParameters) {
    self.parameters = parameters
    ellipsoid = EllipsoidalAreaMeter(grid: grid)
    lattice = DegreeLattice(grid: grid)
  }

  /// The proposal for one town.
  func proposal(
    for town: Geometry, id: FeatureID, results: ArraySlice<ConstraintResult>
  ) throws(TopologyError) -> CompliantBoundary {
    var found = try drawn(for: town, id: id, results: results)
    let settled = try lattice.settled(found.geometry, in: workspace)
    guard settled != found.geometry else { return found }
    // A town is in one piece: where rounding breaks it, the largest is what can be written.
    let part = settled.polygonParts.max { PlanarMeasure.area(of: $0) < PlanarMeasure.area(of: $1) }
    found.roundedGeometry = part ?? .null
    let measure = TownStretch(town, ellipsoid: ellipsoid)
    found.remarks.append(
      CompliantRemarks.rounded(by: measure.area(of: found.roundedGeometry) - found.ellipsoidalArea))
    return found
  }

  private func drawn(
    for town: Geometry, id: FeatureID, results: ArraySlice<ConstraintResult>
  ) throws(TopologyError) -> CompliantBoundary {
    guard results.contains(where: { $0.isBreach && $0.rule.closesLand }) else {
      return boundary(of: town, id, from: town, allowed: town, outcome: .unchanged)
    }
    let closed = results.filter(\.rule.closesLand).flatMap(\.closedPieces)
    let whole = try Shape(town, in: workspace)
    let forbidden = try Shape.unaryUnion(of: GeometryColumn(closed), in: workspace)
    let allowed = try whole.difference(from: forbidden).polygons()
    guard PlanarMeasure.area(of: allowed) >= Self.smallest else {
      return boundary(of: town, id, from: .null, allowed: .null, outcome: .allForbidden)
    }
    let opened = try NeckOpening(
      width: parameters.neckWidth, segments: parameters.bufferSegments, workspace: workspace
    ).result(allowed)
    guard let part = opened.part else {
      return boundary(of: town, id, from: .null, allowed: allowed, outcome: .tooNarrow)
    }
    let shape = try Shape(part, in: workspace)
    let left = try Shape(allowed, in: workspace).difference(from: shape).polygons().polygonParts
    return boundary(
      of: town, id, from: part, allowed: allowed, outcome: .proposed,
      narrow: opened.narrowPieceCount, left: left)
  }

  /// As small as an overlap may be before it is none.
  private static let smallest = RedLineParameters().smallestOverlap

  private func boundary(
    of town: Geometry, _ id: FeatureID, from part: Geometry, allowed: Geometry,
    outcome: CompliantBoundary.Outcome, narrow: Int = 0, left: [Geometry] = []
  ) -> CompliantBoundary {
    let measure = TownStretch(town, ellipsoid: ellipsoid)
    let (townArea, area) = (measure.area(of: town), measure.area(of: part))
    // A whole boundary has its own holes; only those of a proposal are news.
    let holes = outcome == .proposed ? part.holes : []
    let open = outcome == .allForbidden ? SquareMetres.zero : measure.area(of: allowed)
    var boundary = CompliantBoundary(
      townID: id, outcome: outcome, geometry: part, roundedGeometry: part,
      townEllipsoidalArea: townArea,
      ellipsoidalArea: area, planarArea: PlanarMeasure.area(of: part), lostToRules: townArea - open,
      lostToCleaning: open - area, narrowPieceCount: narrow,
      leftOut: left.map(PlanarMeasure.area).filter { $0 >= Self.listed }.sorted(by: >),
      holeCount: holes.count,
      holeArea: holes.reduce(.zero) { $0 + PlanarMeasure.area(of: .polygon(rings: [$1])) },
      remarks: [])
    boundary.remarks = CompliantRemarks(parameters: parameters).texts(for: boundary)
    return boundary
  }

  /// Parts below this are not listed: what planning data round away (domain facts §4.2, K).
  private static let listed = SquareMetres(1)
}

extension ConstraintRule {
  /// Whether land where the rule is broken can be taken off.
  var closesLand: Bool {
    if case .limit = self { false } else { true }
  }
}

extension ConstraintResult {
  /// Pieces that a town may not hold: all, but for zones where its activity is allowed.
  fileprivate var closedPieces: [Geometry] {
    guard case .conditional(let rule) = rule, rule.allows(activity ?? .missing) else {
      return pieces.map(\.geometry)
    }
    return pieces.filter { $0.classCode != RedLineZone.outsideCore.rawValue }.map(\.geometry)
  }
}

extension Geometry {
  /// The rings of all holes.
  fileprivate var holes: [[XY]] {
    (0..<partCount).flatMap { part in
      rings(ofPart: part).dropFirst().map { Array(positions[range(ofRing: $0)]) }
    }
  }
}
