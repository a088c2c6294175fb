import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct FeatureStreamTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func feature(_ number: Int) -> String {
    """
    {"type":"Feature","id":"t\(number)","properties":{"name":"镇\(number)","area":\(number).5},\
    "geometry":{"type":"Polygon","coordinates":[[[\(number),0],[\(number),1],[1,1],[\(number),0]]]}}
    """
  }

  private func all(_ path: String) throws -> [StreamedFeature] {
    var stream = try FeatureStream(file: path)
    var features: [StreamedFeature] = []
    while let next = try stream.next() { features.append(next) }
    return features
  }

  @Test(arguments: ["collection", "record separators", "lines", "pretty"])
  func `a stream gives the rows of the layer`(form: String) throws {
    let texts = (0..<50).map(feature)
    let content =
      switch form {
      case "collection":
        #"{"type":"FeatureCollection","features":["# + texts.joined(separator: ",\n") + "]}"
      case "record separators": texts.map { "\u{1E}\($0)\n" }.joined()
      case "pretty":
        texts.map { $0.replacing(",", with: " ,\r\n\t").replacing(":", with: " : ") }
          .joined(separator: "\n")
      default: texts.joined(separator: "\n") + "\n"
      }
    let path = try folder.write(content, to: "towns.geojson")
    let features = try all(path)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(features.count == 50)
    #expect(GeometryColumn(features.map(\.geometry)) == layer.geometry)
    #expect(features.map(\.number) == layer.numbers)
    #expect(features.map { $0.id?.text } == (0..<50).map { "t\($0)" })
    #expect(layer.attributes["id"] == .text((0..<50).map { "t\($0)" }))
    #expect(features[7].attributes.map(\.name) == ["name", "area"])
    #expect(features[7].attributes.map(\.value) == [.text("镇7"), .real(7.5)])
    #expect(layer.attributes["name"] == .text((0..<50).map { "镇\($0)" }))
  }

  @Test(arguments: [1, 7, 50, 1000])
  func `layers of some features at a time make up the whole`(size: Int) throws {
    let texts = (0..<50).map(feature).joined(separator: "\n")
    let path = try folder.write(texts, to: "towns.geojsonl")
    let whole = try LayerReader.read(LayerAddress(file: path))
    var stream = try FeatureStream(file: path)
    var (geometries, names, numbers): ([Geometry], [String?], [Int64]) = ([], [], [])
    while let layer = try stream.nextLayer(of: size) {
      #expect(layer.geometry.count <= size)
      #expect(layer.crs == CRSIdentifier(epsg: 4326))
      geometries += (0..<layer.geometry.count).map { layer.geometry.geometry(ofRow: $0) }
      names += (0..<layer.geometry.count).map { layer.attributes["name"]?.text(at: $0) }
      numbers += layer.numbers
    }
    #expect(GeometryColumn(geometries) == whole.geometry)
    #expect(whole.attributes["name"] == .text(names))
    #expect(numbers == whole.numbers)
  }

  @Test func `a feature is given when its line has come, not when the pipe ends`() throws {
    let pipe = Pipe()
    var stream = FeatureStream(
      descriptor: pipe.fileHandleForReading.fileDescriptor, named: "-")
    for number in 0..<3 {
      pipe.fileHandleForWriting.write(Data("\(feature(number))\n".utf8))
      // The pipe is still open: waiting for more would hang here.
      let given = try #require(try stream.next())
      #expect(given.id == FeatureID("t\(number)"))
      #expect(given.place.line == number + 1)
    }
    try pipe.fileHandleForWriting.close()
    #expect(try stream.next() == nil)
    #expect(try stream.next() == nil)
  }

  @Test func `what is at hand is given without waiting for more`() throws {
    let pipe = Pipe()
    var stream = FeatureStream(
      descriptor: pipe.fileHandleForReading.fileDescriptor, named: "-")
    // The pipe is open all the time: a call that waited would hang.
    #expect(try stream.nextAtHand() == nil)
    let third = feature(2)
    pipe.fileHandleForWriting.write(
      Data("\(feature(0))\n\(feature(1))\n\(third.prefix(40))".utf8))
    #expect(try stream.nextAtHand()?.id == FeatureID("t0"))
    #expect(try stream.nextAtHand()?.id == FeatureID("t1"))
    #expect(try stream.nextAtHand() == nil)
    pipe.fileHandleForWriting.write(Data("\(third.dropFirst(40))\n{]\n\(feature(4))\n".utf8))
    let given = try #require(try stream.nextAtHand())
    #expect(given.id == FeatureID("t2") && given.place.line == 3)
    #expect(throws: LayerStoreError.self) { try stream.nextAtHand() }
    // Where a broken text ends may have to be waited for.
    #expect(try stream.nextAtHand() == nil)
    #expect(try stream.next()?.id == FeatureID("t4"))
    try pipe.fileHandleForWriting.close()
    #expect(try stream.nextAtHand() == nil)
    #expect(try stream.next() == nil)
  }

  @Test(arguments: [
    ("  {\"type\": nonsense}\n", JSONFault.notJSON(word: "nonsense"), 9),
    ("{\"type\":\"Feature\",\n", .truncated, 18), ("{\"type\":\"Feature\"", .truncated, 17),
    ("{\"type\":\"Fea\u{0007}\"}\n", .controlCharacter(code: 7), 12),
  ])
  func `a fault is told by its own text, whatever stands round it`(
    text: String, fault: JSONFault, byte: Int
  ) throws {
    for (before, after) in [
      ("", ""), ("\(feature(0))\n\n", ""), ("\(feature(0))\n", "\(feature(1))\n"),
    ] {
      if !text.hasSuffix("\n"), !after.isEmpty { continue }
      let path = try folder.write(before + text + after, to: "a.geojsonl")
      var stream = try FeatureStream(file: path)
      if !before.isEmpty { _ = try stream.next() }
      do {
        _ = try stream.next()
        Issue.record("A broken text is an error.")
      } catch {
        guard case .brokenJSON(_, let place, let found) = error else { throw error }
        let own = stream.ownFault(found, at: place)
        #expect(own.byte == byte)
        #expect(own.fault == fault)
      }
      if !after.isEmpty { #expect(try stream.next()?.id == FeatureID("t1")) }
    }
  }

  @Test func `a broken text of a sequence is told, and the next one read`() throws {
    let path = try folder.write(
      "\(feature(0))\n{\"type\":\"Feature\",\"geometry\":nonsense}\n\(feature(2))\n",
      to: "a.geojsonl")
    var stream = try FeatureStream(file: path)
    #expect(try stream.next()?.number == 0)
    let second = feature(0).utf8.count + 1
    #expect(
      throws: LayerStoreError.brokenJSON(
        file: path, place: JSONPlace(line: 2, column: 30, byte: second + 29, feature: 2),
        fault: .notJSON(word: "nonsense"))
    ) { try stream.next() }
    let last = try #require(try stream.next())
    #expect(last.number == 2)
    #expect(last.place == JSONPlace(line: 3, column: 1, byte: second + 39, feature: 3))
    #expect(try stream.next() == nil)
  }

  @Test func `features before a broken one are given first`() throws {
    let path = try folder.write("\(feature(0))\n\(feature(1))\n{]\n\(feature(2))", to: "a.geojsonl")
    var stream = try FeatureStream(file: path)
    #expect(try stream.nextLayer(of: 10)?.geometry.count == 2)
    #expect(throws: LayerStoreError.self) { try stream.nextLayer(of: 10) }
    #expect(try stream.nextLayer(of: 10)?.numbers == [3])
    #expect(try stream.nextLayer(of: 10) == nil)
  }

  @Test func `after a fault in a collection nothing more is read`() throws {
    let path = try folder.write(
      #"{"type":"FeatureCollection","features":["# + feature(0) + ",\n{]\n," + feature(1) + "]}",
      to: "a.geojson")
    var stream = try FeatureStream(file: path)
    #expect(try stream.next() != nil)
    #expect(throws: LayerStoreError.self) { try stream.next() }
    #expect(try stream.next() == nil)
  }

  @Test func `the reference system stands before the first feature`() throws {
    let path = try folder.write(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":\
      {"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[\(feature(0))]}
      """, to: "metres.geojson")
    var stream = try FeatureStream(file: path)
    _ = try stream.next()
    #expect(stream.crs == CRSIdentifier(epsg: 4547))
  }

  @Test func `nothing at all is no feature`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.close()
    var stream = FeatureStream(
      descriptor: pipe.fileHandleForReading.fileDescriptor, named: "-")
    #expect(try stream.next() == nil)
  }

  @Test func `behind a broken text of several lines the next separator counts`() throws {
    let texts = ["{\n\"type\":\nx\n}\n", feature(1).replacing(",", with: ",\n")]
    let path = try folder.write(texts.map { "\u{1E}\($0)\n" }.joined(), to: "a.geojsons")
    var stream = try FeatureStream(file: path)
    #expect(throws: LayerStoreError.self) { try stream.next() }
    #expect(try stream.next()?.number == 1)
    #expect(try stream.next() == nil)
  }

  @Test func `a text cut off by the next separator is told, and the next one read`() throws {
    let path = try folder.write(
      "\u{1E}\(feature(0).prefix(60))\n\u{1E}\(feature(1))\n", to: "a.geojsons")
    var stream = try FeatureStream(file: path)
    #expect(throws: LayerStoreError.self) { try stream.next() }
    #expect(try stream.next()?.id == FeatureID("t1"))
  }

  @Test func `a pipe given as a file is refused, not waited for`() throws {
    let path = folder.path("pipe.geojson")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(
      throws: LayerStoreError.fileNotReadable(
        file: path, message: "it is a pipe or a device, not a file")
    ) { _ = try LayerReader.read(LayerAddress(file: path)) }
  }
}
