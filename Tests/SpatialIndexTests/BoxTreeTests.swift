import LandModel
import SpatialIndex
import Testing

/// The oracle is a loop over all boxes.
struct BoxTreeTests {
  /// Boxes of seeded sizes over a square of 1000, every ninth empty, every seventh like the one before.
  private func boxes(_ count: Int, seed: UInt64) -> [BoundingBox] {
    var random = SeededGenerator(seed: seed)
    var made: [BoundingBox] = []
    for row in 0..<count {
      let (x, y) = (random.unit() * 1000, random.unit() * 1000)
      let box = BoundingBox(
        minX: x, minY: y, maxX: x + random.unit() * 40, maxY: y + random.unit() * 40)
      made.append(row % 9 == 8 ? .empty : row % 7 == 6 ? made[row - 1] : box)
    }
    return made
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 2000])
  func `a query finds what a loop finds`(count: Int) {
    let rows = boxes(count, seed: 7)
    let tree = BoxTree(rows)
    for query in boxes(60, seed: 8) {
      #expect(tree.rows(meeting: query) == rows.indices.filter { rows[$0].meets(query) })
    }
    #expect(tree.rowCount == count)
  }

  @Test func `boxes that touch are found and empty ones are not`() {
    let unit = BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let corner = BoundingBox(minX: 1, minY: 1, maxX: 2, maxY: 2)
    let point = BoundingBox(minX: 0, minY: 1, maxX: 0, maxY: 1)
    let tree = BoxTree([unit, .empty, corner, point])
    #expect(tree.rows(meeting: unit) == [0, 2, 3])
    #expect(tree.rows(meeting: .empty).isEmpty)
    #expect(tree.boundingBox == BoundingBox(minX: 0, minY: 0, maxX: 2, maxY: 2))
    #expect(BoxTree([.empty]).rows(meeting: unit).isEmpty)
  }

  @Test func `the nearest rows are those of the sorted loop, ties by row`() {
    let rows = boxes(500, seed: 3)
    let tree = BoxTree(rows)
    for query in boxes(40, seed: 4) where !query.isEmpty {
      let all = rows.indices.filter { !rows[$0].isEmpty }.map {
        RowDistance(row: $0, distance: rows[$0].distance(to: query))
      }.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
      #expect(tree.nearestRows(to: query, count: 7) == Array(all.prefix(7)))
      #expect(
        tree.nearestRows(to: query, count: 600, within: 50) == all.filter { $0.distance <= 50 })
    }
  }

  @Test func `a refined distance may turn the order of boxes round`() {
    let query = BoundingBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
    let near = BoundingBox(minX: 1, minY: 0, maxX: 9, maxY: 9)
    let far = BoundingBox(minX: 3, minY: 0, maxX: 4, maxY: 1)
    let found = BoxTree([near, far]).nearestRows(to: query) { $0 == 0 ? 5 : 3 }
    #expect(found == [RowDistance(row: 1, distance: 3)])
    let none = BoxTree([near, far]).nearestRows(to: query) { _ in .infinity }
    #expect(none.isEmpty)
  }

  @Test func `equal boxes and boxes in one line make a sound tree`() {
    let same = [BoundingBox](
      repeating: BoundingBox(minX: 5, minY: 5, maxX: 5, maxY: 5), count: 100)
    #expect(BoxTree(same).rows(meeting: same[0]) == Array(0..<100))
    let infinite = BoundingBox(minX: -.infinity, minY: 0, maxX: .infinity, maxY: 1)
    #expect(BoxTree([infinite] + same).rows(meeting: infinite) == [0])
  }
}
