import Testing

@testable import LayoutAnalysis

/// What a front claims while searches end without proof, or without a plan.
@Suite struct FrontDraftTests {
  private func point(
    _ first: Int64, _ second: Int64, atLeast: Int64, bound: Int64? = nil
  ) -> ParetoSearch.Point {
    ParetoSearch.Point(
      chosen: [], first: first, second: second, bound: bound ?? first, atLeast: atLeast,
      isProven: bound == nil)
  }

  @Test func `a search without a plan leaves the next point as it was proven`() {
    var draft = FrontDraft()
    let (low, high) = (point(90, 10, atLeast: 0), point(20, 100, atLeast: 100))
    draft.insert(low)
    draft.insert(high)
    #expect(draft.gaps == [11...99])
    draft.giveUp(from: 55)
    #expect(draft.points == [low, high])
    #expect(draft.gaps == [11...54])
    draft.giveUp(from: 30)
    #expect(draft.gaps == [11...29])
    let middle = point(70, 29, atLeast: 11)
    draft.insert(middle)
    #expect(draft.gaps == [])
    #expect(draft.points == [low, middle, high])
    #expect(!draft.isComplete)
  }

  @Test func `a front without gaps and with all proofs is complete`() {
    var draft = FrontDraft()
    #expect(!draft.isComplete)
    draft.insert(point(90, 10, atLeast: 0))
    draft.insert(point(20, 100, atLeast: 100))
    #expect(!draft.isComplete)
    draft.insert(point(20, 100, atLeast: 11))
    #expect(draft.isComplete)
    #expect(draft.points == [point(90, 10, atLeast: 0), point(20, 100, atLeast: 11)])
    draft.leaveOpen()
    #expect(!draft.isComplete)
  }

  @Test func `an end that a plan beats goes, and its gap with it`() {
    var draft = FrontDraft()
    draft.insert(point(90, 10, atLeast: 0))
    draft.insert(point(20, 100, atLeast: 100, bound: 35))
    draft.insert(point(40, 120, atLeast: 11))
    #expect(draft.points == [point(90, 10, atLeast: 0), point(40, 120, atLeast: 11)])
    #expect(draft.gaps == [])
    // Nobody proved that there is nothing beyond 120.
    #expect(!draft.isComplete)
  }

  @Test func `a point that answers for another is no better proven than both`() {
    var draft = FrontDraft()
    let low = point(90, 10, atLeast: 0)
    draft.insert(low)
    draft.insert(point(40, 120, atLeast: 120))
    draft.insert(point(40, 110, atLeast: 60, bound: 70))
    #expect(draft.points == [low, point(40, 120, atLeast: 60, bound: 70)])
    #expect(draft.gaps == [11...59])
    // A point that is asked more tells nothing about those asked less.
    draft.insert(point(40, 120, atLeast: 80))
    #expect(draft.points == [low, point(40, 120, atLeast: 60, bound: 70)])
    draft.insert(point(60, 130, atLeast: 70, bound: 65))
    #expect(draft.points == [low, point(60, 130, atLeast: 60, bound: 70)])
    #expect(!draft.isComplete)
  }
}
