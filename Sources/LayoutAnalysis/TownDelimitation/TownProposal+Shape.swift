package import LandModel

/// How a town's drawn boundary is shaped, in numbers that no weight enters.
package struct TownShape: Sendable, Hashable {
  /// Length of the boundary in the plane.
  package let perimeter: Metres
  /// A²/(2π·I) with the second moment I of the area about its centroid: 1 for a circle, 3/π ≈ 0.955 for
  /// a square, less the farther land lies out.
  ///
  /// Unlike Polsby–Popper it hardly depends on how finely the boundary is digitised (domain facts §5.3).
  package let momentCompactness: Ratio
  /// Sides of the smallest rectangle, at any angle, that holds the boundary.
  package let length: Metres
  package let width: Metres
  /// The longer side over the shorter; 1 or more.
  package let elongation: Ratio
  /// The reach over the radius of the circle of the same area; 1 for a circle round its seed.
  package let reachRatio: Ratio
}

extension TownProposal {
  /// The shape of the drawn boundary, measured anew at each call.
  ///
  /// - Complexity: O(v log v).
  package var shape: TownShape {
    let rectangle = MinimumRectangle(of: boundary.positions)
    let area = planarArea.value
    let moment = SecondMoment(of: boundary).aboutCentroid
    return TownShape(
      perimeter: PlanarMeasure.length(of: boundary),
      momentCompactness: Ratio(moment > 0 ? area * area / (2 * .pi * moment) : 0),
      length: Metres(rectangle.length), width: Metres(rectangle.width),
      elongation: Ratio(rectangle.elongation),
      reachRatio: Ratio(area > 0 ? reach.value / (area / .pi).squareRoot() : 0))
  }

  /// What the star shape may cost: how far the bound over all shapes lies above that over star-shaped
  /// towns, as a share of the objective (of one point, where it is below).
  ///
  /// Only a town of another shape can have that part. Nil where the star bound is not known.
  package var starPrice: Ratio? {
    starBound.map { Ratio(max(0, bound - max($0, objective)) / max(objective, 1)) }
  }
}

/// The second moment of a polygon's area.
private struct SecondMoment {
  /// Σ of squared distances from the centroid over the area, m⁴.
  let aboutCentroid: Double

  /// From the edges of the rings, as areas are: each closes a triangle with a local origin.
  init(of geometry: Geometry) {
    guard let origin = geometry.positions.first else {
      aboutCentroid = 0
      return
    }
    var (area, x, y, moment) = (0.0, 0.0, 0.0, 0.0)
    for ring in geometry.ringEnds.indices {
      let positions = geometry.positions[geometry.range(ofRing: ring)]
      for (start, end) in zip(positions, positions.dropFirst()) {
        let (a, b) = (
          XY(start.x - origin.x, start.y - origin.y), XY(end.x - origin.x, end.y - origin.y)
        )
        let cross = a.x * b.y - b.x * a.y
        area += cross / 2
        x += cross * (a.x + b.x) / 6
        y += cross * (a.y + b.y) / 6
        moment +=
          cross * (a.x * a.x + a.x * b.x + b.x * b.x + a.y * a.y + a.y * b.y + b.y * b.y) / 12
      }
    }
    aboutCentroid = area == 0 ? 0 : abs(moment - (x * x + y * y) / area)
  }
}
