import LandModel
import Testing

@testable import Publishing

struct FindingPictureTests {
  private static let window = BoundingBox(minX: 0, minY: 0, maxX: 10, maxY: 10)

  private func ring(_ corners: [(Double, Double)]) -> [XY] {
    (corners + corners.prefix(1)).map { XY($0.0, $0.1) }
  }

  private func area(_ ring: [XY]) -> Double {
    abs(PlanarMeasure.signedArea(ofRing: (ring + ring.prefix(1))[...]))
  }

  @Test func `a ring is cut to the window`() {
    // Half of the square, a corner of the diamond, all of the window, none of it.
    let cases: [([(Double, Double)], Double)] = [
      ([(5, 2), (15, 2), (15, 8), (5, 8)], 30), ([(10, 5), (15, 10), (10, 15), (5, 10)], 12.5),
      ([(-5, -5), (20, -5), (20, 20), (-5, 20)], 100), ([(11, 11), (12, 11), (12, 12)], 0),
      ([(1, 1), (3, 1), (3, 3), (1, 3)], 4),
    ]
    for (corners, expected) in cases {
      let clipped = RingClip.ring(ring(corners)[...], to: Self.window)
      #expect(abs(area(clipped) - expected) < 1e-9, "\(corners)")
      #expect(clipped.allSatisfy { Self.window.contains($0) })
    }
  }

  @Test func `a line keeps the runs that come near`() {
    let line = [(-50.0, 5.0), (5, 5), (50, 5), (50, 50), (5, 50), (5, -5)].map { XY($0.0, $0.1) }
    let runs = RingClip.line(line[...], to: Self.window)
    #expect(runs == [Array(line[0...2]), Array(line[4...5])])
  }

  @Test func `the window shows the place whole, and a distance of a millimetre from near by`() {
    let town = BoundingBox(minX: 0, minY: 0, maxX: 2400, maxY: 1800)
    let overlap = BoundingBox(minX: 100, minY: 100, maxX: 900, maxY: 150)
    let whole = PictureFrame(place: overlap, feature: town, length: nil)
    #expect(whole.box.contains(overlap))
    let point = BoundingBox(minX: 100, minY: 100, maxX: 100, maxY: 100)
    let crossing = PictureFrame(place: point, feature: town, length: nil)
    #expect((200...400).contains(crossing.box.width))
    let near = PictureFrame(place: point, feature: town, length: 0.0005)
    #expect(near.box.width < 0.01)
    #expect(near.scaleBar.text.hasSuffix("mm"))
  }

  @Test(arguments: [
    (0.004, "2 mm"), (0.1, "5 cm"), (3.0, "2 m"), (40.0, "20 m"), (900.0, "500 m"),
    (9000.0, "5 km"),
  ])
  func `the scale bar is round and at most a quarter`(reach: Double, text: String) {
    // Reach is half the height; the picture is 1.6 times as wide, a quarter of that is 0.8 of it.
    let frame = PictureFrame(centre: XY(0, 0), reach: (x: reach, y: reach))
    #expect(frame.scaleBar.text == text)
    #expect(frame.scaleBar.pixels <= PictureFrame.width / 4)
    #expect(frame.scaleBar.pixels > PictureFrame.width / 12)
  }
}
