import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct FeatureRepairTests {
  private static let everything = Set(RepairStep.possibleRules)

  /// Tangled polygons apart from each other, each in a window of its own.
  private func tangles(seed: UInt64, count: Int) -> ProjectedLayer {
    var polygons = RandomPolygons(seed: seed)
    return .test(
      (0..<count).map { number in
        let (x, y) = (450_000 + 1000 * Double(number % 20), 2_850_000 + 1000 * Double(number / 20))
        return polygons.onLattice().mapPositions { XY(x + 40 * $0.x, y + 40 * $0.y) }
      })
  }

  private func generous(_ fixes: Set<RuleCode>) -> RepairParameters {
    RepairParameters(
      fixes: fixes, largestAreaChange: SquareMetres(1e12), largestAreaShare: Ratio(1))
  }

  @Test(arguments: [11, 12, 13])
  func `what was made valid is valid to GEOS, and what was refused is as it was`(
    seed: UInt64
  ) throws {
    let layer = tangles(seed: seed, count: 300)
    let codes = Set(RepairStep.validity.rules + RepairStep.closing.rules)
    let result = try BoundaryRepair(parameters: generous(codes)).result(for: layer)
    let (workspace, made) = (Workspace(), result.repaired.layer.geometry)
    var (mended, refused) = (0, 0)
    for feature in result.features {
      if feature.refused.isEmpty {
        mended += 1
        #expect(try Shape(row: feature.row, of: made, in: workspace).isValid(), "\(feature)")
      } else if feature.applied.isEmpty {
        refused += 1
        #expect(
          made.geometry(ofRow: feature.row) == layer.geometry.geometry(ofRow: feature.row))
      }
    }
    #expect(mended > 5 && refused > 5)
    let touched = Set(result.features.map(\.row))
    for row in 0..<layer.count where !touched.contains(row) {
      #expect(made.geometry(ofRow: row) == layer.geometry.geometry(ofRow: row))
    }
  }

  @Test(arguments: [14, 15])
  func `repair of everything settles at once`(seed: UInt64) throws {
    let layer = tangles(seed: seed, count: 200)
    let repair = BoundaryRepair(parameters: generous(Self.everything))
    let once = try repair.result(for: layer)
    let twice = try repair.result(for: once.repaired.layer)
    #expect(twice.features.filter(\.isChanged).isEmpty)
    #expect(twice.repaired.layer == once.repaired.layer)
  }

  @Test func `nothing is repaired unasked`() throws {
    let layer = tangles(seed: 16, count: 100)
    let result = try BoundaryRepair(parameters: generous([])).result(for: layer)
    #expect(result.features.isEmpty)
    #expect(result.repaired.layer == layer)
    #expect(
      result.repaired.origins
        == layer.geometry.positions.indices.map { Int32(truncatingIfNeeded: $0) })
  }

  @Test func `every vertex that stays is one that was, bit for bit`() throws {
    let layer = tangles(seed: 17, count: 200)
    let result = try BoundaryRepair(parameters: generous(Self.everything)).result(for: layer)
    let made = result.repaired.layer.geometry
    for row in 0..<made.count {
      let given = layer.geometry.range(ofRow: result.repaired.sourceRows[row])
      let old = Set(given.map { layer.geometry.positions[$0] })
      for index in made.range(ofRow: row) {
        if let origin = result.repaired.origins[index] {
          #expect(made.positions[index] == layer.geometry.positions[Int(origin)])
        } else {
          #expect(!old.contains(made.positions[index]))
        }
      }
    }
  }

  @Test func `with no change of area allowed, all that changes area is refused`() throws {
    let layer = tangles(seed: 18, count: 200)
    let strict = RepairParameters(
      fixes: Set(RepairStep.validity.rules), largestAreaChange: .zero, largestAreaShare: .zero)
    let result = try BoundaryRepair(parameters: strict).result(for: layer)
    #expect(result.features.contains { !$0.refused.isEmpty })
    for feature in result.features where feature.isChanged {
      #expect(abs(feature.after.planar.value - feature.before.planar.value) < 1e-6)
    }
  }

  @Test func `a feature that would vanish stays`() throws {
    let flat = Geometry.polygon(rings: [
      [XY(450_000, 2_850_000), XY(450_010, 2_850_000), XY(450_000, 2_850_000)]
    ])
    let layer = ProjectedLayer.test([flat])
    let result = try BoundaryRepair(parameters: generous(Self.everything)).result(for: layer)
    #expect(result.repaired.layer == layer)
    #expect(result.features.flatMap(\.refused).map(\.refusal) == [.vanishes])
  }

  @Test func `a ring of a hundred thousand spikes and repeats is mended in time`() throws {
    var ring: [XY] = []
    for step in 0..<20_000 {
      let x = 450_000 + Double(step)
      ring += [XY(x, 2_850_000), XY(x, 2_850_000), XY(x + 0.3, 2_850_000), XY(x + 0.31, 2_851_000)]
      ring.append(XY(x + 0.32, 2_850_000))
    }
    ring += [XY(470_000, 2_840_000), XY(450_000, 2_840_000), ring[0]]
    let layer = ProjectedLayer.test([.polygon(rings: [ring])])
    let repair = BoundaryRepair(
      parameters: generous(["geometry.spike", "geometry.duplicate-vertex"]))
    let result = try repair.result(for: layer)
    #expect(result.features.map(\.applied) == [["geometry.duplicate-vertex", "geometry.spike"]])
    #expect(result.features.map(\.verticesRemoved) == [40_000])
  }
}
