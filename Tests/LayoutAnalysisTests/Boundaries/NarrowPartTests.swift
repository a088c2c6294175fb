import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct NarrowPartTests {
  private static func findings(_ rings: [[XY]], width: Double = 5) throws -> [Finding] {
    let checks = BoundaryRules.featureChecks.filter {
      ["geometry.narrow-part", "geometry.spike", "geometry.sliver"].contains($0.rule.code)
        || $0.rule.leavesFeatureOut
    }
    let parameters = BoundaryParameters(
      overrides: ["geometry.narrow-part": RuleOverride(thresholds: ["width": width])])
    return try FeatureInspection(checks, parameters: parameters)
      .findings(in: .test([.polygon(rings: rings.map { $0 + $0.prefix(1) })]), workers: 1)
      .sortedFindings()
  }

  private static func codes(_ rings: [[XY]], width: Double = 5) throws -> [String] {
    try findings(rings, width: width).map { String($0.rule.text.dropFirst("geometry.".count)) }
  }

  /// A field of 100 m with a tooth 60 m long at most, whose sides meet at an angle, cut off where it is
  /// still `tip` wide.
  private static func field(toothOf degrees: Double, tip: Double, steps: Int = 1) -> [XY] {
    let slope = tan(degrees / 2 * .pi / 180)
    let mouth = 60 * slope + tip / 2
    let sides = (0...steps).map { 60 * Double($0) / Double(steps) }
    let lower = sides.map { XY(100 + $0, 50 - mouth + slope * $0) }
    return [XY(0, 0), XY(100, 0)] + lower + lower.reversed().map { XY($0.x, 100 - $0.y) }
      + [XY(100, 100), XY(0, 100)]
  }

  @Test(arguments: [1, 3, 7, 60])
  func `a dead end that tapers by less than ten degrees is narrow, by more a corner`(
    steps: Int
  ) throws {
    #expect(try Self.codes([Self.field(toothOf: 9, tip: 2, steps: steps)]) == ["narrow-part"])
    #expect(try Self.codes([Self.field(toothOf: 0, tip: 2, steps: steps)]) == ["narrow-part"])
    for degrees in [11.0, 14, 20, 30, 45] {
      #expect(try Self.codes([Self.field(toothOf: degrees, tip: 2, steps: steps)]).isEmpty)
    }
  }

  @Test(arguments: [1, 3, 7, 60])
  func `a spike is a spike however many vertices its sides have`(steps: Int) throws {
    var field = Self.field(toothOf: 6, tip: 0.01, steps: steps)
    let tip = field.firstIndex { $0.x == 160 } ?? 0
    field.replaceSubrange(tip...(tip + 1), with: [XY(160, 50)])
    #expect(try Self.codes([field]) == ["spike"])
  }

  @Test func `the least width is measured across, not round a corner`() throws {
    // The lower side falls a little, so that it and the end, 1 m away, are more than a right angle apart.
    let field = [
      XY(0, 0), XY(100, 0), XY(100, 48.5), XY(139, 48.4), XY(140, 48.4), XY(140, 51.5),
      XY(100, 51.5), XY(100, 100), XY(0, 100),
    ]
    let found = try Self.findings([field])
    #expect(found.map(\.rule) == ["geometry.narrow-part"])
    #expect(abs((found.first?.value ?? 0) - 3) < 1e-9)
  }

  @Test func `exactly the limit is wide enough`() throws {
    let field = Self.field(toothOf: 0, tip: 4)
    #expect(try Self.codes([field], width: 4).isEmpty)
    #expect(try Self.findings([field], width: 4.0001).map(\.value) == [4])
  }

  @Test func `what is narrow throughout is a sliver, and no narrow part`() throws {
    let strip = [XY(0, 0), XY(100, 0), XY(100, 3), XY(0, 3)]
    #expect(try Self.codes([strip]) == ["sliver"])
    let frame = [XY(0, 0), XY(100, 0), XY(100, 100), XY(0, 100)]
    let hole = [XY(3, 3), XY(3, 97), XY(97, 97), XY(97, 3)]
    #expect(try Self.codes([frame, hole]) == ["sliver"])
  }

  @Test func `corners, steps and slits across the outside are none`() throws {
    let steps = (0..<30).flatMap {
      [XY(3 * Double($0), 3 * Double($0)), XY(3 * Double($0) + 3, 3 * Double($0))]
    }
    #expect(try Self.codes([steps + [XY(90, 200), XY(0, 200)]]).isEmpty)
    let slit = [
      XY(0, 0), XY(50, 0), XY(50, 60), XY(51, 60), XY(51, 0), XY(100, 0), XY(100, 100), XY(0, 100),
    ]
    #expect(try Self.codes([slit]).isEmpty, "a slit of 1 m is cut out of the land")
    let circle = UnitCircle.vertices(200).map { XY(20 * $0.x, 20 * $0.y) }
    #expect(try Self.codes([circle]).isEmpty, "neighbours of neighbours are near, and face nothing")
  }

  @Test func `two holes leave a neck between them, from ring to ring`() throws {
    let field = [XY(0, 0), XY(100, 0), XY(100, 100), XY(0, 100)]
    let left = [XY(20, 40), XY(20, 60), XY(48, 60), XY(48, 40)]
    let right = left.map { XY(100 - $0.x, $0.y) }
    let found = try Self.findings([field, left, Array(right.reversed())])
    #expect(found.map(\.value) == [4])
    // The sides of 20 m, 4 m apart: from each end one sees the other side within 5 m only straight on.
    #expect(abs(PlanarMeasure.area(of: found[0].geometry).value - 80) < 1e-9)
    #expect(found[0].element == GeometryElement(part: 0, ring: 1, vertex: 2))
  }

  /// GEOS erodes by half the limit: where that tears the land apart, there must be a neck between the pieces.
  @Test func `land that erosion tears apart has a neck, and its outline is land`() throws {
    var ragged = RaggedPolygons(seed: 21)
    let workspace = Workspace()
    var torn = 0
    for _ in 0..<150 {
      let polygon = ragged.next()
      let shape = try Shape(polygon, in: workspace)
      guard try shape.isValid() else { continue }
      let found = try Self.findings([Array(polygon.positions.dropLast())])
        .filter { $0.rule == "geometry.narrow-part" }
      // GEOS rounds arcs and simplifies by about 1 % of the distance. A piece that a little more erosion
      // takes away is not surely as wide as the limit.
      let eroded = try shape.buffered(by: Metres(-2.5 * 0.98)).polygons()
      let wide = try (0..<eroded.partCount).filter { part in
        let ring = eroded.rings(ofPart: part).map {
          Array(eroded.positions[eroded.range(ofRing: $0)])
        }
        return try !Shape(.polygon(rings: ring), in: workspace).buffered(by: Metres(-0.1)).isEmpty
      }
      if wide.count > 1 {
        torn += 1
        #expect(found.contains { $0.message.english.hasPrefix("The land narrows") }, "\(polygon)")
      }
      for finding in found {
        let outline = try Shape(finding.geometry, in: workspace)
        let inside = try outline.intersection(with: shape).planarArea().value
        #expect(try inside >= 0.98 * outline.planarArea().value, "\(finding)")
        #expect((finding.value ?? 5) < 5)
      }
    }
    #expect(torn > 20, "the polygons show what is asked")
  }
}
