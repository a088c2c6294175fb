import Foundation
import LandModel
import Testing
import Topology

@testable import SampleCityKit

/// Every fault listed is in the candidates as measured here, and no other town has one.
struct PlantedDefectsTests {
  private struct List: Decodable {
    struct Fault: Decodable {
      let kind: String
      let rows: [Int]
      let ids: [String]
      let others: [String]?
      let depth: Double?
      let overlap: Double?

      enum CodingKeys: String, CodingKey {
        case kind, rows, ids, others
        case depth = "depth_m"
        case overlap = "overlap_planar_m2"
      }
    }
    let faults: [Fault]
  }

  private let data: ChenzhouData
  private let faults: [List.Fault]
  private let towns: GeometryColumn
  private let attributes: AttributeTable
  private let workspace = Workspace()

  init() throws {
    data = try ChenzhouData()
    let bytes = try Data(contentsOf: ChenzhouData.folder.appending(path: "planted-defects.json"))
    faults = try JSONDecoder().decode(List.self, from: bytes).faults
    (towns, attributes) = try data.layer("candidates", epsg: 4526)
  }

  private func rows(_ kind: String) -> Set<Int> {
    Set(faults.filter { $0.kind == kind }.flatMap(\.rows))
  }

  @Test func `the faults of real submissions are all there`() {
    let kinds = faults.map(\.kind)
    #expect(
      Set(kinds) == [
        "red-line-encroachment", "overlap", "crosses-city-border", "claims-another-county", "spike",
        "bow-tie", "declared-area", "repeated-id",
      ])
    #expect(faults.compactMap(\.depth) == [0.01, 1, 50])
    let ids = faults.flatMap { fault in fault.rows.map { [fault.kind, "\($0)"] } }
    #expect(Set(ids.map { $0[1] }).count == ids.count, "each fault in towns of its own")
  }

  @Test func `only the towns listed reach into red lines, by the depth and area listed`() throws {
    let redLines = try data.layer("red-lines")
    let ids = try data.texts("redline_id", redLines.attributes)
    var found: [Int: [(id: String, area: Double)]] = [:]
    for row in 0..<towns.count where !rows("bow-tie").contains(row) {
      let town = try Shape(row: row, of: towns, in: workspace)
      for other in 0..<redLines.geometry.count
      where redLines.geometry.boundingBox(ofRow: other).meets(towns.boundingBox(ofRow: row)) {
        let land = try Shape(row: other, of: redLines.geometry, in: workspace)
        let area = try town.intersection(with: land).planarArea().value
        if area > 0 { found[row, default: []].append((ids[other], area)) }
      }
    }
    let listed = faults.filter { $0.kind == "red-line-encroachment" }
    #expect(Set(found.keys) == Set(listed.flatMap(\.rows)))
    for fault in listed {
      let piece = try #require(found[fault.rows[0]]?.first)
      #expect(piece.id == fault.others?.first)
      let overlap = try #require(fault.overlap)
      #expect(abs(piece.area - overlap) < 0.01)
    }
  }

  @Test func `only the pair listed overlaps`() throws {
    var pairs: [[Int]] = []
    for row in 0..<towns.count where !rows("bow-tie").contains(row) {
      let town = try Shape(row: row, of: towns, in: workspace)
      for other in (row + 1)..<max(towns.count, row + 1) where !rows("bow-tie").contains(other) {
        guard towns.boundingBox(ofRow: row).meets(towns.boundingBox(ofRow: other)) else { continue }
        let second = try Shape(row: other, of: towns, in: workspace)
        if try town.overlapsInterior(second) { pairs.append([row, other]) }
      }
    }
    #expect(pairs == faults.filter { $0.kind == "overlap" }.map(\.rows))
  }

  @Test func `only the towns listed lie outside the county that they claim`() throws {
    let counties = try data.layer("counties")
    let codes = try data.texts("gb", counties.attributes)
    let claims = try data.texts("county", attributes)
    var outside: Set<Int> = []
    for row in 0..<towns.count where !rows("bow-tie").contains(row) {
      let claimed = try #require(codes.firstIndex(of: claims[row]))
      let county = try Shape(row: claimed, of: counties.geometry, in: workspace)
      if try !county.covers(Shape(row: row, of: towns, in: workspace)) { outside.insert(row) }
    }
    #expect(outside == rows("crosses-city-border").union(rows("claims-another-county")))
  }

  @Test func `only the bow-tie is invalid`() throws {
    let invalid = try (0..<towns.count).filter {
      try !Shape(row: $0, of: towns, in: workspace).isValid()
    }
    #expect(Set(invalid) == rows("bow-tie"))
  }

  @Test func `only the spike has an angle below ten degrees`() {
    var sharp: Set<Int> = []
    for row in 0..<towns.count where !rows("bow-tie").contains(row) {
      let ring = Array(towns.positions[towns.range(ofRow: row)].dropLast())
      for index in ring.indices {
        let (a, b) = (ring[(index + ring.count - 1) % ring.count], ring[(index + 1) % ring.count])
        let (u, v) = (
          XY(a.x - ring[index].x, a.y - ring[index].y), XY(b.x - ring[index].x, b.y - ring[index].y)
        )
        let angle = abs(atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y)) * 180 / .pi
        if angle < 10 { sharp.insert(row) }
      }
    }
    #expect(sharp == rows("spike"))
  }

  @Test func `only the towns listed declare an area that is not theirs`() throws {
    let declared = try #require(attributes["declared_area_ha"])
    let measure = EllipsoidalArea(grid: data.grid)
    var wrong: Set<Int> = []
    for row in 0..<towns.count where !rows("bow-tie").contains(row) {
      let area = measure.area(of: towns.geometry(ofRow: row)).hectares
      let stated = try #require(declared.number(at: row))
      if abs(stated - area) > 0.01 { wrong.insert(row) }
    }
    #expect(wrong == rows("declared-area"))
  }

  @Test func `only one id is there twice`() throws {
    let ids = try data.texts("town_id", attributes)
    let repeated = ids.indices.filter { row in ids.count { $0 == ids[row] } > 1 }
    #expect(Set(repeated) == rows("repeated-id"))
  }

  @Test func `towns spread over all counties`() throws {
    #expect((55...80).contains(towns.count))
    #expect(Set(try data.texts("county", attributes)).count == 11)
  }
}
