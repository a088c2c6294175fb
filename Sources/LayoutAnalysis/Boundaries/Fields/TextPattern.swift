/// The form of a text, in the plain part of regular expressions.
///
/// Known are literals, `.`, `\d`, `\w`, `\s`, `\\` before a sign, `[a-z]`, `[^a-z]`, groups with `|`, and
/// `?`, `*`, `+`, `{3}`, `{2,4}`, `{2,}`. The whole text must fit. All ways of reading are followed side by side
/// (Thompson 1968, "Regular expression search algorithm", CACM 11), so that the time is that of the text
/// times that of the pattern: no pattern can bring the program to a halt, as backtracking ones can.
package struct TextPattern: Sendable, Hashable {
  /// The pattern as written.
  package let text: String
  let program: [Step]

  /// One step of the machine; targets are indices of steps.
  enum Step: Sendable, Hashable {
    case sign(SignSet, next: Int)
    case either(Int, Int)
    case fits
  }

  /// Longest program: repetitions are written out, so that `{1000}{1000}` must be refused.
  static let longestProgram = 2_000

  /// - Throws: ``TextPatternError`` for what is no pattern of this kind.
  package init(_ text: String) throws(TextPatternError) {
    var parser = TextPatternParser(text)
    self.text = text
    program = try parser.program()
  }

  package static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.text == right.text
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether a whole text has the form.
  ///
  /// - Complexity: O(n·m) for a text of n scalars and a pattern of m signs.
  package func fits(_ candidate: String) -> Bool {
    var mark = [Int](repeating: -1, count: program.count)
    var current: [Int] = []
    follow(program.count - 1, at: 0, into: &current, mark: &mark)
    var position = 0
    for scalar in candidate.unicodeScalars {
      position += 1
      var next: [Int] = []
      for index in current {
        guard case .sign(let set, let target) = program[index], set.contains(scalar) else {
          continue
        }
        follow(target, at: position, into: &next, mark: &mark)
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains { program[$0] == .fits }
  }

  /// Adds the steps that a step leads to without a sign; each once for a position.
  private func follow(
    _ start: Int, at position: Int, into steps: inout [Int], mark: inout [Int]
  ) {
    var stack = [start]
    while let index = stack.popLast() {
      guard mark[index] != position else { continue }
      mark[index] = position
      if case .either(let first, let second) = program[index] {
        stack.append(second)
        stack.append(first)
      } else {
        steps.append(index)
      }
    }
  }
}

/// Why a text is no pattern.
package struct TextPatternError: Error, Equatable {
  package enum Cause: String, Sendable {
    case unclosedGroup = "a group is not closed"
    case unclosedSet = "a set of signs is not closed"
    case nothingToRepeat = "there is nothing to repeat"
    case wrongRepetition = "a repetition is {3}, {2,4} or {2,}"
    case unknownEscape = "after a backslash stands d, w, s or a sign that is no letter or digit"
    case tooLong = "the pattern is too long once its repetitions are written out"
  }

  package let cause: Cause
  /// Position in the pattern, in scalars from 0.
  package let position: Int
}

/// The scalars that a step of a pattern accepts.
struct SignSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>]
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isInverted
  }

  static let any = SignSet(ranges: [0...0x10FFFF])
  static let digits = SignSet(ranges: [0x30...0x39])
  /// Latin letters, digits, low line, and Chinese characters (CJK unified ideographs and extension A).
  static let words = SignSet(
    ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0x3400...0x4DBF, 0x4E00...0x9FFF])
  static let spaces = SignSet(ranges: [0x09...0x0D, 0x20...0x20, 0x3000...0x3000])
}
