import Foundation
import LandModel
import Projections
import TestSupport
import Testing

struct ProjectorTests {
  /// Positions over Chenzhou, longitude first.
  private static let positions: [XY] = stride(from: 112.25, through: 114.25, by: 0.4).flatMap { x in
    stride(from: 24.9, through: 26.85, by: 0.39).map { XY(x, $0) }
  }

  /// The same points by `cs2cs`, which keeps the authority's axis order: latitude or northing first.
  private func byCS2CS(_ positions: [XY], from: Int, to: Int) throws -> [XY] {
    let input = positions.map { "\($0.y) \($0.x)" }.joined(separator: "\n") + "\n"
    let output = try #require(
      CommandLineTool.output(["cs2cs", "-f", "%.9f", "EPSG:\(from)", "EPSG:\(to)"], input: input))
    return try output.split(separator: "\n").map { line in
      let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      try #require(numbers.count >= 2)
      return XY(numbers[1], numbers[0])
    }
  }

  @Test(arguments: [
    (4490, 4547), (4490, 4546), (4490, 4525), (4490, 4526), (4326, 4547), (4526, 4547),
    (4525, 4547), (4546, 4526), (4547, 4490), (4547, 4326),
  ])
  func `positions agree with cs2cs to a micrometre`(from: Int, to: Int) throws {
    var positions = Self.positions
    if from != 4490 && from != 4326 {
      #expect(
        try Projector(from: CRSIdentifier(epsg: 4490), to: CRSIdentifier(epsg: from))
          .transform(&positions) == 0)
    }
    let expected = try byCS2CS(positions, from: from, to: to)
    try #require(expected.count == positions.count)
    let projector = try Projector(from: CRSIdentifier(epsg: from), to: CRSIdentifier(epsg: to))
    #expect(projector.transform(&positions) == 0)
    // 1e-8 ° is a millimetre on the ground; cs2cs prints nine decimals.
    for (position, reference) in zip(positions, expected) {
      #expect(position.distance(to: reference) < (to == 4490 || to == 4326 ? 2e-9 : 1e-6))
    }
  }

  @Test func `a position no projection can express is counted`() throws {
    var positions = [XY(113, 25), XY(113, 125), XY(.nan, 25), XY(1e308, 25)]
    let projector = try Projector(from: CRSIdentifier(epsg: 4490), to: CRSIdentifier(epsg: 4547))
    #expect(projector.transform(&positions) == 2)
    #expect(positions.map(\.isFinite) == [true, false, false, false])
  }

  @Test(arguments: [2383, 2362, 2435, 4610, 4214])
  func `a layer on another datum is refused`(code: Int) {
    #expect {
      _ = try Projector(from: CRSIdentifier(epsg: code), to: CRSIdentifier(epsg: 4547))
    } throws: { error in
      guard case ProjectionError.datumsDiffer = error else { return false }
      return true
    }
  }

  @Test func `zones of one old datum still transform into each other`() throws {
    let projector = try Projector(from: CRSIdentifier(epsg: 2383), to: CRSIdentifier(epsg: 2382))
    var positions = [XY(400_000, 2_850_000)]
    #expect(projector.transform(&positions) == 0)
  }

  @Test func `the operation is named, and says where datums are taken as one`() throws {
    let same = try Projector(from: CRSIdentifier(epsg: 4490), to: CRSIdentifier(epsg: 4547))
    #expect(same.operation.contains("3-degree Gauss-Kruger CM 114E"))
    let other = try Projector(from: CRSIdentifier(epsg: 4326), to: CRSIdentifier(epsg: 4547))
    #expect(other.operation.contains("Ballpark geographic offset from WGS 84"))
  }

  @Test(arguments: ["EPSG:999999", "nonsense", "foo", "", "+proj=nothing"])
  func `an unknown system is an error`(text: String) {
    #expect {
      _ = try Projector(from: CRSIdentifier(text), to: CRSIdentifier(epsg: 4547))
    } throws: { error in
      guard case ProjectionError.systemUnknown(let system, _) = error else { return false }
      return system.text == text
    }
  }

  @Test func `the library says its version`() {
    #expect(ProjectionLibrary.version.split(separator: ".").count == 3)
  }

  @Test(arguments: [XY(473, 25), XY(-247, 25), XY(113, 90.5), XY(180.001, -25)])
  func `degrees that Earth does not have are no positions`(position: XY) throws {
    for target in [4547, 3857, 4490] {
      let projector = try Projector(
        from: CRSIdentifier(epsg: 4326), to: CRSIdentifier(epsg: target))
      var positions = [XY(113, 25), position]
      #expect(projector.transform(&positions) == 1)
      #expect(positions[0].isFinite && !positions[1].isFinite)
    }
  }
}
