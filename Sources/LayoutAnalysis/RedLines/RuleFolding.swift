internal import LandModel
internal import Topology

/// Puts the results of a constraint's parts together to one, a town at a time.
struct RuleFolding {
  let expansion: RuleExpansion
  let parameters: RedLineParameters
  let ellipsoid: EllipsoidalAreaMeter
  let workspace = Workspace()

  /// The result of a constraint from those of its parts.
  ///
  /// - Parameter parts: in the order of the parts; at least one.
  func result(
    of place: Int, parts: ArraySlice<ConstraintResult>, activity: ActivityReading
  ) throws(TopologyError) -> ConstraintResult {
    let constraint = expansion.constraints[place]
    let members = expansion.members[place]
    guard constraint.rule.isByClass, let first = parts.first else {
      var result = parts[parts.startIndex]
      result.vintage = constraint.vintage
      return result
    }
    let classes = zip(members, parts).compactMap { member, part in
      Self.classResult(member.kind, part, rule: constraint.rule, activity: activity)
    }
    let pieces = try pieces(members, parts)
    let involved = parts.filter { $0.planarArea > .zero }
    let nearest = parts.compactMap(\.nearestDistance).min()
    let isOne = involved.count <= 1
    let planar =
      isOne
      ? involved.first?.planarArea ?? .zero : pieces.reduce(.zero) { $0 + $1.planarArea }
    let ellipsoidal =
      isOne
      ? involved.first?.ellipsoidalArea ?? .zero : pieces.reduce(.zero) { $0 + $1.ellipsoidalArea }
    let telling = involved.isEmpty ? parts.filter { $0.nearestDistance == nearest } : involved
    var result = ConstraintResult(
      townID: first.townID, constraint: first.constraint, rule: constraint.rule,
      situation: parts.map(\.situation).max { $0.gravity < $1.gravity } ?? .clear,
      isBreach: classes.contains(where: \.isBreach), planarArea: planar,
      ellipsoidalArea: ellipsoidal, share: share(of: ellipsoidal, in: involved),
      width: parts.compactMap(\.width).max(), pieces: pieces,
      featureIDs: telling.flatMap(\.featureIDs), nearestDistance: nearest)
    result.classes = classes
    if case .conditional = constraint.rule { result.activity = activity }
    result.vintage = constraint.vintage
    return result
  }

  private static func classResult(
    _ kind: RuleExpansion.Kind, _ part: ConstraintResult, rule: ConstraintRule,
    activity: ActivityReading
  ) -> ClassResult? {
    let (code, title): (String, LocalizedText)
    var (distance, halfWidth, source): (Metres?, Metres, String) = (nil, .zero, "")
    var (confidence, isBreach) = (SourceConfidence.user, part.isBreach)
    switch kind {
    case .whole: return nil
    case .setback(let group):
      (code, title) = (group.code, group.title)
      (distance, halfWidth) = (group.distance, group.halfWidth)
      (confidence, source) = (group.confidence, group.source)
    case .zone(let zone):
      (code, title, confidence) = (zone.rawValue, zone.title, .official)
      if case .conditional(let rule) = rule, zone == .outsideCore, rule.allows(activity) {
        isBreach = false
      }
    }
    return ClassResult(
      code: code, title: title, distance: distance, halfWidth: halfWidth, confidence: confidence,
      source: source, situation: part.situation, isBreach: isBreach, planarArea: part.planarArea,
      ellipsoidalArea: part.ellipsoidalArea, width: part.width,
      nearestDistance: part.nearestDistance)
  }

  /// The town's own area follows from a part's area and share.
  private func share(of area: SquareMetres, in involved: [ConstraintResult]) -> Ratio {
    guard let largest = involved.max(by: { $0.ellipsoidalArea < $1.ellipsoidalArea }),
      largest.ellipsoidalArea > .zero
    else { return .zero }
    return Ratio(largest.share.value * (area / largest.ellipsoidalArea).value)
  }

  /// The pieces of all parts, none on another: land that two parts claim belongs to the first.
  private func pieces(
    _ members: [RuleExpansion.Member], _ parts: ArraySlice<ConstraintResult>
  ) throws(TopologyError) -> [ConstraintPiece] {
    var taken: [(piece: ConstraintPiece, box: BoundingBox)] = []
    for (member, part) in zip(members, parts) {
      var own: [ConstraintPiece] = []
      for piece in part.pieces {
        let box = piece.geometry.boundingBox
        let earlier = taken.lazy.filter { $0.box.meets(box) }.map(\.piece)
        own += try remainders(of: piece, without: Array(earlier), code: member.kind.code)
      }
      taken += own.map { ($0, $0.geometry.boundingBox) }
    }
    return taken.sorted { a, b in
      if a.piece.planarArea != b.piece.planarArea {
        return a.piece.planarArea > b.piece.planarArea
      }
      return (a.box.minX, a.box.minY) < (b.box.minX, b.box.minY)
    }.map(\.piece)
  }

  private func remainders(
    of piece: ConstraintPiece, without earlier: [ConstraintPiece], code: String?
  ) throws(TopologyError) -> [ConstraintPiece] {
    guard !earlier.isEmpty else { return [piece.labelled(code)] }
    var rest = try Shape(piece.geometry, in: workspace)
    for other in earlier { rest = try rest.difference(from: Shape(other.geometry, in: workspace)) }
    let left = try rest.polygons()
    guard PlanarMeasure.area(of: left) != piece.planarArea else { return [piece.labelled(code)] }
    return left.polygonParts.compactMap { part in
      let area = PlanarMeasure.area(of: part)
      guard area >= parameters.smallestOverlap else { return nil }
      return ConstraintPiece(
        featureIDs: piece.featureIDs, geometry: part, planarArea: area,
        // The scale of areas is the same within a town to some millionths.
        ellipsoidalArea: SquareMetres(
          piece.ellipsoidalArea.value * (area / piece.planarArea).value),
        classCode: code)
    }
  }
}

extension RuleExpansion.Kind {
  /// What pieces and class results call it; nil where the rule has no classes.
  var code: String? {
    switch self {
    case .whole: nil
    case .setback(let group): group.code
    case .zone(let zone): zone.rawValue
    }
  }
}

extension ConstraintPiece {
  fileprivate func labelled(_ code: String?) -> ConstraintPiece {
    ConstraintPiece(
      featureIDs: featureIDs, geometry: geometry, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, classCode: code)
  }
}

extension Situation {
  /// Graver situations have larger numbers.
  fileprivate var gravity: Int {
    switch self {
    case .clear: 0
    case .near: 1
    case .touches: 2
    case .sliver: 3
    case .encroaches: 4
    }
  }
}
