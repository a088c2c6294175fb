import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct GeoJSONFaultTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func fault(of text: Data) throws -> (line: Int, byte: Int, fault: JSONFault)? {
    let path = try folder.write(text, to: "broken.geojson")
    do throws(LayerStoreError) {
      _ = try LayerReader.read(LayerAddress(file: path))
      return nil
    } catch {
      guard case .brokenJSON(_, let place, let fault) = error else {
        Issue.record("\(error)")
        return nil
      }
      return (place.line, place.byte, fault)
    }
  }

  private func collection(_ coordinates: String) -> Data {
    Data(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"a [ \\" {"},
      "geometry":{"type":"Point","coordinates":\(coordinates)}}]}
      """.utf8)
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "nan", "1e308x", "undefined"])
  func `a word that JSON does not have is located`(word: String) throws {
    let found = try #require(try fault(of: collection("[113,\(word)]")))
    #expect(found.line == 3)
    guard case .notJSON(let told) = found.fault else {
      Issue.record("\(found.fault)")
      return
    }
    #expect(word.contains(told))
  }

  @Test func `nesting ten thousand deep is refused at once`() throws {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let found = try #require(try fault(of: collection(deep)))
    #expect(found.fault == .nestedTooDeep(limit: 128))
    #expect(found.line == 3)
  }

  @Test func `a file cut off anywhere is told to be cut off, not read in part`() throws {
    let whole = collection("[113,25]")
    for length in stride(from: 20, to: whole.count - 1, by: 3) {
      let found = try #require(try fault(of: whole.prefix(length)))
      #expect(found.fault == .truncated)
    }
  }

  @Test func `bytes that are not UTF-8 are located`() throws {
    var text = collection("[113,25]")
    let place = try #require(text.firstIndex(of: UInt8(ascii: "a")))
    text.replaceSubrange(place...place, with: [0xB3, 0xBB])
    let found = try #require(try fault(of: text))
    #expect(found.fault == .notUTF8)
    #expect(found.byte == place)
  }

  @Test(arguments: ["[113,25}", "[113,25]]"])
  func `a bracket that closes nothing is told`(coordinates: String) throws {
    #expect(try fault(of: collection(coordinates))?.fault == .unbalanced)
  }

  @Test func `a byte-order mark does no harm`() throws {
    let path = try folder.write(
      Data([0xEF, 0xBB, 0xBF]) + collection("[113,25]"), to: "mark.geojson")
    #expect(try LayerReader.read(LayerAddress(file: path)).geometry.count == 1)
  }

  @Test func `an ordinate beyond all measure is left for validation to see`() throws {
    for (text, expected) in [("1e308", 1e308), ("1e999", Double.infinity)] {
      let path = try folder.write(collection("[\(text),25]"), to: "huge.geojson")
      let layer = try LayerReader.read(LayerAddress(file: path))
      #expect(layer.geometry.positions == [XY(expected, 25)])
    }
  }
}

/// Texts that no reader may take, and what is said of each.
struct GeoJSONHostileTests {
  /// A text with `▲` at the place of the fault.
  struct Hostile: CustomTestStringConvertible {
    let text: String
    let fault: JSONFault
    var testDescription: String { String(text.prefix(60)) }

    init(_ text: String, _ fault: JSONFault) { (self.text, self.fault) = (text, fault) }
  }

  private static func feature(_ members: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null},"#
      + "\n{\"type\":\"Feature\",\(members)}]}"
  }

  private static func point(_ coordinates: String) -> String {
    feature(#""properties":null,"geometry":{"type":"Point","coordinates":\#(coordinates)}"#)
  }

  static let table: [Hostile] = [
    Hostile(point("[1,▲NaN]"), .notJSON(word: "NaN")),
    Hostile(point("[1,-▲Infinity]"), .notJSON(word: "Infinity")),
    Hostile(point("[1,▲.5]"), .number(text: ".5")),
    Hostile(point("[1,▲01]"), .number(text: "01")),
    Hostile(point("[1,▲1.]"), .number(text: "1.")),
    Hostile(point("[1,▲+1]"), .number(text: "+1")),
    Hostile(point("[1,▲1e]"), .number(text: "1e")),
    Hostile(point("[1,0▲x10]"), .notJSON(word: "x")),
    Hostile(point("[1 ▲2]"), .number(text: "2")),
    Hostile(point("[1,▲]"), .unbalanced),
    Hostile(point("[1,2,▲]"), .unbalanced),
    Hostile(point("[1,2▲}"), .unbalanced),
    Hostile(point("[1,2▲;3]"), .character(";")),
    Hostile(point("[1,2]▲/* centre */"), .comment),
    Hostile(point("[1,▲# x\n2]"), .comment),
    Hostile(point("[1,▲\u{1}2]"), .controlCharacter(code: 1)),
    Hostile(point("[1,▲'2']"), .character("'")),
    Hostile(feature(#""properties":{"a":"x▲\#t"}"#), .controlCharacter(code: 9)),
    Hostile(feature(#""properties":{"a":"▲\q"}"#), .escape),
    Hostile(feature(#""properties":{"a":"▲\u12G4"}"#), .escape),
    Hostile(feature(#""properties":{"a":"▲\ud800"}"#), .surrogate),
    Hostile(feature(#""properties":{"a":"▲\udc00\ud800"}"#), .surrogate),
    Hostile(feature(#""properties":{"a":"▲\ud800\u0041"}"#), .surrogate),
    Hostile(feature(#""properties":▲[1]"#), .propertiesNotObject),
    Hostile(feature(#""properties":▲"a""#), .propertiesNotObject),
    Hostile(feature(#""properties":{▲a:1}"#), .notJSON(word: "a")),
    Hostile(feature(#""properties":{"a"▲ 1}"#.replacing(" ", with: "")), .number(text: "1")),
    Hostile(feature(#""properties":{"a":1,▲}"#), .unbalanced),
    Hostile(feature(#""properties":{"a":▲True}"#), .notJSON(word: "True")),
    Hostile(feature(#""properties":{"a":▲nullx}"#), .notJSON(word: "nullx")),
    Hostile(feature(#""geometry":null,"▲geometry":null"#), .repeatedMember(name: "geometry")),
    Hostile(feature(#""properties":null,"▲properties":{}"#), .repeatedMember(name: "properties")),
    Hostile(feature(#""id":1,"▲id":2"#), .repeatedMember(name: "id")),
    Hostile(
      feature(#""geometry":{"type":"Point","▲type":"Point","coordinates":[1,2]}"#),
      .repeatedMember(name: "type")),
    Hostile(
      feature(#""geometry":{"type":"Point","coordinates":[1,2],"▲coordinates":[1,3]}"#),
      .repeatedMember(name: "coordinates")),
    Hostile(#"{"type":"FeatureCollection","features":▲{}}"#, .featuresNotArray),
    Hostile(#"▲{"type":"FeatureCollection"}"#, .featuresNotArray),
    Hostile(
      #"{"type":"FeatureCollection","features":[],"▲features":[]}"#,
      .repeatedMember(name: "features")),
    Hostile(#"{"type":"FeatureCollection","features":[▲7]}"#, .notAFeature),
    Hostile(#"{"type":"FeatureCollection","features":[{"type":▲"Town"}]}"#, .notAFeature),
    Hostile(#"{"type":"FeatureCollection","features":[▲{}]}"#, .notAFeature),
    Hostile(#"{"type":"FeatureCollection","features":[]}▲]"#, .unbalanced),
    Hostile(#"{"type":"FeatureCollection","features":[]}▲x"#, .notJSON(word: "x")),
    Hostile(#"{"type":"FeatureCollection","features":[]"#, .truncated),
    Hostile(
      "\u{1E}{\"type\":\"Feature\",\"properties\":null▲\u{1E}{\"type\":\"Feature\",\"properties\":null}",
      .truncated),
    Hostile(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":"#
        + String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 100),
      .nestedTooDeep(limit: 128)),
    Hostile(
      #"{"type":"Feature","properties":{"a":"# + String(repeating: "[", count: 128) + "▲[",
      .nestedTooDeep(limit: 128)),
    Hostile(#"{"type":"Feature","properties":{"a":"#, .truncated),
  ]

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test(arguments: table)
  func `a broken text is told with its place`(hostile: Hostile) throws {
    let whole = Data(hostile.text.utf8)
    let mark = whole.firstRange(of: Data("▲".utf8))
    let content = mark.map { whole[..<$0.lowerBound] + whole[$0.upperBound...] } ?? whole
    let path = try folder.write(content, to: "hostile.geojson")
    do throws(LayerStoreError) {
      _ = try LayerReader.read(LayerAddress(file: path))
      Issue.record("read")
    } catch {
      guard case .brokenJSON(let file, let place, let fault) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(file == path)
      #expect(fault == hostile.fault)
      guard let byte = mark?.lowerBound else { return }
      let before = content[..<byte]
      #expect(place.byte == byte)
      #expect(place.line == before.count { $0 == 0x0A } + 1)
      #expect(place.column == byte - (before.lastIndex(of: 0x0A) ?? -1))
      if hostile.text.contains("\n{\"type\":\"Feature\"") { #expect(place.feature == 2) }
    }
  }

  @Test(
    arguments: [[0xFF, 0xFE], [0xFE, 0xFF], [0x7B, 0, 0x22, 0], [0, 0x7B, 0, 0x22]] as [[UInt8]])
  func `text in UTF-16 is told as such`(start: [UInt8]) throws {
    let path = try folder.write(Data(start + [0x20, 0, 0x20, 0]), to: "wide.geojson")
    #expect(
      throws: LayerStoreError.brokenJSON(
        file: path, place: JSONPlace(line: 1, column: 1, byte: 0), fault: .wideEncoding)
    ) { try LayerReader.read(LayerAddress(file: path)) }
  }

  @Test func `names in every order take no endless sorting`() throws {
    var generator = SeededGenerator(seed: 5)
    let features = (0..<30).map { _ in
      let members = (0..<1000).shuffled(using: &generator).map { "\"k\($0)\":1" }
      return #"{"type":"Feature","properties":{"# + members.joined(separator: ",") + "}}"
    }
    let path = try folder.write(features.joined(separator: "\n"), to: "shuffled.geojsonl")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.attributes.names.count == 1000)
    #expect(Set(layer.attributes.names).count == 1000)
  }

  @Test func `values written as names are refused before they fill the memory`() throws {
    let members = (0..<2001).map { #""k\#($0)":1"# }.joined(separator: ",")
    let path = try folder.write(
      #"{"type":"Feature","properties":{\#(members)}}"#, to: "wide.geojson")
    do throws(LayerStoreError) { _ = try LayerReader.read(LayerAddress(file: path)) } catch {
      guard case .brokenJSON(_, _, .tooManyAttributes(limit: 2000)) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test(arguments: [
    #"{"type":"Point","coordinates":[1]}"#, #"{"type":"Point","coordinates":["1","2"]}"#,
    #"{"type":"Point","coordinates":[[1,2]]}"#, #"{"type":"Point","coordinates":7}"#,
    #"{"type":"Point"}"#, #"{"coordinates":[1,2]}"#, #"{"type":"Circle","coordinates":[1,2]}"#,
    #"{"type":"Polygon","coordinates":[[1,2],[3,4]]}"#, #"{"type":"Point","coordinates":[1,null]}"#,
    #"{"type":"Point","coordinates":{"x":1}}"#, "7",
    #"{"type":"GeometryCollection","geometries":[3]}"#,
    #"{"type":"Point","geometries":[]}"#,
  ])
  func `a geometry that is none leaves its feature without, and is told`(geometry: String) throws {
    let path = try folder.write(
      Self.feature(#""properties":{"a":5},"geometry":\#(geometry)"#), to: "odd.geojson")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.kinds == [.null, .null])
    #expect(layer.geometry.positions.isEmpty)
    #expect(layer.attributes["a"] == .integer([nil, 5]))
    let remark = try #require(layer.remarks.first { $0.rows == [1] })
    #expect(remark.kind == .unreadable)
    #expect(remark.text.english.contains("line 2, column"))
  }
}
