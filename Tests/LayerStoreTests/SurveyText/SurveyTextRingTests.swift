import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// Closing points, ring numbers and counts, as real writers give them.
struct SurveyTextRingTests {
  private func read(_ parcels: String) throws -> SourceLayer {
    try SurveySample.read("\u{FEFF}" + SurveySample.fullHeader + "\n" + parcels)
  }

  private static let outer = [(0.0, 0.0), (300, 0), (300, 300), (0, 300)]
  private static let inner = [(100.0, 100.0), (100, 200), (200, 200), (200, 100)]
  private static let island = [(140.0, 140.0), (160, 140), (160, 160), (140, 160)]
  private static let beside = [(0.0, 400.0), (100, 400), (100, 500), (0, 500)]

  /// Area of the whole row, by which shells and holes are told.
  private func area(_ layer: SourceLayer, row: Int = 0) -> Double {
    PlanarMeasure.area(of: layer.geometry.geometry(ofRow: row)).value
  }

  // MARK: Closing point

  @Test(arguments: ["5", "4"])
  func `a closing point may be counted or not`(count: String) throws {
    let layer = try read(SurveySample.square.replacing("5,1.0", with: "\(count),1.0"))
    #expect(layer.geometry.positions == SurveySample.squarePositions)
    #expect(layer.guesses.isEmpty)
  }

  @Test func `an omitted closing point is added and said`() throws {
    let open = SurveySample.square.replacing(
      "J4,1,2851711.000,38402694.000\nJ1,1,2851811.000,38402694.000", with: "J4,1,2851711,38402694")
    for count in ["5", "4"] {
      let layer = try read(open.replacing("5,1.0", with: "\(count),1.0"))
      #expect(layer.geometry.positions == SurveySample.squarePositions)
      #expect(
        layer.guesses == [
          "Rings of 1 parcel do not repeat their first point; they are closed."
        ])
      #expect(layer.attributes["界址点号"] == .text(["1顺:J1-J4"]))
    }
  }

  @Test func `a closing line of one ordinate twice is put right and said`() throws {
    let layer = try read(
      SurveySample.square.replacing(
        "J4,1,2851711.000,38402694.000\nJ1,1,2851811.000,38402694.000",
        with: "J4,1,2851711.000,38402694.000\nJ1,1,2851811.000,2851811.000"))
    #expect(layer.geometry.positions == SurveySample.squarePositions)
    #expect(layer.guesses.count == 1)
    #expect(layer.guesses.contains { $0.contains("one ordinate twice") })
  }

  // MARK: Rings

  @Test func `a ring inside another is a hole, whatever its number and direction`() throws {
    for (first, second) in [(1, 2), (2, 1), (1, 1)] {
      for inner in [Self.inner, Self.inner.reversed()] {
        let layer = try read(SurveySample.parcel([(first, Self.outer), (second, inner)]))
        #expect(layer.geometry.parts(ofRow: 0).count == 1)
        #expect(area(layer) == 90_000 - 10_000)
      }
    }
  }

  @Test func `a hole that comes before its shell is still a hole`() throws {
    let layer = try read(SurveySample.parcel([(1, Self.inner), (2, Self.outer)]))
    #expect(layer.geometry.parts(ofRow: 0).count == 1)
    #expect(area(layer) == 80_000)
    #expect(layer.guesses.contains { $0.contains("which lies in which") })
  }

  @Test func `a ring beside the first is a part, and one within a hole too`() throws {
    let layer = try read(
      SurveySample.parcel([
        (1, Self.outer), (2, Self.inner), (3, Self.beside), (4, Self.island),
      ]))
    #expect(layer.geometry.parts(ofRow: 0).count == 3)
    #expect(area(layer) == 90_000 - 10_000 + 10_000 + 400)
    #expect(layer.remarks.first { $0.text.english.contains("which lies in which") }?.rows == [0])
  }

  @Test func `a hole that touches its shell in a point is told by its other points`() throws {
    let touching = [(0.0, 0.0), (100, 50), (50, 100)]
    let layer = try read(SurveySample.parcel([(1, Self.outer), (2, touching)]))
    #expect(layer.geometry.parts(ofRow: 0).count == 1)
    #expect(layer.guesses.isEmpty)
  }

  @Test func `a boundary that passes its first point is not cut there`() throws {
    // Two squares that meet in their common first corner, walked as one ring of other names.
    let points = [
      ("J1", 0, 0), ("J2", 100, 0), ("J3", 100, 100), ("J4", 0, 0), ("J5", -100, 0),
      ("J6", -100, -100), ("J1", 0, 0),
    ]
    let lines = points.map { "\($0.0),1,\(2_851_000 + $0.1),\(38_402_000 + $0.2)" }
    let layer = try read("7,,1,,面,,,,@\n" + lines.joined(separator: "\n"))
    #expect(layer.geometry.ringEnds.count == 1)
  }

  @Test func `parcels may restart point numbers or run on`() throws {
    let second = SurveySample.square.replacing("J", with: "K").replacing("38402", with: "38403")
    let layer = try read(SurveySample.square + second)
    #expect(layer.geometry.count == 2)
    #expect(layer.attributes["界址点号"] == .text(["1顺:J1-J4,J1", "1顺:K1-K4,K1"]))
  }

  // MARK: Shapes, fields and counts

  @Test func `points and lines keep their shape`() throws {
    let layer = try read(
      """
      2,,P1,界桩,点,,,,@
      1,1,2851811.000,38402694.000
      2,1,2851811.000,38402794.000
      3,,L1,道路,线,,,,@
      1,1,2851811.000,38402694.000
      2,1,2851811.000,38402794.000
      3,1,2851711.000,38402794.000
      0,,N1,空,面,,,,@
      """)
    #expect(layer.geometry.kinds == [.point, .line, .null])
    #expect(layer.geometry.parts(ofRow: 0).count == 2)
    #expect(layer.geometry.parts(ofRow: 1).count == 1)
    #expect(layer.guesses.isEmpty)
  }

  @Test func `eight to thirteen fields are kept by their place`() throws {
    let point = "\nJ1,1,2851811,38402694\nJ2,1,2851811,38402794\nJ3,1,2851711,38402794\n"
    let layer = try read(
      "3,,1,a,面,,,地上,@" + point + "3,,2,b,面,,,,1,2,3,4,备注,@" + point + "3,,3,c,面,,@" + point)
    #expect(layer.attributes["地类编码"] == .text(["地上", nil, nil]))
    #expect(layer.attributes["TBLX"] == .text([nil, "1", nil]))
    #expect(layer.attributes["BZ"] == .text([nil, "备注", nil]))
    let nine = try read("3,,1,a,面,,,,x,@" + point)
    #expect(nine.attributes["字段9"] == .text(["x"]))
  }

  @Test func `more points than declared are read and said, an unknown count too`() throws {
    let layer = try read(
      SurveySample.square.replacing("5,1.0", with: "3,1.0")
        + SurveySample.square.replacing("5,1.0", with: ",1.0"))
    #expect(layer.geometry.range(ofRow: 0).count == 5)
    #expect(layer.remarks.first { $0.text.english.contains("more points") }?.rows == [0])
    #expect(layer.remarks.first { $0.text.english.contains("how many points") }?.rows == [1])
  }
}
