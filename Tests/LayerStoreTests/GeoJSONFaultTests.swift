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
