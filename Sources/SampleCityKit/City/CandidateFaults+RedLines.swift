import Foundation
import LandModel
import Topology

extension CandidateFaults {
  /// Lets one town reach over the nearest suitable edge of a red line by `depth` metres.
  mutating func encroach(by depth: Double) throws {
    for row in towns.indices where !isUsed[row] {
      for (feature, a, b) in facingEdges(round: towns[row].centre) {
        guard let ring = ring(of: towns[row], reachingOver: a, b, by: depth) else { continue }
        guard
          let area = try encroachment(
            of: ring, inCounty: towns[row].county, over: feature, a.distance(to: b) * depth)
        else { continue }
        towns[row].ring = ring
        note(
          "red-line-encroachment", rule: "red-lines", rows: [row],
          measures: [
            ("depth_m", .real(depth, decimals: 2)),
            ("overlap_planar_m2", .real(area, decimals: depth < 1 ? 4 : 2)),
          ], others: [redLineIDs[feature]],
          LocalizedText(
            english:
              "reaches \(DecimalText.text(depth, decimals: 2)) m over the edge of a red line",
            chinese: "越过生态保护红线边缘 \(DecimalText.text(depth, decimals: 2)) 米"))
        return
      }
    }
    throw SampleCityError.noPlace("a town that reaches \(depth) m into a red line")
  }

  /// The middle two thirds of red-line edges 70 m long or more that face a centre 900 to 2600 m away.
  private func facingEdges(round centre: XY) -> [(feature: Int, a: XY, b: XY)] {
    var found: [(distance: Double, feature: Int, a: XY, b: XY)] = []
    let box = BoundingBox(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y)
      .expanded(by: 2600)
    for feature in 0..<redLines.count where redLines.boundingBox(ofRow: feature).meets(box) {
      let range = redLines.range(ofRing: redLines.rings(ofRow: feature).lowerBound)
      for index in range.dropFirst() {
        // The shell runs anticlockwise: red land lies left of each edge, the town must lie right.
        let (a, b) = (redLines.positions[index - 1], redLines.positions[index])
        let side = (b.x - a.x) * (centre.y - a.y) - (b.y - a.y) * (centre.x - a.x)
        let length = a.distance(to: b)
        let distance = centre.distance(toSegment: a, b)
        guard length >= 70, -side > 0.8 * length * distance, distance > 900, distance < 2600
        else { continue }
        let inset = { (t: Double) in XY(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)) }
        found.append((distance, feature, inset(5.0 / 6), inset(1.0 / 6)))
      }
    }
    return found.sorted { $0.distance < $1.distance }.map { ($0.feature, $0.a, $0.b) }
  }

  /// The town's ring with a stretch that follows the edge `depth` metres beyond it; nil when the edge is
  /// not in front of the town.
  private func ring(
    of town: CandidateTown, reachingOver a: XY, _ b: XY, by depth: Double
  ) -> [XY]? {
    let length = a.distance(to: b)
    // a to b runs anticlockwise round the town, so beyond the edge is to its right.
    let away = XY((b.y - a.y) / length * depth, -(b.x - a.x) / length * depth)
    let beyond = [XY(a.x + away.x, a.y + away.y), XY(b.x + away.x, b.y + away.y)]
    func turn(_ p: XY) -> Double {
      let middle = XY((a.x + b.x) / 2 - town.centre.x, (a.y + b.y) / 2 - town.centre.y)
      let (x, y) = (p.x - town.centre.x, p.y - town.centre.y)
      return atan2(middle.x * y - middle.y * x, middle.x * x + middle.y * y)
    }
    let (start, end) = (turn(a) - 0.12, turn(b) + 0.12)
    guard start < end else { return nil }
    let kept = town.ring.dropLast().filter { turn($0) < start || turn($0) > end }
    let ordered = kept.sorted { turn($0) < turn($1) }
    guard let split = ordered.firstIndex(where: { turn($0) > end }), split > 0 else { return nil }
    let ring = ordered[..<split] + beyond + ordered[split...]
    return ring + [ring[0]]
  }

  /// The area in common with a red line, if it is about the one expected and with no other feature.
  private func encroachment(
    of ring: [XY], inCounty county: Int, over feature: Int, _ expected: Double
  ) throws -> Double? {
    guard isClear(ring, inCounty: county)
    else { return nil }
    let town = try Shape(asRead(ring), in: workspace)
    guard try town.isValid() else { return nil }
    var area = 0.0
    for row in 0..<redLines.count
    where redLines.boundingBox(ofRow: row).meets(asRead(ring).boundingBox) {
      let land = try Shape(row: row, of: redLines, in: workspace)
      let common = try town.intersection(with: land).planarArea().value
      if row == feature { area = common } else if common > 0 { return nil }
    }
    return area > 0.6 * expected && area < 1.5 * expected ? area : nil
  }

  /// Whether a ring keeps off farmland, water, tracks and the county's border, every 40 m along it.
  private func isClear(_ ring: [XY], inCounty county: Int) -> Bool {
    for index in ring.indices.dropFirst() {
      let (a, b) = (ring[index - 1], ring[index])
      let steps = max(1, Int(a.distance(to: b) / 40))
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        let position = XY(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
        guard terrain.counties.county(at: position) == county,
          free.isOffFarmlandWaterAndTracks(position)
        else { return false }
      }
    }
    return true
  }
}
