import LandModel
import Topology

extension CandidateFaults {
  /// Runs a spike 220 m out of an edge and back, 0.6 m wide at its foot.
  mutating func addSpike() throws {
    for _ in 0..<100 {
      guard let row = nextUnused() else { break }
      var ring = towns[row].ring
      guard let edge = longestEdge(of: ring) else { continue }
      let (a, b) = (ring[edge], ring[edge + 1])
      let length = a.distance(to: b)
      let (along, out) = (
        XY((b.x - a.x) / length, (b.y - a.y) / length),
        XY((b.y - a.y) / length, (a.x - b.x) / length)
      )
      func place(_ forward: Double, _ outward: Double) -> XY {
        XY(
          (a.x + b.x) / 2 + forward * along.x + outward * out.x,
          (a.y + b.y) / 2 + forward * along.y + outward * out.y)
      }
      let tip = place(0, 220)
      guard free.isFree(tip), free.isFree(place(0, 110)) else { continue }
      ring.insert(contentsOf: [place(-0.3, 0), tip, place(0.3, 0)], at: edge + 1)
      guard try Shape(asRead(ring), in: workspace).isValid() else { continue }
      towns[row].ring = ring
      note(
        "spike", rule: "geometry.spike", rows: [row], measures: [("length_m", .integer(220))],
        LocalizedText(english: "the boundary runs out to a point and back", chinese: "边界存在尖刺"))
      return
    }
    throw SampleCityError.noPlace("a spike")
  }

  private func longestEdge(of ring: [XY]) -> Int? {
    ring.indices.dropLast().max {
      ring[$0].distance(to: ring[$0 + 1]) < ring[$1].distance(to: ring[$1 + 1])
    }
  }

  /// Swaps two neighbouring vertices, so that the boundary crosses itself.
  mutating func addBowTie() throws {
    for _ in 0..<100 {
      guard let row = nextUnused() else { break }
      var ring = towns[row].ring
      guard let edge = longestEdge(of: ring), edge > 0, edge + 2 < ring.count else { continue }
      ring.swapAt(edge, edge + 1)
      guard
        let fault = try Shape(asRead(ring), in: workspace).validityFault(
          allowingRingsToFormHoles: false),
        fault.reason.hasPrefix("Self-intersection")
      else { continue }
      let area = EllipsoidalArea(grid: terrain.counties.grid).area(of: asRead(towns[row].ring))
      towns[row].declaredHectares = area.hectares
      towns[row].ring = ring
      note(
        "bow-tie", rule: "ogc.self-intersection", rows: [row], measures: [],
        LocalizedText(english: "the boundary crosses itself", chinese: "边界自相交"))
      return
    }
    throw SampleCityError.noPlace("a bow-tie")
  }

  /// One area declared in mu where hectares are asked for, one 4 % too large.
  mutating func declareWrongAreas() {
    let notes = [
      (
        15.0,
        LocalizedText(english: "the area is declared in mu, not hectares", chinese: "面积以亩填报，应为公顷")
      ),
      (1.04, LocalizedText(english: "the declared area is 4 % too large", chinese: "填报面积偏大 4%")),
    ]
    for (factor, text) in notes {
      guard let row = nextUnused() else { return }
      let area = EllipsoidalArea(grid: terrain.counties.grid).area(of: asRead(towns[row].ring))
      towns[row].declaredHectares = factor * area.hectares
      note(
        "declared-area", rule: "attribute.declared-area", rows: [row],
        measures: [
          ("declared_ha", .real(factor * area.hectares, decimals: 2)),
          ("measured_ha", .real(area.hectares, decimals: 2)),
        ], text)
    }
  }

  /// Gives one town the id of another, in another county.
  mutating func repeatID() {
    guard let first = nextUnused() else { return }
    isUsed[first] = true
    guard let second = nextUnused() else { return }
    towns[second].id = towns[first].id
    note(
      "repeated-id", rule: "attribute.duplicate-id", rows: [first, second].sorted(), measures: [],
      LocalizedText(english: "two towns have one id", chinese: "两个小镇编号重复"))
  }
}
