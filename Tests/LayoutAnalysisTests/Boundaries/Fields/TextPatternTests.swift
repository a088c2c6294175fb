import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct TextPatternTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("abc", "abc", true), ("abc", "abcd", false),
    ("a.c", "a郴c", true), (#"\d{6}"#, "431002", true), (#"\d{6}"#, "43100", false),
    (#"43\d{4}(\d{3})?"#, "431002100", true), (#"43\d{4}(\d{3})?"#, "4310021", false),
    ("J[0-9]+", "J12", true), ("[^0-9]*", "郴州", true), ("[^0-9]*", "郴1", false),
    ("(镇|乡|街道)", "街道", true), ("(镇|乡|街道)", "街", false), (#"\w+镇"#, "飞天山镇", true),
    ("a{2,4}", "a", false), ("a{2,4}", "aaaa", true), ("a{2,4}", "aaaaa", false),
    ("a{2,}", "aaaaaaa", true), ("(ab|a)*b?", "aabab", true), (#"\."#, "x", false),
    ("^abc$", "abc", true), ("[a-]+", "a-a", true), ("[]]", "]", true), ("()*x", "x", true),
    ("a?{2}", "aa", true), ("a{0}b", "b", true),
  ])
  func `a whole text fits a pattern or not`(_ pattern: String, _ text: String, _ fits: Bool) throws
  {
    #expect(try TextPattern(pattern).fits(text) == fits)
  }

  @Test(arguments: [
    ("(a", TextPatternError.Cause.unclosedGroup), ("a)", .unclosedGroup), ("[a", .unclosedSet),
    ("*a", .nothingToRepeat), ("a{2,1}", .wrongRepetition), ("a{x}", .wrongRepetition),
    (#"\q"#, .unknownEscape), (#"a\"#, .unknownEscape), ("(a{100}){100}", .tooLong),
    (String(repeating: "(", count: 200) + String(repeating: ")", count: 200), .tooLong),
    (String(repeating: "a", count: 5_000), .tooLong),
  ])
  func `what is no pattern is refused with a reason`(
    _ text: String, _ cause: TextPatternError.Cause
  ) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(text) }
    #expect(error?.cause == cause)
  }

  @Test func `a pattern that stops backtracking engines is as fast as any`() throws {
    let pattern = try TextPattern("(a*)*(a|aa)+(a?){30}a{30}b")
    let start = ContinuousClock.now
    #expect(!pattern.fits(String(repeating: "a", count: 2_000)))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `random patterns decide as Foundation's regular expressions do`() throws {
    var random = SeededGenerator(seed: 31)
    func pattern(_ depth: Int) -> String {
      let pieces = ["a", "b", ".", "[ab]", "[^a]", #"\d"#]
      switch random.next() % (depth > 0 ? 6 : 2) {
      case 0, 1: return pieces[Int(random.next() % 6)]
      case 2: return "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
      case 3: return "(" + pattern(depth - 1) + ")" + ["?", "*", "+"][Int(random.next() % 3)]
      case 4: return "(" + pattern(depth - 1) + "){1,2}"
      default: return pattern(depth - 1) + pattern(depth - 1)
      }
    }
    for _ in 0..<300 {
      let text = pattern(3)
      let ours = try TextPattern(text)
      let theirs = try NSRegularExpression(
        pattern: "^(?:\(text))$", options: .dotMatchesLineSeparators)
      for _ in 0..<10 {
        let candidate = String(
          (0..<Int(random.next() % 6)).map { _ in Array("ab1")[Int(random.next() % 3)] })
        let range = NSRange(location: 0, length: candidate.utf16.count)
        let wanted = theirs.firstMatch(in: candidate, range: range) != nil
        #expect(ours.fits(candidate) == wanted, "\(text) on \(candidate)")
      }
    }
  }
}
