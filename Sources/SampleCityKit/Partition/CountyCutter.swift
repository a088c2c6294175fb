import LandModel
import Topology

/// Cuts polygons along the counties with GEOS, parts of one polygon in one county kept together.
struct CountyCutter {
  let counties: CountyMap

  /// A piece of a region in one county.
  struct Piece {
    let label: Int32
    let county: Int
    /// In the grid of construction, not rounded.
    let geometry: Geometry
  }

  /// The pieces of the regions in the counties, by county, then region.
  ///
  /// - Parameters:
  ///   - smallest: parts below this area in square metres are left out.
  func pieces(
    of regions: [BoundaryNet.Region], inCounties numbers: Range<Int>, smallest: Double
  ) throws(TopologyError) -> [Piece] {
    let workspace = Workspace()
    var pieces: [Piece] = []
    let boxes = regions.map { region in
      region.rings[0].reduce(into: BoundingBox.empty) { $0.extend(to: $1) }
    }
    for number in numbers {
      let county = counties.counties[number]
      let border = try Shape(.polygon(rings: county.rings), in: workspace)
      for (region, box) in zip(regions, boxes) where box.meets(county.box) {
        let land = try Shape(.polygon(rings: region.rings), in: workspace)
        let common = try land.intersection(with: border).polygons()
        let parts = common.woundRings.filter {
          PlanarMeasure.area(of: .polygon(rings: $0)).value >= smallest
        }
        if !parts.isEmpty {
          pieces.append(
            Piece(label: region.label, county: number, geometry: .multiPolygon(parts)))
        }
      }
    }
    return pieces
  }
}

extension Geometry {
  /// The parts of a polygonal geometry as rings: shells anticlockwise, holes clockwise, as RFC 7946 wants
  /// and GEOS does not make them.
  var woundRings: [[[XY]]] {
    (0..<partCount).map { part in
      rings(ofPart: part).enumerated().map { order, ring in
        let line = positions[range(ofRing: ring)]
        let isAnticlockwise = PlanarMeasure.signedArea(ofRing: line) > 0
        return isAnticlockwise == (order == 0) ? Array(line) : line.reversed()
      }
    }
  }

  /// The same polygons with rings wound as RFC 7946 wants.
  var wound: Geometry { .multiPolygon(woundRings) }
}
