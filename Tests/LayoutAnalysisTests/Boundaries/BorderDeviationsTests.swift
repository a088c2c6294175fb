import LandModel
import Testing

@testable import LayoutAnalysis

struct BorderDeviationsTests {
  private func outcome(
    _ layers: [[Geometry]], workers: Int = 1, isCoverage: Bool = true
  ) throws -> [Finding] {
    let inputs = layers.enumerated().map { number, geometries in
      LayerInput(
        layer: .test(geometries, key: "layer-\(number)"),
        expectation: LayerExpectation(isCoverage: isCoverage))
    }
    return try BoundaryValidation().result(of: inputs, workers: workers).result.findings
  }

  /// Moved to where the city is, as the rules on positions want it.
  private func placed(_ geometries: [Geometry], by offset: XY = XY(0, 0)) -> [Geometry] {
    geometries.map { geometry in
      geometry.mapPositions { XY($0.x + 450_000 + offset.x, $0.y + 2_850_000 + offset.y) }
    }
  }

  @Test func `a clean coverage has no finding`() throws {
    var cells = NearCoverage(columns: 6, rows: 6, seed: 71)
    #expect(try outcome([placed(cells.geometries(faulty: 0))]).isEmpty)
  }

  @Test func `every vertex moved by less than the reach is found, in any order of features`() throws
  {
    var cells = NearCoverage(columns: 8, rows: 8, seed: 72)
    var geometries = cells.geometries(faulty: 0)
    // The vertex after the first corner of every third cell, 0.4 m to the north: its lower border.
    for row in stride(from: 8, to: 64, by: 3) {
      var ring = geometries[row].positions
      ring[2] = XY(ring[2].x, ring[2].y + 0.4)
      geometries[row] = .polygon(rings: [ring])
    }
    let rule: RuleCode = "layer.unmatched-edge"
    let found = try outcome([placed(geometries)]).filter { $0.rule == rule }
    #expect(found.count == stride(from: 8, to: 64, by: 3).reduce(0) { count, _ in count + 1 })
    for finding in found {
      let value = try #require(finding.value)
      #expect(value > 0.3 && value <= 0.4 + 1e-6, "the vertex moved by 0.4 m, askew to the border")
      #expect(finding.geometry.kind == .line)
    }
    let reversed = try outcome([placed(Array(geometries.reversed()))]).filter { $0.rule == rule }
    #expect(reversed.count == found.count)
    let moved = try outcome([placed(geometries, by: XY(1000, 5000))]).filter { $0.rule == rule }
    #expect(moved.map(\.featureIDs) == found.map(\.featureIDs))
  }

  @Test func `findings of several layers are the same with one, two and seven workers`() throws {
    var cells = NearCoverage(columns: 8, rows: 8, seed: 73)
    let left = placed(cells.geometries(faulty: 0.5))
    let right = placed(cells.geometries(faulty: 0.5), by: XY(800.3, 0))
    let one = try outcome([left, right])
    #expect(try outcome([left, right], workers: 2) == one)
    #expect(try outcome([left, right], workers: 7) == one)
    let rules = Set(one.map(\.rule))
    #expect(rules.isSuperset(of: ["layer.unmatched-edge", "layer.gap", "layer.overlap"]))
  }

  @Test func `a border rounded in two zones matches, one rounded to centimetres does not`() throws {
    let west = try #require(GaussKrugerGrid(epsg: 4525))
    let east = try #require(GaussKrugerGrid(epsg: 4526))
    let working = try #require(GaussKrugerGrid(epsg: 4547))
    /// A border of 5 km along 112.5° east, as the county on one side drew it in its zone.
    func border(in zone: GaussKrugerGrid, unit: Double) -> [XY] {
      (0...40).map { step in
        let place = zone.projected(
          XY(112.5 + 0.0002 * Double(step * 7 % 5), 25.5 + 0.001 * Double(step)))
        let rounded = XY((place.x / unit).rounded() * unit, (place.y / unit).rounded() * unit)
        return working.projected(zone.geodetic(rounded))
      }
    }
    func counties(unit: Double) -> [[Geometry]] {
      let (left, right) = (border(in: west, unit: unit), border(in: east, unit: unit))
      let shift = 3000.0
      return [
        [.polygon(rings: [left + left.reversed().map { XY($0.x - shift, $0.y) } + [left[0]]])],
        [.polygon(rings: [right + right.reversed().map { XY($0.x + shift, $0.y) } + [right[0]]])],
      ]
    }
    let rule: RuleCode = "layers.edge-match"
    #expect(try outcome(counties(unit: 0.001)).filter { $0.rule == rule }.isEmpty)
    let coarse = try outcome(counties(unit: 0.05)).filter { $0.rule == rule }
    #expect(!coarse.isEmpty)
    #expect(coarse.allSatisfy { ($0.value ?? 1) < 0.08 && $0.otherLayer == "layer-1" })
  }
}
