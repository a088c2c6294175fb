import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct BorderRepairTests {
  private static let fixes: Set<RuleCode> = ["layer.overlap", "layer.gap"]

  private func repaired(
    _ layer: ProjectedLayer, winner: BorderWinner = .longestBorder, workers: Int? = nil
  ) throws -> RepairResult {
    try BoundaryRepair(parameters: RepairParameters(fixes: Self.fixes, winner: winner))
      .result(for: layer, workers: workers)
  }

  /// Overlaps and gaps that the rules find, whatever their width.
  private func faults(in layer: ProjectedLayer) throws -> Int {
    var parameters = BoundaryParameters()
    parameters.overrides["layer.overlap"] = RuleOverride(thresholds: ["width": 0])
    parameters.overrides["layer.gap"] = RuleOverride(thresholds: ["tolerance": 0])
    let result = try BoundaryValidation(parameters: parameters).result(
      of: [LayerInput(layer: layer, expectation: LayerExpectation(isCoverage: true))]
    ).result
    return result.findings.count { Self.fixes.contains($0.rule) || $0.rule.text.hasPrefix("ogc.") }
  }

  /// Edges that only one feature has: of a coverage whose edges match, those of its outline.
  private func freeEdges(of layer: ProjectedLayer) -> Set<Set<XY>> {
    var free: Set<Set<XY>> = []
    let column = layer.geometry
    for row in 0..<layer.count {
      for ring in column.rings(ofRow: row) {
        for index in column.range(ofRing: ring).dropFirst() {
          let edge: Set<XY> = [column.positions[index - 1], column.positions[index]]
          if free.remove(edge) == nil { free.insert(edge) }
        }
      }
    }
    return free
  }

  @Test(arguments: [1, 2, 3], BorderWinner.allCases)
  func `borders digitised twice become one`(seed: UInt64, winner: BorderWinner) throws {
    let given = DisturbedCoverage(side: 5, seed: seed)
    #expect(try faults(in: given.layer) > 10)
    let result = try repaired(given.layer, winner: winner)
    let made = result.repaired.layer
    #expect(try faults(in: made) == 0)
    #expect(result.features.allSatisfy { $0.refused.isEmpty })
    // Every edge inside has its counterpart: what is left is the square's outline, of equal steps.
    for edge in freeEdges(of: made) {
      let isOnOutline = { (position: XY) in
        [450_000, 450_500].contains(position.x) || [2_850_000, 2_850_500].contains(position.y)
      }
      #expect(edge.allSatisfy(isOnOutline), "\(edge)")
    }
    let total = (0..<made.count).reduce(0) {
      $0 + PlanarMeasure.area(of: made.geometry.geometry(ofRow: $1)).value
    }
    #expect(abs(total - 250_000) < 1e-5)
    #expect(result.features.allSatisfy { $0.largestShift <= Metres(0.2) })
  }

  @Test(arguments: [4, 5])
  func `vertices outside the disturbed borders stay, bit for bit`(seed: UInt64) throws {
    let given = DisturbedCoverage(side: 5, seed: seed, share: 0.3)
    let result = try repaired(given.layer)
    let (before, after) = (given.layer.geometry, result.repaired.layer.geometry)
    var untouched = 0
    for row in 0..<given.layer.count {
      let old = before.range(ofRow: row).map { before.positions[$0] }
      let new = Set(after.range(ofRow: row).map { after.positions[$0] })
      #expect(old.filter(given.undisturbed.contains).allSatisfy(new.contains))
      if before.geometry(ofRow: row) == after.geometry(ofRow: row) { untouched += 1 }
    }
    #expect(untouched > 0)
    // What came in is a neighbour's vertex or a crossing; nothing else is new.
    for (index, origin) in result.repaired.origins.enumerated() {
      guard let origin else { continue }
      #expect(after.positions[index] == before.positions[Int(origin)])
    }
  }

  @Test(arguments: BorderWinner.allCases)
  func `a second repair changes nothing`(winner: BorderWinner) throws {
    let once = try repaired(DisturbedCoverage(side: 4, seed: 6).layer, winner: winner)
    let twice = try repaired(once.repaired.layer, winner: winner)
    #expect(twice.features.isEmpty)
    #expect(twice.repaired.layer == once.repaired.layer)
  }

  @Test(arguments: [BorderWinner.longestBorder, .largerArea])
  func `the order of features does not matter`(winner: BorderWinner) throws {
    let layer = DisturbedCoverage(side: 4, seed: 7).layer
    let order = Array((0..<layer.count).reversed())
    let turned = ProjectedLayer(
      key: layer.key, grid: layer.grid, geometry: layer.geometry.selecting(rows: order),
      ids: order.map { layer.ids[$0] }, attributes: AttributeTable())
    let straight = try repaired(layer, winner: winner).repaired.layer.geometry
    let other = try repaired(turned, winner: winner).repaired.layer.geometry
    for row in order.indices {
      #expect(other.geometry(ofRow: row) == straight.geometry(ofRow: order[row]))
    }
  }

  @Test func `one, two and seven workers give the same`() throws {
    // Four coverages far from each other are four groups.
    let parts = (0..<4).map { number in
      DisturbedCoverage(side: 3, seed: 8).layer.geometry.replacingPositions(
        DisturbedCoverage(side: 3, seed: 8).layer.geometry.positions.map {
          XY($0.x + 5000 * Double(number), $0.y)
        })
    }
    let layer = ProjectedLayer.test(
      parts.flatMap { part in
        (0..<part.count).map { part.geometry(ofRow: $0) }
      })
    let one = try repaired(layer, workers: 1)
    #expect(try repaired(layer, workers: 2) == one)
    #expect(try repaired(layer, workers: 7) == one)
    #expect(one.features.contains { $0.isChanged })
  }

  @Test func `a sliver wider than the tolerance stays, and so do both features`() throws {
    func box(_ x: Double, _ width: Double) -> Geometry {
      .polygon(rings: [
        [
          XY(450_000 + x, 2_850_000), XY(450_000 + x + width, 2_850_000),
          XY(450_000 + x + width, 2_850_100), XY(450_000 + x, 2_850_100),
          XY(450_000 + x, 2_850_000),
        ]
      ])
    }
    let layer = ProjectedLayer.test([box(0, 100), box(99.7, 100)])
    let result = try repaired(layer)
    #expect(result.features.isEmpty)
    #expect(result.repaired.layer == layer)
    // With the tolerance above the width, 0.3 m x 100 m change hands.
    let wider = RepairParameters(fixes: Self.fixes, borderTolerance: Metres(0.31))
    let limited = try BoundaryRepair(parameters: wider).result(for: layer)
    #expect(limited.repaired.layer == layer)
    #expect(
      limited.features.flatMap(\.refused).map(\.rule) == ["layer.overlap"], "\(limited.features)")
    var generous = wider
    generous.largestAreaShare = Ratio(0.01)
    let closed = try BoundaryRepair(parameters: generous).result(for: layer)
    #expect(closed.features.filter(\.isChanged).count == 1)
    #expect(try faults(in: closed.repaired.layer) == 0)
  }

  @Test func `features smaller than the tolerance are left alone`() throws {
    func box(_ x: Double, _ side: Double) -> Geometry {
      .polygon(rings: [
        [
          XY(450_000 + x, 2_850_000), XY(450_000 + x + side, 2_850_000),
          XY(450_000 + x + side, 2_850_000 + side), XY(450_000 + x, 2_850_000 + side),
          XY(450_000 + x, 2_850_000),
        ]
      ])
    }
    let layer = ProjectedLayer.test([box(0, 2), box(1, 2), box(0.5, 0.5), box(10, 1)])
    let parameters = RepairParameters(
      fixes: Self.fixes, borderTolerance: Metres(10), largestAreaChange: .zero)
    let result = try BoundaryRepair(parameters: parameters).result(for: layer)
    #expect(result.repaired.layer.count == 4)
    #expect(
      (0..<4).allSatisfy { !result.repaired.layer.geometry.range(ofRow: $0).isEmpty })
  }

  @Test func `what only one of the rules asks for is all that is done`() throws {
    let given = DisturbedCoverage(side: 3, seed: 9).layer
    let result = try BoundaryRepair(parameters: RepairParameters(fixes: ["layer.overlap"]))
      .result(for: given)
    let rules = Set(result.features.flatMap(\.applied))
    #expect(rules == ["layer.overlap"])
    let left = try BoundaryValidation().result(
      of: [
        LayerInput(
          layer: result.repaired.layer, expectation: LayerExpectation(isCoverage: true))
      ]
    ).result
    #expect(!left.findings.contains { $0.rule == "layer.overlap" })
    #expect(left.findings.contains { $0.rule == "layer.gap" })
  }

  @Test func `a gap in land that may stay open is not closed`() throws {
    func ring(_ points: [(Double, Double)]) -> Geometry {
      .polygon(rings: [points.map { XY(450_000 + $0.0, 2_850_000 + $0.1) }])
    }
    let left = ring([(0, 0), (200, 0), (200, 100), (0, 100), (0, 0)])
    let right = ring([(200, 0), (500, 0), (500, 100), (200, 100), (200.1, 50), (200, 0)])
    let allowed = ring([(190, 0), (210, 0), (210, 100), (190, 100), (190, 0)])
    let repair = BoundaryRepair(parameters: RepairParameters(fixes: Self.fixes))
    let layer = ProjectedLayer.test([left, right])
    #expect(try repair.result(for: layer).features.count { $0.isChanged } == 1)
    let open = try repair.result(for: layer, allowedGaps: .test([allowed], key: "lakes"))
    #expect(open.features.isEmpty)
    #expect(open.repaired.layer == layer)
  }

  @Test func `an empty layer and one feature are as they were`() throws {
    let empty = ProjectedLayer.test([])
    #expect(try repaired(empty).repaired.layer == empty)
    let nothing = ProjectedLayer.test([.null, .point(XY(450_000, 2_850_000))])
    #expect(try repaired(nothing).repaired.layer == nothing)
  }
}
