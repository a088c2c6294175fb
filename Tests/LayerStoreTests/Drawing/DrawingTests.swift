import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// `fixtures/formats/good/drawing.dxf`: what becomes of lines, bulges and texts.
struct DrawingTests {
  private static let path = Fixtures.folder("formats/good").appendingPathComponent("drawing.dxf")
    .path

  private func read(_ layer: String? = nil) throws -> SourceLayer {
    try LayerReader.read(LayerAddress(file: Self.path, layer: layer))
  }

  private func row(_ handle: String, in layer: SourceLayer) throws -> Int {
    let handles = try #require(layer.attributes["EntityHandle"])
    return try #require((0..<handles.count).first { handles.text(at: $0) == handle })
  }

  private func area(_ handle: String) throws -> Double {
    let layer = try read()
    return PlanarMeasure.area(of: layer.geometry.geometry(ofRow: try row(handle, in: layer))).value
  }

  @Test func `closed lines are polygons, a gap of millimetres is closed and told`() throws {
    let layer = try read()
    #expect(try area("A1") == 10_000)
    #expect(try area("A2") == 10_000)
    let remark = try #require(
      layer.remarks.first { $0.text.english.contains("greatest gap is 0.004") })
    #expect(remark.kind == .guess)
    #expect(remark.rows == [try row("A2", in: layer)])
    let ring = layer.geometry.range(ofRow: try row("A2", in: layer))
    #expect(ring.count == 5)
  }

  @Test func `a gap of more stays open`() throws {
    func line(_ gap: Double) -> DrawingLines {
      DrawingLines(
        GeometryColumn([.line([XY(0, 0), XY(9, 0), XY(9, 9), XY(0, 9), XY(0, gap)])]))
    }
    #expect(line(0.01).column.kinds == [.polygon])
    #expect(line(0.0101).column.kinds == [.line])
    #expect(line(0.0101).rowsOpen == [0])
    #expect(line(.nan).column.kinds == [.line])
    // Two edges there and back bound nothing.
    let back = DrawingLines(GeometryColumn([.line([XY(0, 0), XY(9, 0), XY(0, 0)])]))
    #expect(back.column.kinds == [.line])
  }

  @Test func `bulges and circles are chords within a millimetre, and their rows are told`() throws {
    // A square with a half circle of 50 m outwards: half of π 50².
    #expect(abs(try area("A4") - (10_000 + .pi * 1250)) < 0.1)
    // A bulge of 0.5 is an arc of 4 atan 0.5: a segment of radius 62.5 m.
    let angle = 4 * atan(0.5)
    #expect(abs(try area("A5") - (10_000 + 62.5 * 62.5 / 2 * (angle - sin(angle)))) < 0.1)
    #expect(abs(try area("A6") - .pi * 2500) < 0.25)
    let layer = try read()
    let curves = try #require(layer.remarks.first { $0.kind == .curve })
    #expect(try curves.rows == ["A4", "A5", "A6", "A7"].map { try row($0, in: layer) })
    #expect(curves.text.english.contains("at most 0.001000 drawing units"))
    // GDAL gives the start of a bulge twice.
    for row in try ["A4", "A5"].map({ try row($0, in: layer) }) {
      let positions = layer.geometry.geometry(ofRow: row).positions
      #expect(zip(positions, positions.dropFirst()).allSatisfy { $0.distance(to: $1) > 0.1 })
    }
    let circle = layer.geometry.range(ofRow: try row("A6", in: layer))
    let centre = XY(403_200, 2_851_050)
    for index in circle.dropFirst() {
      let (a, b) = (layer.geometry.positions[index - 1], layer.geometry.positions[index])
      let middle = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
      #expect(50 - middle.distance(to: centre) < 0.001_001)
    }
  }

  @Test func `texts become the attribute of the polygon they stand in`() throws {
    let layer = try read("地块")
    let texts = try #require(layer.attributes["Text"])
    #expect(texts.text(at: try row("A1", in: layer)) == "飞天山; 0.1亩")
    #expect(texts.text(at: try row("A2", in: layer)) == "热水\n镇")
    #expect(texts.text(at: try row("A4", in: layer)) == nil)
    #expect(layer.remarks.contains { $0.kind == .loss && $0.text.english.contains("图例") })
    #expect(layer.attributes["Layer"]?.text(at: 0) == "地块")
  }

  @Test func `a text belongs to the smallest polygon that holds it`() {
    func square(_ low: Double, _ high: Double) -> Geometry {
      .polygon(rings: [
        [XY(low, low), XY(high, low), XY(high, high), XY(low, high), XY(low, low)]
      ])
    }
    let column = GeometryColumn([
      square(0, 100), square(40, 60), square(200, 300), .point(XY(50, 50)), .point(XY(10, 10)),
      .point(XY(150, 150)), .point(XY(250, 210)),
    ])
    let labels = DrawingLabels(column, labels: [nil, nil, nil, "inner", "outer", "none", nil])
    #expect(labels.texts == ["outer", "inner", nil, nil, nil, nil, nil])
    #expect(labels.rowsPlaced == [3, 4])
    #expect(labels.rowsOutside == [5])
  }

  @Test func `a layer of the drawing can be read alone`() throws {
    #expect(try read("道路").geometry.kinds == [.line, .line])
    #expect(try read("注记").attributes["Text"]?.text(at: 0) == "飞天山")
    #expect(
      throws: LayerStoreError.layerMissing(
        file: Self.path, layer: "x", available: ["地块", "注记", "道路"])
    ) { try read("x") }
  }

  @Test func `an encoding that is asked for is used`() throws {
    let folder = try ScratchFolder()
    var content = try Data(contentsOf: URL(fileURLWithPath: Self.path))
    // A header that lies about its encoding.
    let page = try #require(content.range(of: Data("ANSI_936".utf8)))
    content.replaceSubrange(page, with: Data("ANSI_1252".utf8))
    let path = try folder.write(content, to: "lying.dxf")
    let wrong = try LayerReader.read(LayerAddress(file: path))
    #expect(wrong.attributes["Layer"]?.text(at: 0) != "地块")
    let right = try LayerReader.read(
      LayerAddress(file: path), options: ReadOptions(encoding: "GBK"))
    #expect(right.attributes["Layer"]?.text(at: 0) == "地块")
  }
}
