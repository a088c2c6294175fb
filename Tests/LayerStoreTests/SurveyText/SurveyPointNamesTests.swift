import LandModel
import Testing

@testable import LayerStore

struct SurveyPointNamesTests {
  private func names(_ names: String..., number: Int = 1, isClockwise: Bool? = true)
    -> SurveyPointNames
  {
    SurveyPointNames([.init(number: number, isClockwise: isClockwise, names: names)])
  }

  @Test func `runs are shortened, other names written out`() {
    #expect(names("J1", "J2", "J3", "J4", "J1").text == "1顺:J1-J4,J1")
    #expect(names("J1", "J2", "K3", isClockwise: false).text == "1逆:J1,J2,K3")
    #expect(names("01", "02", "03", isClockwise: nil).text == "1线:01,02,03")
    #expect(names("A-1", "A-2", "A-3", "").text == "1顺:A%2D1-A%2D3,")
    #expect(names("9", "10", "11", "a;b", "c:d", "50%").text == "1顺:9-11,a%3Bb,c%3Ad,50%25")
  }

  @Test func `any names come back from their text`() {
    var generator = SeededGenerator(seed: 11)
    let stems = ["J", "", "A-", "%2D", "点;", "x:", "0", "J0"]
    for _ in 0..<300 {
      let rings = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        let stem = stems.randomElement(using: &generator) ?? ""
        var number = Int.random(in: 0...200, using: &generator)
        let names = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          number += Int.random(in: 0...5, using: &generator) == 0 ? 7 : 1
          return "\(stem)\(number)"
        }
        return SurveyPointNames.Ring(
          number: Int.random(in: -1...9, using: &generator),
          isClockwise: Bool.random(using: &generator), names: names)
      }
      let all = SurveyPointNames(rings)
      #expect(
        SurveyPointNames(all.text, positionCounts: rings.map(\.names.count)) == all, "\(all.text)")
    }
  }

  @Test(arguments: [
    "", "1顺", "顺:J1-J4", "1顺:J1-J999999999999", "1顺:J4-J1", "1顺:J1-K4", "1顺:J1-J2-J4",
    "1顺:J1-J3", "1顺:J1-J4;2逆:J5", "1横:J1-J4", "x顺:J1-J4",
  ])
  func `a text that is not about these rings is no names`(text: String) {
    #expect(SurveyPointNames(text, positionCounts: [5]) == nil)
  }
}
