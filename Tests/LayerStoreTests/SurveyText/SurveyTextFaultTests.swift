import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// Broken survey texts: the line, the parcel and what is wrong.
struct SurveyTextFaultTests {
  private func failure(_ content: Data) -> (line: Int, parcel: String?, fault: SurveyTextFault)? {
    do {
      _ = try SurveySample.read(content)
      return nil
    } catch LayerStoreError.brokenSurveyText(_, let line, let parcel, let fault) {
      return (line, parcel, fault)
    } catch {
      return nil
    }
  }

  private func expect(
    _ text: String, _ fault: SurveyTextFault, line: Int, parcel: String? = "1 飞天山地块",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = failure(Data(text.utf8))
    #expect(found?.fault == fault, sourceLocation: sourceLocation)
    #expect(found?.line == line, sourceLocation: sourceLocation)
    #expect(found?.parcel == parcel, sourceLocation: sourceLocation)
  }

  private static let text = SurveySample.fullHeader + "\n" + SurveySample.square

  @Test func `a text cut off within a parcel misses points`() {
    let cut = Self.text.replacing(
      "J4,1,2851711.000,38402694.000\nJ1,1,2851811.000,38402694.000\n", with: "")
    expect(cut, .pointsMissing(declared: 5, found: 3), line: 13)
  }

  @Test func `a text cut off within a line misses fields`() throws {
    let end = try #require(Self.text.range(of: "J4,1,2851"))
    expect(String(Self.text[..<end.upperBound]), .tooFewFields(found: 3), line: 17)
  }

  @Test(arguments: ["abc", "0x1F", "nan", "inf", "1e999", "28518 11", "", "2851811.0.0", "--5"])
  func `an ordinate that is no number is shown`(text: String) {
    expect(
      Self.text.replacing("J2,1,2851811.000", with: "J2,1,\(text)"), .notANumber(text: text),
      line: 15)
  }

  @Test func `a ring and a count that are no numbers are shown`() {
    expect(Self.text.replacing("J2,1,", with: "J2,一,"), .notANumber(text: "一"), line: 15)
    expect(Self.text.replacing("5,1.0000", with: "五,1.0000"), .notANumber(text: "五"), line: 13)
  }

  @Test func `an unknown shape, a point before parcels and a stray line are shown`() {
    expect(Self.text.replacing(",面,", with: ",体,"), .unknownShape(text: "体"), line: 13)
    expect(
      "[地块坐标]\nJ1,1,2851811,38402694\n", .pointOutsideParcel, line: 2, parcel: nil)
    expect("[属性描述]\n一行文字\n", .unknownLine, line: 2, parcel: nil)
  }

  @Test func `a parcel of another zone than most is shown, not misplaced`() {
    let other = SurveySample.square.replacing(",38402", with: ",37702")
    expect(
      Self.text + other + SurveySample.square, .mixedZones(of: 37, others: 38), line: 19)
    expect(
      Self.text + SurveySample.square.replacing(",38402", with: ",402") + SurveySample.square,
      .mixedZones(of: 0, others: 38), line: 19)
  }

  @Test func `a text of another kind has no parcel`() {
    expect("[属性描述]\n带号=38\n", .noParcel, line: 1, parcel: nil)
    #expect(failure(Data())?.fault == nil)
  }

  @Test func `binary data and broken encodings are told by their line`() {
    #expect(failure(Data(Self.text.utf8) + [0])?.fault == .notText)
    let utf16 = Data(Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(failure(utf16)?.fault == .notText)
    // A character of UTF-8 cut in two must not be read as GBK of nonsense.
    var broken = Data(Self.text.utf8)
    broken.remove(at: broken.count - Array(SurveySample.square.utf8).count + 12)
    let found = failure(broken)
    #expect(found?.fault == .notEncoded(as: "UTF-8"))
    #expect(found?.line == 13)
    #expect(failure(SurveySample.canonical + [0xFF, 0xFF])?.fault == .notEncoded(as: nil))
  }

  @Test func `more fields, keys or rings than any survey has are refused`() {
    let fields = "5,1,1,飞天山地块,面" + String(repeating: ",", count: 100) + "@"
    expect(
      Self.text.replacing("5,1.0000,1,飞天山地块,面,,建设用地,0701,@", with: fields),
      .tooMany(what: .fields, limit: 64), line: 13, parcel: nil)
    let keys = (0...64).map { "键\($0)=1" }.joined(separator: "\n")
    expect("[属性描述]\n\(keys)\n", .tooMany(what: .keys, limit: 64), line: 66, parcel: nil)
    let rings = (0...10_000).map { "1,\($0),2851000,38402000" }.joined(separator: "\n")
    expect(
      "0,,1,飞天山地块,面,,,,@\n\(rings)", .tooMany(what: .rings, limit: 10_000), line: 1)
  }

  @Test func `a layer name that the file does not have is refused`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(SurveySample.canonical, to: "地块.txt")
    #expect(throws: LayerStoreError.layerMissing(file: path, layer: "x", available: ["地块"])) {
      try LayerReader.read(LayerAddress(file: path, layer: "x"))
    }
    #expect(try LayerReader.layerNames(in: path) == ["地块"])
  }
}
