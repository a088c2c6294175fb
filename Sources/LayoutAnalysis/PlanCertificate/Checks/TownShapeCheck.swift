import LandModel
import Topology

/// Each boundary is one valid polygon without a hole, and holds its building land.
struct TownShapeCheck {
  let towns: [StatedTown]
  /// Building land beyond the town below this is rounding of the overlay.
  private static let overhang = SquareMetres(0.001)

  func check() throws(TopologyError) -> CertificateCheck {
    var faults: [CertificateFault] = []
    for town in towns { faults += try Self.faults(of: town) }
    return CertificateCheck(
      .shape,
      detail: LocalizedText(
        english:
          "\(towns.count.counted("boundary, one", "boundaries, each one")) valid polygon without a "
          + "hole round its building land",
        chinese: "\(towns.count) 条边界均为单个有效多边形、无孔洞，且包含其建设用地"),
      faults: faults)
  }

  /// Whether GEOS can measure the town's boundaries.
  static func isSound(_ town: StatedTown) throws(TopologyError) -> Bool {
    for geometry in [town.publishedBoundary, town.boundary, town.construction] {
      guard try isSound(geometry) else { return false }
    }
    return true
  }

  /// Whether GEOS can measure a boundary: closed rings of numbers that make a valid polygon.
  static func isSound(_ geometry: Geometry) throws(TopologyError) -> Bool {
    guard geometry.kind == .polygon, !geometry.isEmpty,
      geometry.positions.allSatisfy(\.isFinite), isClosed(geometry)
    else { return false }
    return try Shape(geometry, in: Workspace()).isValid()
  }

  /// Whether each ring closes with four positions or more: GEOS refuses others.
  private static func isClosed(_ geometry: Geometry) -> Bool {
    geometry.ringEnds.indices.allSatisfy { ring in
      let positions = geometry.positions[geometry.range(ofRing: ring)]
      return positions.count > 3 && positions.first == positions.last
    }
  }

  private static func faults(of town: StatedTown) throws(TopologyError) -> [CertificateFault] {
    let kinds = [
      (town.publishedBoundary, "published boundary", "公布边界"), (town.boundary, "boundary", "边界"),
      (town.construction, "building land", "建设用地"),
    ]
    var faults: [CertificateFault] = []
    for (geometry, english, chinese) in kinds {
      if try !isSound(geometry) {
        faults.append(
          CertificateFault(
            [town.id.text], english: "The \(english) of \(town.id.text) is no valid polygon.",
            chinese: "\(town.id.text) 的\(chinese)不是有效多边形。"))
      } else if geometry.partCount != 1 || geometry.ringEnds.count != 1 {
        let holes = geometry.ringEnds.count - geometry.partCount
        faults.append(
          CertificateFault(
            [town.id.text],
            english:
              "The \(english) of \(town.id.text) has \(geometry.partCount.counted("part")) and "
              + "\(holes.counted("hole")), not one part without a hole.",
            chinese:
              "\(town.id.text) 的\(chinese)有 \(geometry.partCount) 个部分、\(holes) 个孔洞，应为一个部分且无孔洞。"))
      }
    }
    if faults.isEmpty, try overhang(of: town) > Self.overhang {
      faults.append(
        CertificateFault(
          [town.id.text], english: "The building land of \(town.id.text) reaches beyond the town.",
          chinese: "\(town.id.text) 的建设用地超出小镇边界。"))
    }
    return faults
  }

  private static func overhang(of town: StatedTown) throws(TopologyError) -> SquareMetres {
    let workspace = Workspace()
    let construction = try Shape(town.construction, in: workspace)
    return try construction.difference(from: Shape(town.boundary, in: workspace)).planarArea()
  }
}
