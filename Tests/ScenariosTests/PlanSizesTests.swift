import Foundation
import LandModel
import Scenarios
import Testing

/// The size classes of a plan file, and what is said about wrong ones.
@Suite struct PlanSizesTests {
  private func error(_ sizes: String) throws -> PlanError? {
    try PlanErrorTests.error(replacing: "cell-size: 100 m", with: "cell-size: 100 m\n  \(sizes)")
  }

  @Test func `sizes within the limits are read`() throws {
    #expect(try error("sizes: [1.5 km2, 300 ha, 7500 mu]") == nil)
    #expect(try error("sizes: [5 km2, 1 km2]") == nil)
  }

  @Test(arguments: [
    ("sizes: [0.9 km2, 3 km2]", "0.9 km2", "town areas are 1.0 to 5.0 km2"),
    ("sizes: [3 km2, 501 ha]", "501 ha", "town areas are 1.0 to 5.0 km2"),
    ("sizes: []", "0 sizes", "between 1 and 8"),
    (
      "sizes: [1 km2, 1.2 km2, 1.5 km2, 2 km2, 2.5 km2, 3 km2, 3.5 km2, 4 km2, 5 km2]", "9 sizes",
      "between 1 and 8"
    ),
  ])
  func `a size out of range is told where it stands`(
    text: String, found: String, allowed: String
  ) throws {
    let error = try #require(try error(text))
    #expect(error.cause == .outOfRange(found: found, allowed: allowed))
    #expect(error.place.line == 16)
    #expect(error.place.path.hasPrefix("delimitation.sizes"))
  }

  @Test(arguments: [
    ("sizes: [3 km2, 300 ha]", "300 ha stands here twice"),
    ("sizes: [3 km2, 1.5 km2, 3 km2]", "3 km2 stands here twice"),
    ("sizes: [3 km2, 3.1 km2]", "3.1 km2 is too near to 3 km2"),
    ("price-of-land: 30 %\n  sizes: [3 km2]", "keep one of them"),
  ])
  func `sizes that contradict something are told`(text: String, words: String) throws {
    let error = try #require(try error(text))
    guard case .contradiction(let sentence) = error.cause else {
      Issue.record("\(error.cause)")
      return
    }
    #expect(sentence.contains(words))
    #expect(error.place.line == (text.hasPrefix("price") ? 17 : 16))
  }

  @Test func `an industry without a size of its own is told`() throws {
    let text = PlanErrorTests.plan
      .replacingOccurrences(of: "cell-size: 100 m", with: "sizes: [1.5 km2]")
      .replacingOccurrences(
        of: "tourism: {weights: {road: 1}}",
        with: "tourism: {weights: {road: 1}, town-area: {min: 2 km2}}")
    let error = try #require(try PlanErrorTests.error(of: text))
    #expect(
      error.cause == .contradiction("no size is within the town-area of industry “tourism”"))
  }

  @Test func `a lock names one of the sizes`() throws {
    func error(_ sizes: String, _ lock: String) throws -> PlanError? {
      try PlanErrorTests.error(
        of: PlanErrorTests.plan
          .replacingOccurrences(of: "cell-size: 100 m", with: sizes)
          .replacingOccurrences(of: "spacing: 4 km", with: "locked-in: [\(lock)]"))
    }
    #expect(try error("sizes: [1.5 km2, 3 km2]", "{site: A, size: 300 ha}") == nil)
    let wrong = try #require(try error("sizes: [1.5 km2, 3 km2]", "{site: A, size: 2 km2}"))
    #expect(wrong.cause == .outOfRange(found: "2 km2", allowed: "the sizes are 1.5 km2, 3.0 km2"))
    let none = try #require(try error("cell-size: 90 m", "{site: A, size: 2 km2}"))
    #expect(none.cause == .contradiction("a size is locked, but delimitation has no sizes"))
  }
}
