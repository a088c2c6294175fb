import LandModel

/// The parts of an overlay that are wider than digitising noise.
struct Pieces: Sendable {
  /// The parts kept, as one polygonal geometry; empty where all was noise.
  let geometry: Geometry
  let planarArea: SquareMetres

  /// Keeps the parts whose mean width, twice the area over the perimeter, exceeds a tolerance.
  ///
  /// Width and not area alone tells a sliver along a long border from a real piece (domain facts §4.2).
  init(of overlay: Geometry, widerThan tolerance: Double) {
    var kept: [[[XY]]] = []
    var total = 0.0
    for part in 0..<overlay.partCount where overlay.kind == .polygon {
      let rings = overlay.rings(ofPart: part).map {
        Array(overlay.positions[overlay.range(ofRing: $0)])
      }
      let piece = Geometry.polygon(rings: rings)
      let area = PlanarMeasure.area(of: piece).value
      guard Self.meanWidth(of: piece, area: area) > tolerance else { continue }
      kept.append(rings)
      total += area
    }
    geometry = .multiPolygon(kept)
    planarArea = SquareMetres(total)
  }

  var isEmpty: Bool { geometry.isEmpty }

  /// Twice the area over the perimeter: the width of a long strip.
  static func meanWidth(of polygon: Geometry, area: Double) -> Double {
    let perimeter = PlanarMeasure.length(of: polygon).value
    return perimeter > 0 ? 2 * area / perimeter : 0
  }
}
