import Foundation
package import LandModel
import SpatialIndex
package import Topology

/// Divides the land round towns among them: each serves what is nearer to it than to any other town.
///
/// A town's area is a disc round its seed, cut along the bisectors with its neighbours (its Voronoi
/// cell) and by the city. Straight-line distance: no roads, no barriers.
package struct ServiceAreas: Sendable {
  /// How far a town serves at most.
  package let radius: Metres

  /// Corners of the polygon that stands for a disc; it is inscribed, and 0.16 % smaller.
  private static let discCorners = 64

  package init(radius: Metres) { self.radius = radius }

  /// One polygonal geometry for each seed, in the order given; empty where a seed repeats an earlier one
  /// or lies so far outside the city that nothing is left.
  ///
  /// - Parameters:
  ///   - seeds: positions of the towns.
  ///   - city: units whose union is the city.
  /// - Throws: where GEOS fails.
  /// - Complexity: O(n log n + nk) in seeds n and neighbours k within twice the radius.
  package func geometries(
    seeds: [XY], city: CheckedLayer
  ) throws(TopologyError) -> [Geometry] {
    let workspace = Workspace()
    let land = try Shape.unaryUnion(of: city.geometry, in: workspace)
    let tree = BoxTree(
      seeds.map { BoundingBox(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y) })
    var areas: [Geometry] = []
    for (row, seed) in seeds.enumerated() {
      var cell = disc(round: seed)
      let reach = BoundingBox(minX: seed.x, minY: seed.y, maxX: seed.x, maxY: seed.y)
        .expanded(by: 2 * radius.value)
      for other in tree.rows(meeting: reach) where other != row {
        if seeds[other] == seed {
          if other < row { cell = [] }
        } else {
          cell = Self.cut(cell, keepingNearer: seed, than: seeds[other])
        }
      }
      guard let first = cell.first, cell.count > 2 else {
        areas.append(Geometry.multiPolygon([]))
        continue
      }
      let shape = try Shape(.polygon(rings: [cell + [first]]), in: workspace)
      areas.append(try shape.intersection(with: land).polygons())
    }
    return areas
  }

  private func disc(round centre: XY) -> [XY] {
    (0..<Self.discCorners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(Self.discCorners)
      return XY(centre.x + radius.value * cos(angle), centre.y + radius.value * sin(angle))
    }
  }

  /// Clips a convex ring to the half-plane nearer to one position than to another (Sutherland and
  /// Hodgman 1974).
  private static func cut(_ ring: [XY], keepingNearer near: XY, than far: XY) -> [XY] {
    let middle = XY((near.x + far.x) / 2, (near.y + far.y) / 2)
    func side(_ position: XY) -> Double {
      (position.x - middle.x) * (near.x - far.x) + (position.y - middle.y) * (near.y - far.y)
    }
    var kept: [XY] = []
    for (index, current) in ring.enumerated() {
      let previous = ring[index == 0 ? ring.count - 1 : index - 1]
      let (before, after) = (side(previous), side(current))
      if (before < 0) != (after < 0) {
        let t = before / (before - after)
        kept.append(
          XY(
            previous.x + t * (current.x - previous.x), previous.y + t * (current.y - previous.y)))
      }
      if after >= 0 { kept.append(current) }
    }
    return kept
  }
}
