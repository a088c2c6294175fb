import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

struct ArcStrokerTests {
  private func stroked(_ a: XY, _ b: XY, _ c: XY, _ stroker: ArcStroker = .metres) -> [XY] {
    var positions = [a]
    stroker.appendArc(from: a, through: b, to: c, to: &positions)
    return positions
  }

  /// Arcs of random centres, radii and angles: on the circle, within the tolerance, the same both ways.
  @Test func `chords leave an arc by no more than the tolerance, in either direction`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let centre = XY(
        .random(in: 3e5...8e5, using: &generator), .random(in: 2e6...3e6, using: &generator))
      let radius = pow(10, Double.random(in: -1...4, using: &generator))
      let from = Double.random(in: 0...(2 * .pi), using: &generator)
      let sweep =
        Double.random(in: 0.2...6, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
      func place(_ share: Double) -> XY {
        XY(
          centre.x + radius * cos(from + sweep * share),
          centre.y + radius * sin(from + sweep * share))
      }
      let (a, b, c) = (place(0), place(0.4), place(1))
      let positions = stroked(a, b, c)
      #expect(positions.first == a && positions.last == c)
      #expect(stroked(c, b, a) == positions.reversed())
      var length = 0.0
      for index in positions.indices.dropFirst() {
        let (p, q) = (positions[index - 1], positions[index])
        let middle = XY((p.x + q.x) / 2, (p.y + q.y) / 2)
        // Coordinates of millions hold 5 × 10⁻¹⁰; a circle through three such points is less sure.
        #expect(abs(p.distance(to: centre) - radius) < 1e-5 * max(1, radius / 10))
        #expect(abs(radius - middle.distance(to: centre)) < 0.001 + 1e-5 * max(1, radius / 10))
        length += p.distance(to: q)
      }
      #expect(abs(length / (radius * abs(sweep)) - 1) < 0.01)
    }
  }

  @Test func `positions in a line stay a line`() {
    #expect(stroked(XY(0, 0), XY(5, 0), XY(10, 0)) == [XY(0, 0), XY(5, 0), XY(10, 0)])
    #expect(stroked(XY(0, 0), XY(5, 1e-9), XY(10, 0)) == [XY(0, 0), XY(5, 1e-9), XY(10, 0)])
    #expect(stroked(XY(1, 1), XY(1, 1), XY(1, 1)) == [XY(1, 1), XY(1, 1)])
    #expect(stroked(XY(0, 0), XY(.nan, 1), XY(2, 0)).count == 3)
  }

  @Test func `a whole circle closes`() {
    let circle = stroked(XY(0, 0), XY(2, 0), XY(0, 0))
    #expect(circle.first == circle.last)
    #expect(abs(PlanarMeasure.signedArea(ofRing: circle[...])) > 0.99 * .pi)
  }

  @Test(arguments: [1e-9, 0.001, 1e6, 1e12, 1e300])
  func `a radius of any size gives a bounded number of chords`(radius: Double) {
    let step = ArcStroker.metres.step(radius: radius)
    #expect(step >= ArcStroker.smallestStep && step <= ArcStroker.greatestStep)
  }

  @Test
  func `curve polygons and multisurfaces of a GeoPackage are stroked, and only they are told`()
    throws
  {
    let folder = try ScratchFolder()
    let source = try folder.write(
      """
      id,WKT
      1,"POLYGON((0 0,1 0,1 1,0 0))"
      2,"CURVEPOLYGON(COMPOUNDCURVE((0 0,100 0),CIRCULARSTRING(100 0,150 50,100 100),(100 100,0 100,0 0)))"
      3,"MULTISURFACE(CURVEPOLYGON(CIRCULARSTRING(0 0,200 0,0 0),CIRCULARSTRING(50 0,150 0,50 0)))"
      4,"MULTISURFACE(((0 0,1 0,1 1,0 0)))"
      """, to: "source.csv")
    let path = folder.path("curves.gpkg")
    _ = try #require(
      CommandLineTool.output([
        "ogr2ogr", "-nlt", "GEOMETRY", "-a_srs", "EPSG:4547", path, source,
      ]))
    let layer = try LayerReader.read(LayerAddress(file: path))
    let areas = (0..<4).map { PlanarMeasure.area(of: layer.geometry.geometry(ofRow: $0)).value }
    #expect(areas[0] == 0.5 && areas[3] == 0.5)
    // A square with a half circle of 50 m; a ring between 100 m and 50 m.
    #expect(abs(areas[1] - (10_000 + .pi * 1250)) < 0.11)
    #expect(abs(areas[2] - .pi * 7500) < 0.6)
    #expect(layer.remarks.map(\.kind) == [.curve])
    #expect(layer.remarks.map(\.rows) == [[1, 2]])
  }
}
