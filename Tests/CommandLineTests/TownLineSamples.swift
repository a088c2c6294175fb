import Foundation
import LandModel
import TestSupport

/// Seeded towns as lines of GeoJSON near Chenzhou, and red lines that some of them meet.
struct TownLineSamples {
  let scratch: ScratchFolder
  let redLines: String

  init() throws {
    scratch = try ScratchFolder()
    let areas = [(113.02, 25.02, 0.03), (113.10, 25.05, 0.02), (113.05, 25.12, 0.04)]
    let features = areas.enumerated().map { index, area in
      Self.feature(#""R\#(index)""#, Self.square(area.0, area.1, area.2))
    }
    redLines = try scratch.write(Self.collection(features), to: "red.geojson")
  }

  static func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",\n") + "]}\n"
  }

  static func feature(_ id: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{"id":\#(id)},"geometry":\#(geometry)}"#
  }

  static func polygon(_ ring: [(Double, Double)]) -> String {
    let text = (ring + [ring[0]]).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return #"{"type":"Polygon","coordinates":[[\#(text)]]}"#
  }

  static func square(_ x: Double, _ y: Double, _ side: Double) -> String {
    polygon([(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
  }

  static let bowTie = polygon([(113, 25), (113.01, 25.01), (113.01, 25), (113, 25.01)])

  /// Towns of five to a dozen corners; most of them meet no red line.
  static func towns(_ count: Int, seed: UInt64 = 7) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let (x, y) = (113 + 0.15 * random.unit(), 25 + 0.15 * random.unit())
      let corners = 5 + Int(random.next() % 8)
      let radius = 0.001 + 0.006 * random.unit()
      let ring = (0..<corners).map { corner in
        let angle = 2 * Double.pi * Double(corner) / Double(corners)
        let length = radius * (0.6 + 0.4 * random.unit())
        return (x + length * cos(angle), y + length * sin(angle))
      }
      return feature(#""T\#(number)""#, polygon(ring))
    }
  }

  /// Towns with everything between them that a stream may hold.
  static func hostileTowns(_ count: Int) -> [String] {
    var lines = towns(count)
    let strange = [
      feature(#""bow""#, bowTie), feature(#""nothing""#, "null"),
      feature(#""point""#, #"{"type":"Point","coordinates":[113,25]}"#),
      feature(#""line""#, #"{"type":"LineString","coordinates":[[113,25],[113.1,25]]}"#),
      feature(#""notype""#, #"{"type":"Polgon","coordinates":[]}"#),
      #"{"type":"Feature","properties":{"#, "hello", "[1,2]", #"{"a":1}"#,
      feature("null", square(113.03, 25.03, 0.001)),
      feature(#""swapped""#, polygon([(25, 113), (25.01, 113), (25.01, 113.01)])),
      feature(#""twice""#, square(113.02, 25.02, 0.01)),
      feature(#""twice""#, square(113.02, 25.02, 0.01)),
      #"{"type":"Feature","properties":{"id":"bell\#u{07}"},"geometry":null}"#,
    ]
    for (place, line) in strange.enumerated() { lines.insert(line, at: 3 + 2 * place) }
    return lines
  }
}

/// Runs that answer with lines of JSON.
extension BuiltProgram {
  /// Runs the program with a text as standard input.
  func run(
    _ arguments: [String], input: String, in scratch: ScratchFolder
  ) throws -> Outcome {
    let file = try scratch.write(input, to: "input-\(UUID().uuidString)")
    return try runInShell(prefix: "exec < '\(file)';", arguments)
  }
}

extension BuiltProgram.Outcome {
  /// The lines of the output as JSON objects.
  var objects: [[String: Any]] {
    output.split(separator: "\n").compactMap {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
    }
  }

  /// The object of the last line.
  var summary: [String: Any] { objects.last?["summary"] as? [String: Any] ?? [:] }

  /// The lines but the last.
  var records: [Substring] { output.split(separator: "\n").dropLast() }
}
