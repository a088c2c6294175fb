import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// The figures of OGC 06-103r4 (6.1.11, 6.1.14) and the cases that JTS and GEOS are tested by, by hand.
struct ClassicValidityTests {
  /// A case, and the rules that it breaks; none for a valid one.
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let rules: Set<RuleCode>

    init(_ name: String, _ text: String, _ rules: RuleCode...) {
      self.name = name
      self.text = text
      self.rules = Set(rules)
    }

    var testDescription: String { name }
  }

  private static let shell = "(0 0,10 0,10 10,0 10,0 0)"

  static let rings: [Case] = [
    Case("square", "POLYGON(\(shell))"),
    Case("clockwise square", "POLYGON((0 0,0 10,10 10,10 0,0 0))"),
    Case("repeated points", "POLYGON((0 0,0 0,10 0,10 0,10 0,10 10,0 10,0 10,0 0))"),
    Case("vertices on straight edges", "POLYGON((0 0,5 0,10 0,10 5,10 10,0 10,0 0))"),
    Case("bow-tie", "POLYGON((0 0,10 10,10 0,0 10,0 0))", "ogc.self-intersection"),
    Case(
      "crossing at a vertex", "POLYGON((0 0,5 5,10 10,10 0,5 5,0 10,0 0))", "ogc.self-intersection"),
    Case("self-touch from inside", "POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))", "ogc.ring-self-touch"),
    Case(
      "self-touch at a vertex", "POLYGON((0 0,5 5,10 0,10 10,5 5,0 10,0 0))", "ogc.ring-self-touch"),
    Case(
      "inverted shell", "POLYGON((5 0,10 0,10 10,0 10,0 0,5 0,3 4,7 4,5 0))", "ogc.ring-self-touch"),
    Case(
      "exverted hole",
      "POLYGON((0 0,20 0,20 20,0 20,0 0),(5 5,8 8,8 5,5 5,2 2,2 5,5 5))", "ogc.ring-self-touch"),
    Case(
      "spike outward", "POLYGON((0 0,10 0,10 5,15 5,10 5,10 10,0 10,0 0))", "ogc.self-intersection"),
    Case(
      "spike inward", "POLYGON((0 0,10 0,10 5,5 5,10 5,10 10,0 10,0 0))", "ogc.self-intersection"),
    Case("zero area", "POLYGON((0 0,10 0,5 0,0 0))", "ogc.self-intersection"),
    Case("there and back", "POLYGON((0 0,10 0,0 0))", "ogc.too-few-points"),
    Case("one point", "POLYGON((1 1,1 1,1 1,1 1))", "ogc.too-few-points"),
    Case("twice round", "POLYGON((0 0,9 0,9 9,0 0,9 0,9 9,0 0))", "ogc.self-intersection"),
    Case(
      "figure of eight along an edge", "POLYGON((0 0,9 0,9 9,0 9,0 4,9 4,0 4,0 0))",
      "ogc.self-intersection", "ogc.ring-self-touch"),
    Case(
      "star of five crossings", "POLYGON((0 9,6 -8,-9 3,9 3,-6 -8,0 9))", "ogc.self-intersection"),
    Case("collapsed line", "LINESTRING(1 1,1 1)", "ogc.too-few-points"),
    Case("crossing line", "LINESTRING(0 0,9 9,9 0,0 9)"),
    Case("point", "POINT(1 1)"),
  ]

  static let holes: [Case] = [
    Case("hole", "POLYGON(\(shell),(2 2,4 2,4 4,2 2))"),
    Case("hole wound as its shell", "POLYGON(\(shell),(2 2,4 2,4 4,2 4,2 2))"),
    Case("hole touches shell at a vertex", "POLYGON(\(shell),(0 0,4 2,2 4,0 0))"),
    Case("hole touches an edge of the shell", "POLYGON(\(shell),(5 0,7 3,3 3,5 0))"),
    Case(
      "shell touches an edge of the hole",
      "POLYGON((0 0,10 0,10 10,5 5,0 10,0 0),(3 4,7 4,7 5,3 5,3 4))"),
    Case(
      "vertex of shell on edge of hole", "POLYGON((0 0,5 2,10 0,10 10,0 10,0 0),(2 2,8 2,5 6,2 2))"),
    Case(
      "hole touches shell twice", "POLYGON(\(shell),(0 5,5 3,10 5,5 7,0 5))",
      "ogc.disconnected-interior"),
    Case(
      "hole along an edge of the shell", "POLYGON(\(shell),(0 2,4 2,4 6,0 6,0 2))",
      "ogc.self-intersection"),
    Case("hole crosses shell", "POLYGON(\(shell),(5 5,15 4,15 6,5 5))", "ogc.self-intersection"),
    Case("hole outside", "POLYGON(\(shell),(20 20,22 20,22 22,20 20))", "ogc.hole-outside-shell"),
    Case(
      "hole outside, touching", "POLYGON(\(shell),(10 10,14 10,14 14,10 10))",
      "ogc.hole-outside-shell"),
    Case(
      "hole round the shell", "POLYGON((2 2,4 2,4 4,2 2),(0 0,10 0,10 10,0 10,0 0))",
      "ogc.hole-outside-shell"),
    Case("hole equal to shell", "POLYGON(\(shell),\(shell))", "ogc.duplicate-ring"),
    Case(
      "hole equal to shell, turned", "POLYGON(\(shell),(0 10,10 10,10 0,0 0,0 10))",
      "ogc.duplicate-ring"),
    Case(
      "equal holes", "POLYGON(\(shell),(2 2,4 2,4 4,2 2),(4 4,2 2,4 2,4 4))", "ogc.duplicate-ring"),
    Case(
      "nested holes", "POLYGON(\(shell),(1 1,9 1,9 9,1 9,1 1),(4 4,6 4,6 6,4 4))",
      "ogc.nested-holes"),
    Case(
      "nested holes, the inner first", "POLYGON(\(shell),(4 4,6 4,6 6,4 4),(1 1,9 1,9 9,1 9,1 1))",
      "ogc.nested-holes"),
    Case(
      "nested holes that touch", "POLYGON(\(shell),(1 1,9 1,9 9,1 9,1 1),(1 1,6 4,6 6,1 1))",
      "ogc.nested-holes"),
    Case("holes touch at a point", "POLYGON(\(shell),(1 1,4 1,4 4,1 1),(4 4,8 4,8 8,4 4))"),
    Case(
      "holes share an edge", "POLYGON(\(shell),(1 1,4 1,4 4,1 4,1 1),(4 1,8 1,8 4,4 4,4 1))",
      "ogc.self-intersection"),
    Case(
      "holes cross", "POLYGON(\(shell),(1 1,6 1,6 6,1 6,1 1),(4 4,8 4,8 8,4 8,4 4))",
      "ogc.self-intersection"),
    Case(
      "chain of holes across the shell",
      "POLYGON(\(shell),(0 5,3 4,5 5,3 6,0 5),(5 5,7 4,10 5,7 6,5 5))", "ogc.disconnected-interior"),
    Case(
      "chain of holes in a ring",
      "POLYGON(\(shell),(5 2,3 5,2 4,5 2),(3 5,5 8,4 8,3 5),(5 8,7 5,8 6,5 8),(7 5,5 2,6 2,7 5))",
      "ogc.disconnected-interior"),
    Case(
      "chain of holes that ends in the middle",
      "POLYGON(\(shell),(0 5,3 4,5 5,3 6,0 5),(5 5,7 4,9 5,7 6,5 5))"),
    Case(
      "three holes meet at one point",
      "POLYGON(\(shell),(5 5,2 4,2 6,5 5),(5 5,8 4,8 6,5 5),(5 5,4 8,6 8,5 5))"),
  ]

  static let parts: [Case] = [
    Case("parts apart", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((3 3,4 3,4 4,3 3)))"),
    Case("parts touch at a point", "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((1 1,2 1,2 2,1 2,1 1)))"),
    Case(
      "parts touch at two points",
      "MULTIPOLYGON(((0 0,4 0,2 2,4 4,0 4,0 0)),((4 0,6 0,6 4,4 4,5 2,4 0)))"),
    Case(
      "parts share an edge", "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((1 0,2 0,2 1,1 1,1 0)))",
      "ogc.self-intersection"),
    Case(
      "parts share part of an edge",
      "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((4 1,6 1,6 2,4 2,4 1)))", "ogc.self-intersection"),
    Case(
      "parts overlap", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((2 2,6 2,6 6,2 6,2 2)))",
      "ogc.self-intersection"),
    Case(
      "equal parts", "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((4 4,0 0,4 0,4 4)))", "ogc.duplicate-ring"),
    Case(
      "nested parts", "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((2 2,4 2,4 4,2 2)))",
      "ogc.nested-shells"),
    Case(
      "nested parts, the inner first", "MULTIPOLYGON(((2 2,4 2,4 4,2 2)),((0 0,9 0,9 9,0 9,0 0)))",
      "ogc.nested-shells"),
    Case(
      "nested parts that touch", "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((0 0,4 2,2 4,0 0)))",
      "ogc.nested-shells"),
    Case("part in a hole", "MULTIPOLYGON((\(shell),(1 1,9 1,9 9,1 9,1 1)),((3 3,6 3,6 6,3 3)))"),
    Case(
      "part in a hole, touching it",
      "MULTIPOLYGON((\(shell),(1 1,9 1,9 9,1 9,1 1)),((1 1,6 3,3 6,1 1)))"),
    Case(
      "part fills a hole", "MULTIPOLYGON((\(shell),(1 1,9 1,9 9,1 9,1 1)),((1 1,9 1,9 9,1 9,1 1)))",
      "ogc.duplicate-ring"),
    Case(
      "part round a hole", "MULTIPOLYGON((\(shell),(4 4,6 4,6 6,4 6,4 4)),((2 2,8 2,8 8,2 8,2 2)))",
      "ogc.nested-shells"),
    Case(
      "part crosses a hole", "MULTIPOLYGON((\(shell),(4 4,6 4,6 6,4 6,4 4)),((5 5,8 5,8 8,5 5)))",
      "ogc.self-intersection"),
    Case(
      "islands in islands",
      "MULTIPOLYGON(((0 0,20 0,20 20,0 20,0 0),(1 1,19 1,19 19,1 19,1 1)),((2 2,18 2,18 18,2 18,2 2),(3 3,17 3,17 17,3 17,3 3)),((5 5,8 5,8 8,5 5)))"
    ),
    Case(
      "one part invalid by itself", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((3 3,5 5,5 3,3 5,3 3)))",
      "ogc.self-intersection"),
  ]

  /// Sizes at which each case is the same case: powers of two, so that nothing is rounded.
  private static let scales = [1, 0x1p-30, 0x1p50, 0x1p-1000, 0x1p900]

  @Test(arguments: rings + holes + parts)
  func `a case is judged as its figure says, at any size and as GEOS judges it`(_ each: Case) throws
  {
    let geometry = try #require(WKT.geometry(each.text))
    let geometries = Self.scales.map { scale in
      geometry.mapPositions { XY($0.x * scale, $0.y * scale) }
    }
    let features = InspectedFeatures(
      key: "cases", geometry: GeometryColumn(geometries),
      names: .listed(geometries.indices.map { FeatureID("\($0)") }), surface: .asStored)
    let validity = BoundaryRules.featureChecks.filter { $0.rule.code.group == "ogc" }
    let report = try FeatureInspection(
      validity, parameters: BoundaryParameters(findingsKeptPerRule: 1000)
    ).findings(in: features, workers: 1)
    for row in geometries.indices {
      let rules = Set(report.findingsByRow().filter { $0.row == row }.map(\.finding.rule))
      #expect(rules == each.rules, "at scale \(Self.scales[row])")
    }
    let fault = try Shape(geometry, in: Workspace()).validityFault()
    #expect((fault == nil) == each.rules.isEmpty, "GEOS says: \(fault?.reason ?? "valid")")
  }
}
