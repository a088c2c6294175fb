import LandModel
import Testing

@testable import Publishing

struct MapGeometryTests {
  /// Reads the text back as the report's script does: rings of steps from the origin, by part.
  private func decode(_ text: [UInt8]) -> [[[XY]]] {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
    func ring(_ letters: ArraySlice<UInt8>) -> [XY] {
      var (numbers, value, shift): ([Int], Int, Int) = ([], 0, 0)
      for letter in letters {
        let digit = alphabet.firstIndex(of: letter) ?? 0
        value |= (digit & 31) << shift
        shift += 5
        guard digit & 32 == 0 else { continue }
        numbers.append(value & 1 == 1 ? -(value + 1) / 2 : value / 2)
        (value, shift) = (0, 0)
      }
      var at = (x: 0, y: 0)
      return stride(from: 0, to: numbers.count, by: 2).map { index in
        at = (at.x + numbers[index], at.y + numbers[index + 1])
        return XY(Double(at.x), Double(at.y))
      }
    }
    let body = text.first == UInt8(ascii: "!") ? text.dropFirst() : text[...]
    return body.split(separator: UInt8(ascii: ";")).map { part in
      part.split(separator: UInt8(ascii: ",")).map(ring)
    }
  }

  private func text(
    _ geometry: Geometry, step: Double = 1, tolerance: Double = 0.1
  ) -> [UInt8]? {
    QuantisedText(origin: XY(100, 200), step: step)
      .text(of: GeometryColumn([geometry]), row: 0) { _ in tolerance }
  }

  @Test(arguments: [1e15, 1e21, 1e308])
  func `a boundary that reaches beyond any integer keeps the map sharp up to its edge`(
    _ far: Double
  ) {
    let grid = FocusGrid(
      box: BoundingBox(minX: 0, minY: 0, maxX: 10_000, maxY: 10_000),
      focus: [BoundingBox(minX: 5000, minY: -far, maxX: far, maxY: 4000)])
    #expect(grid.contains(XY(9900, 100)))
    #expect(!grid.contains(XY(100, 100)))
  }

  @Test func `polygons with holes and several parts come back as they went in`() throws {
    let shell = [XY(100, 200), XY(10_100, 200), XY(10_100, 5200), XY(100, 5200)]
    let hole = [XY(300, 300), XY(300, 400), XY(400, 400)]
    let island = [XY(-900, -800), XY(-500, -800), XY(-500, -300)]
    let geometry = Geometry.multiPolygon([
      [shell + [shell[0]], hole + [hole[0]]], [island + [island[0]]],
    ])
    let parts = decode(try #require(text(geometry)))
    let back = parts.map { $0.map { $0.map { XY($0.x + 100, $0.y + 200) } } }
    #expect(back.map { $0.map { Set($0) } } == [[Set(shell), Set(hole)], [Set(island)]])
  }

  @Test func `lines are marked and points have one position`() throws {
    let line = try #require(text(.line([XY(100, 200), XY(164, 200)])))
    #expect(line.first == UInt8(ascii: "!"))
    #expect(decode(line) == [[[XY(0, 0), XY(64, 0)]]])
    #expect(decode(try #require(text(.point(XY(90, 210))))) == [[[XY(-10, 10)]]])
  }

  @Test func `what is not finite or beyond all maps neither traps nor is drawn`() {
    #expect(text(.point(XY(.nan, 0))) == nil)
    #expect(text(.line([XY(0, 0), XY(.infinity, 0)])) == nil)
    #expect(text(.point(XY(1e300, -1e300))) != nil)
    #expect(text(Geometry.null) == nil)
  }

  @Test func `no position dropped lies farther from the line than the tolerance`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      var at = XY(0, 0)
      let line = (0..<200).map { _ in
        at = XY(at.x + 10 * generator.unit(), at.y + 20 * (generator.unit() - 0.5))
        return at
      }
      let tolerance = 8.0
      let kept = LineSimplification.line(line[...], tolerance: { _ in tolerance })
      #expect(kept.first == line.first && kept.last == line.last)
      #expect(kept.count < line.count)
      for position in line {
        let nearest = zip(kept, kept.dropFirst()).map { distance(position, $0, $1) }.min() ?? 0
        // The pass that thins dense runs may add a quarter.
        #expect(nearest <= 1.25 * tolerance)
      }
    }
  }

  @Test func `a ring smaller than the tolerance vanishes, a larger one stays a ring`() {
    let square = [XY(0, 0), XY(10, 0), XY(10, 10), XY(0, 10), XY(0, 0)]
    #expect(LineSimplification.ring(square[...], tolerance: { _ in 30 }).isEmpty)
    #expect(LineSimplification.ring(square[...], tolerance: { _ in 1 }).count == 4)
  }

  @Test func `a piece too thin to be drawn is shown as a point in its middle`() throws {
    let encoder = MapEncoder(
      box: BoundingBox(minX: 0, minY: 0, maxX: 1000, maxY: 1000), focus: [])
    let sliver = Geometry.polygon(rings: [
      [XY(100, 100), XY(300, 100), XY(300, 100.01), XY(100, 100.01), XY(100, 100)]
    ])
    let drawn = decode(try #require(encoder.exact(sliver)))
    #expect(drawn == [[[XY(200, 100)]]])
  }

  @Test func `a layer over its budget is drawn more coarsely away from towns only`() {
    let box = BoundingBox(minX: 0, minY: 0, maxX: 100_000, maxY: 100_000)
    let town = BoundingBox(minX: 0, minY: 0, maxX: 1000, maxY: 1000)
    let encoder = MapEncoder(box: box, focus: [town])
    // 400 parcels of 60 m, half of them near the town and half far away.
    let parcels = (0..<400).map { number -> Geometry in
      let offset = number < 200 ? 0.0 : 80_000
      let (x, y) = (offset + Double(number % 20) * 100, Double(number % 200 / 20) * 100)
      return .polygon(rings: [
        [XY(x, y), XY(x + 60, y), XY(x + 60, y + 60), XY(x, y + 60), XY(x, y)]
      ])
    }
    var layer = MapLayer(key: "parcels", title: "", group: "", kind: .polygon)
    encoder.add(GeometryColumn(parcels), to: &layer, tolerance: 10, budget: 4000) { row, geometry in
      MapLayer.Feature(geometry: geometry, title: "\(row)", lines: [])
    }
    #expect(layer.total == 400)
    #expect(layer.tolerance > 10)
    #expect(layer.features.prefix(200).map(\.title) == (0..<200).map { "\($0)" })
    #expect(layer.features.count == 200)
  }

  private func distance(_ position: XY, _ start: XY, _ end: XY) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return position.distance(to: start) }
    let t = ((position.x - start.x) * dx + (position.y - start.y) * dy) / square
    let along = min(1, max(0, t))
    return position.distance(to: XY(start.x + along * dx, start.y + along * dy))
  }
}
