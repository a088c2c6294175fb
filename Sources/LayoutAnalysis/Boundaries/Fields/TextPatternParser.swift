/// Reads a pattern and writes its program, last step first: the first step to take is the last written.
struct TextPatternParser {
  private let signs: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var steps: [TextPattern.Step] = []

  /// Groups within groups: far beyond any pattern written by hand, and a guard for the stack.
  private static let deepest = 50
  /// Signs of a pattern at most, for the same reasons.
  private static let longest = 1_000

  /// A piece of the pattern, before its program is written.
  private indirect enum Piece {
    case sign(SignSet)
    case sequence([Piece])
    case choice([Piece])
    /// Repeated at least and at most so often; nil for without end.
    case repetition(Piece, least: Int, most: Int?)
  }

  init(_ text: String) { signs = Array(text.unicodeScalars) }

  mutating func program() throws(TextPatternError) -> [TextPattern.Step] {
    guard signs.count <= Self.longest else { throw error(.tooLong) }
    let piece = try choice()
    guard position == signs.count else { throw error(.unclosedGroup) }
    steps = [.fits]
    _ = try write(piece, before: 0)
    return steps
  }

  // MARK: Reading

  private mutating func choice() throws(TextPatternError) -> Piece {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error(.tooLong) }
    var branches = [try sequence()]
    while peek() == "|" {
      position += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TextPatternError) -> Piece {
    var pieces: [Piece] = []
    while let sign = peek(), sign != "|", sign != ")" {
      var piece = try atom()
      while let limits = try repetition() {
        piece = .repetition(piece, least: limits.least, most: limits.most)
      }
      pieces.append(piece)
    }
    return .sequence(pieces)
  }

  private mutating func atom() throws(TextPatternError) -> Piece {
    let sign = signs[position]
    position += 1
    switch sign {
    case "(":
      let inner = try choice()
      guard peek() == ")" else { throw error(.unclosedGroup) }
      position += 1
      return inner
    case "[": return .sign(try set())
    case ".": return .sign(.any)
    case "\\": return .sign(try escape())
    case "?", "*", "+", "{": throw error(.nothingToRepeat)
    // The whole text must fit anyway.
    case "^" where position == 1, "$" where position == signs.count: return .sequence([])
    default: return .sign(SignSet(ranges: [sign.value...sign.value]))
    }
  }

  private mutating func escape() throws(TextPatternError) -> SignSet {
    guard let sign = peek() else { throw error(.unknownEscape) }
    position += 1
    switch sign {
    case "d": return .digits
    case "w": return .words
    case "s": return .spaces
    default:
      guard !SignSet.words.contains(sign) else { throw error(.unknownEscape) }
      return SignSet(ranges: [sign.value...sign.value])
    }
  }

  private mutating func set() throws(TextPatternError) -> SignSet {
    var set = SignSet(ranges: [])
    if peek() == "^" {
      set.isInverted = true
      position += 1
    }
    var isFirst = true
    while let sign = peek(), isFirst || sign != "]" {
      isFirst = false
      position += 1
      if sign == "\\" {
        set.ranges += try escape().ranges
        continue
      }
      var last = sign
      if peek() == "-", position + 1 < signs.count, signs[position + 1] != "]" {
        last = signs[position + 1]
        position += 2
      }
      set.ranges.append(min(sign.value, last.value)...max(sign.value, last.value))
    }
    guard peek() == "]" else { throw error(.unclosedSet) }
    position += 1
    return set
  }

  /// The repetition that stands here; nil for none.
  private mutating func repetition() throws(TextPatternError) -> (least: Int, most: Int?)? {
    switch peek() {
    case "?": position += 1; return (0, 1)
    case "*": position += 1; return (0, nil)
    case "+": position += 1; return (1, nil)
    case "{": break
    default: return nil
    }
    position += 1
    guard let least = number() else { throw error(.wrongRepetition) }
    var most: Int? = least
    if peek() == "," {
      position += 1
      most = number()
    }
    guard peek() == "}", most.map({ $0 >= least }) ?? true else { throw error(.wrongRepetition) }
    position += 1
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let sign = peek(), SignSet.digits.contains(sign) {
      value = min((value ?? 0) * 10 + Int(sign.value - 0x30), TextPattern.longestProgram + 1)
      position += 1
    }
    return value
  }

  private func peek() -> Unicode.Scalar? { position < signs.count ? signs[position] : nil }

  private func error(_ cause: TextPatternError.Cause) -> TextPatternError {
    TextPatternError(cause: cause, position: position)
  }

  // MARK: Writing

  /// Writes a piece that leads to a step, and says where it starts.
  private mutating func write(
    _ piece: Piece, before next: Int
  ) throws(TextPatternError) -> Int {
    switch piece {
    case .sign(let set): return try write(.sign(set, next: next))
    case .sequence(let pieces):
      var start = next
      for piece in pieces.reversed() { start = try write(piece, before: start) }
      // A step of its own, so that the machine's start is always the last one written.
      return try pieces.isEmpty ? write(.either(next, next)) : start
    case .choice(let branches):
      var start = try write(branches[branches.count - 1], before: next)
      for branch in branches.dropLast().reversed() {
        start = try write(.either(write(branch, before: next), start))
      }
      return start
    case .repetition(let inner, let least, let most):
      var start = next
      if let most {
        for _ in least..<most { start = try write(.either(write(inner, before: start), next)) }
      } else {
        let loop = try write(.either(next, next))
        steps[loop] = .either(try write(inner, before: loop), next)
        start = try write(.either(loop, loop))
      }
      for _ in 0..<least { start = try write(inner, before: start) }
      return try start == next ? write(.either(next, next)) : start
    }
  }

  private mutating func write(_ step: TextPattern.Step) throws(TextPatternError) -> Int {
    guard steps.count < TextPattern.longestProgram else { throw error(.tooLong) }
    steps.append(step)
    return steps.count - 1
  }
}
