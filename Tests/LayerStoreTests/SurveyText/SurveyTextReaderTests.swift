import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// Variants of the format, each with what must be read and what must be said (domain facts §3.4).
struct SurveyTextReaderTests {
  @Test func `the full form gives the parcel, its fields and its header`() throws {
    let layer = try SurveySample.read(SurveySample.canonical)
    #expect(layer.crs == CRSIdentifier(epsg: 4526))
    #expect(layer.geometry.kinds == [.polygon])
    #expect(layer.geometry.positions == SurveySample.squarePositions)
    #expect(layer.attributes["地块面积"] == .real([1]))
    #expect(layer.attributes["地块名称"] == .text(["飞天山地块"]))
    #expect(layer.attributes["地类编码"] == .text(["0701"]))
    #expect(layer.attributes["图幅号"] == .text([nil]))
    #expect(layer.attributes["数据产生单位"] == .text(["郴州市自然资源局"]))
    #expect(layer.attributes["界址点号"] == .text(["1顺:J1-J4,J1"]))
    #expect(
      layer.guesses == [
        "The text names no encoding; it is read as GBK because it is not valid UTF-8."
      ])
  }

  // MARK: Encoding

  @Test func `UTF-8 with and without a byte-order mark and any line ends read the same`() throws {
    let text = SurveySample.fullHeader + "\n" + SurveySample.square
    let plain = try SurveySample.read(text)
    #expect(plain.guesses.contains { $0.contains("read as UTF-8") })
    let marked = try SurveySample.read("\u{FEFF}" + text)
    #expect(marked.guesses.isEmpty)
    for variant in [marked, try SurveySample.read(text.replacing("\n", with: "\r"))] {
      #expect(variant.geometry == plain.geometry)
      #expect(variant.attributes == plain.attributes)
    }
  }

  @Test func `an encoding that is asked for is no guess, and a wrong one is an error`() throws {
    let layer = try SurveySample.read(
      SurveySample.canonical, options: ReadOptions(encoding: "GB2312"))
    #expect(layer.attributes["地块名称"] == .text(["飞天山地块"]))
    #expect(layer.guesses.isEmpty)
    #expect(throws: LayerStoreError.self) {
      try SurveySample.read(SurveySample.canonical, options: ReadOptions(encoding: "UTF-8"))
    }
  }

  // MARK: Header and zone

  @Test(arguments: [
    // Zone in the header, plain easting.
    ("几度分带=3\n带号=38", "", 4547),
    // Prefixed easting alone, and both.
    ("分带=3度带\n带号=", "38", 4526), ("几度分带=3\n带号=38", "38", 4526),
    // Zones of 6°, and the number alone.
    ("几度分带=6\n带号=20", "", 4509), ("带号=20", "20", 4498), ("带号=第38带", "", 4547),
    // The central meridian in place of the zone.
    ("几度分带=3\n带号=114", "", 4547), ("几度分带=6\n带号=117", "", 4509),
    // Other datums.
    ("坐标系=1980西安坐标系\n带号=37", "37", 2361), ("坐标系=西安80\n带号=38", "", 2383),
    ("坐标系=1954北京坐标系\n带号=38", "38", 2414), ("坐标系=北京54\n带号=38", "", 2435),
  ])
  func `the zone comes from the header and from the easting`(
    header: String, prefix: String, epsg: Int
  ) throws {
    let square = SurveySample.square.replacing(",38402", with: ",\(prefix)402")
    let layer = try SurveySample.read("[属性描述]\n\(header)\n[地块坐标]\n" + square)
    #expect(layer.crs == CRSIdentifier(epsg: epsg))
  }

  @Test func `where header and easting contradict each other the easting wins, and that is said`()
    throws
  {
    let layer = try SurveySample.read(
      (SurveySample.fullHeader + "\n" + SurveySample.square).replacing("带号=38", with: "带号=37"))
    #expect(layer.crs == CRSIdentifier(epsg: 4526))
    #expect(
      layer.guesses.contains("带号 says zone 37, the eastings begin with 38; they are believed."))
  }

  @Test func `without any zone there is no reference system, and that is said`() throws {
    let layer = try SurveySample.read(SurveySample.square.replacing(",38402", with: ",402"))
    #expect(layer.crs == nil)
    #expect(layer.guesses.contains { $0.contains("Neither 带号 nor the eastings") })
    #expect(layer.guesses.contains { $0.contains("CGCS2000 is assumed") })
  }

  @Test func `full-width brackets, blanks and commas are understood`() throws {
    let text = (SurveySample.fullHeader + "\n" + SurveySample.square)
      .replacing("[", with: "　【").replacing("]", with: "】 ")
      .replacing("J2,1,2851811.000,38402794.000", with: "J2，1，2851811.000，38402794.000")
    let layer = try SurveySample.read(text)
    #expect(layer.geometry.positions == SurveySample.squarePositions)
    #expect(layer.attributes["带号"] == .text(["38"]))
    #expect(layer.guesses.contains { $0.hasPrefix("1 line parts its fields by full-width") })
  }

  @Test func `sections before the header and further keys are kept`() throws {
    let layer = try SurveySample.read(
      "[项目信息]\n项目名称=特色小镇\n" + SurveySample.fullHeader.replacing("[地块", with: "审核=甲\n[地块") + "\n"
        + SurveySample.square)
    #expect(layer.attributes["扩展段"] == .text(["[项目信息]\n项目名称=特色小镇"]))
    #expect(layer.attributes["属性描述.审核"] == .text(["甲"]))
  }

  // MARK: Axes and degrees

  @Test func `easting before northing is seen by the magnitudes and said`() throws {
    let lines = SurveySample.square.split(separator: "\n").map { line -> String in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4 else { return String(line) }
      return "\(fields[0]),\(fields[1]),\(fields[3]),\(fields[2])"
    }
    let layer = try SurveySample.read(
      SurveySample.fullHeader + "\n" + lines.joined(separator: "\n"))
    #expect(layer.geometry.positions == SurveySample.squarePositions)
    #expect(layer.guesses.contains { $0.contains("easting before northing") })
  }

  @Test func `decimal degrees without a header are told by their size`() throws {
    let layer = try SurveySample.read(
      """
      4,,1,景区,面,,,,@
      1,1,25.771234,113.021234
      2,1,25.771234,113.081234
      3,1,25.711234,113.081234
      4,1,25.711234,113.021234
      """)
    #expect(layer.crs == CRSIdentifier(epsg: 4490))
    #expect(layer.geometry.positions.first == XY(113.021234, 25.771234))
    #expect(layer.guesses.contains { $0.contains("decimal degrees") })
  }

  @Test func `packed degrees are unpacked where no minute and no second reaches 60`() throws {
    let layer = try SurveySample.read(
      """
      4,,1,景区,面,,,,@
      1,1,25.423000,113.021530
      2,1,25.423000,113.051530
      3,1,25.393000,113.051530
      4,1,25.393000,113.021530
      """)
    // 25°42′30″ N, 113°02′15.3″ E.
    let first = try #require(layer.geometry.positions.first)
    #expect(abs(first.y - (25 + 42.0 / 60 + 30.0 / 3600)) < 1e-12)
    #expect(abs(first.x - (113 + 2.0 / 60 + 15.3 / 3600)) < 1e-12)
    #expect(layer.guesses.contains { $0.contains("packed as ddd.mmss") })
  }

  // MARK: Area

  @Test(arguments: [
    ("1.0012", 1.0012, ""), ("1.0012公顷", 1.0012, ""), ("10012平方米", 1.0012, ""),
    ("15.018亩", 1.0012, ""), ("", nil, ""), ("10012.34", 1.001234, "square metres"),
    ("15.018", 1.0012, "mu"), ("3.5", 3.5, ""), ("约一公顷", nil, ""),
  ])
  func `the area is in hectares whatever it was written in`(
    field: String, hectares: Double?, guess: String
  ) throws {
    let layer = try SurveySample.read(
      "\u{FEFF}" + SurveySample.fullHeader + "\n"
        + SurveySample.square.replacing("5,1.0000", with: "5,\(field)"))
    let read = layer.attributes["地块面积"]?.number(at: 0)
    #expect(read.map { ($0 * 1e8).rounded() } == hectares.map { ($0 * 1e8).rounded() })
    #expect(layer.guesses.count == (guess.isEmpty ? 0 : 1))
    #expect(layer.guesses.allSatisfy { $0.contains(guess) })
  }
}
