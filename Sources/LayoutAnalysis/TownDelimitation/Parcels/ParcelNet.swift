package import LandModel

/// Parcels as the faces of a planar net: who borders whom along which edges.
///
/// A **unit** is a parcel, or a parcel together with all that lies in its holes, so that each has one ring.
/// Left out are parcels of several parts, those that overlap others along an edge, and those with land in
/// a hole that no parcel holds: no town without holes can be made of them.
package struct ParcelNet: Sendable {
  /// For each parcel its unit; −1 for those left out.
  package let unitOfParcel: [Int32]
  /// The rows that counted and have no unit, ascending.
  let leftOut: [Int]
  let positions: [XY]
  /// The ring of each unit, anticlockwise, as corners in `positions`.
  let rings: Grouped<Int32>
  /// For each edge of the rings, from its corner to the next: the unit across, or −1.
  let across: Grouped<Int32>
  /// One for each unit, on the ellipsoid.
  let areas: [Double]
  /// Middles of the units' rings.
  let centres: [XY]

  package var count: Int { areas.count }

  /// The polygons of the units as towns are drawn from them, corners within the gap taken as one.
  package var outlines: GeometryColumn {
    GeometryColumn((0..<count).map { Geometry.polygon(rings: [ring(of: $0)]) })
  }

  /// The ring of a unit as positions, closed.
  func ring(of unit: Int) -> [XY] {
    let ring = rings[unit].map { positions[Int($0)] }
    return ring + ring.prefix(1)
  }

  /// - Parameters:
  ///   - column: the parcels.
  ///   - rows: those that count; others are left out.
  ///   - gap: metres.
  /// - Complexity: O(v log v).
  init(_ column: GeometryColumn, rows: [Int], gap: Double, surface: EllipsoidalArea) {
    let edges = ParcelEdges(column, rows: rows, gap: gap)
    let groups = edges.groups()
    let members = Dictionary(grouping: rows.filter { groups[$0] >= 0 }) { groups[$0] }
    var roots: [Int32: Int32] = [:]
    var tracings: [[Int32]] = []
    var unitOfParcel = [Int32](repeating: -1, count: column.count)
    for parcel in rows where groups[parcel] >= 0 {
      let root = groups[parcel]
      if roots[root] == nil {
        guard let ring = edges.ring(of: root, members: members[root] ?? [], groups: groups)
        else { continue }
        roots[root] = Int32(tracings.count)
        tracings.append(ring)
      }
      unitOfParcel[parcel] = roots[root] ?? -1
    }
    var (rings, across) = (Grouped<Int32>(), Grouped<Int32>())
    for ring in tracings {
      rings.append(ring)
      across.append(
        ring.indices.map { place in
          let owner = edges.owner(from: ring[(place + 1) % ring.count], to: ring[place])
          return owner < 0 ? -1 : unitOfParcel[Int(owner)]
        })
    }
    let positions = edges.nodes.positions
    let outlines = tracings.map { ring in
      let corners = ring.map { positions[Int($0)] }
      return Geometry.polygon(rings: [corners + corners.prefix(1)])
    }
    self.unitOfParcel = unitOfParcel
    leftOut = rows.filter { unitOfParcel[$0] < 0 }
    self.positions = positions
    self.rings = rings
    self.across = across
    areas = outlines.map { surface.area(of: $0).value }
    centres = outlines.map { PlanarMeasure.centroid(of: $0) ?? XY(0, 0) }
  }
}
