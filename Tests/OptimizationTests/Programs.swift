import Optimization

/// Instances with known answers, and small random ones.
enum Programs {
  /// Takes the most valuable things that fit.
  static func knapsack(capacity: Int, weights: [Int], profits: [Int]) -> MixedIntegerProgram {
    var program = MixedIntegerProgram(.maximise)
    let things = profits.enumerated().map { program.addChoice("\($0)", objective: Double($1)) }
    program.addRow(
      "capacity", things.map { (variable: $0, coefficient: Double(weights[$0])) }, .atMost,
      Double(capacity))
    return program
  }

  /// Fewest points that meet every line of the affine space of `dimension` over three elements.
  ///
  /// The Steiner triple problems A9 and A27 of Fulkerson, Nemhauser and Trotter (1974).
  static func steinerTriples(dimension: Int) -> MixedIntegerProgram {
    var program = MixedIntegerProgram(.minimise)
    let count = (0..<dimension).reduce(1) { product, _ in 3 * product }
    let points = (0..<count).map { program.addChoice("\($0)", objective: 1) }
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) {
        // Three points are a line when their sum is zero in every coordinate.
        var (c, place, left, right) = (0, 1, a, b)
        for _ in 0..<dimension {
          c += place * ((6 - left % 3 - right % 3) % 3)
          (place, left, right) = (place * 3, left / 3, right / 3)
        }
        if c > b {
          program.addRow("\(a)-\(b)-\(c)", sumOf: [points[a], points[b], points[c]], .atLeast, 1)
        }
      }
    }
    return program
  }

  /// Three knapsacks with nearly equal profits per weight: minutes of search.
  static var hard: MixedIntegerProgram {
    var random = Numbers(seed: 5)
    var program = MixedIntegerProgram(.maximise)
    let weights = (0..<60).map { _ in (0..<3).map { _ in 1000 + random.number(below: 1000) } }
    let things = weights.enumerated().map { index, weight in
      program.addChoice(
        "\(index)", objective: Double(weight.reduce(0, +) + random.number(below: 10)))
    }
    for row in 0..<3 {
      let half = weights.reduce(0) { $0 + $1[row] } / 2
      program.addRow(
        "\(row)", things.map { (variable: $0, coefficient: Double(weights[$0][row])) }, .atMost,
        Double(half))
    }
    return program
  }

  /// A few choices under a few rows with small whole coefficients.
  static func random(seed: UInt64) -> MixedIntegerProgram {
    var random = Numbers(seed: seed)
    var program = MixedIntegerProgram(random.number(below: 2) == 0 ? .maximise : .minimise)
    let count = 1 + random.number(below: 8)
    let variables = (0..<count).map {
      program.addChoice("\($0)", objective: Double(random.number(below: 21) - 10))
    }
    for row in 0..<(1 + random.number(below: 5)) {
      let terms = variables.map {
        (variable: $0, coefficient: Double(random.number(below: 9) - 3))
      }
      let senses: [MixedIntegerProgram.Sense] = [.atMost, .atLeast, .atMost, .equal]
      program.addRow(
        "\(row)", terms, senses[random.number(below: 4)], Double(random.number(below: 9) - 1))
    }
    return program
  }

  /// The best objective over all 0–1 assignments, nil when none meets the rows.
  static func bestByEnumeration(_ program: MixedIntegerProgram) -> Double? {
    let matrix = program.matrix
    var best: Double?
    for bits in 0..<(1 << program.variables.count) {
      let values = program.variables.indices.map { Double(bits >> $0 & 1) }
      let sums = matrix.product(with: values)
      let holds = zip(program.rows, sums).allSatisfy { row, sum in
        switch row.sense {
        case .atMost: sum <= row.rightSide
        case .atLeast: sum >= row.rightSide
        case .equal: sum == row.rightSide
        }
      }
      guard holds else { continue }
      let objective = program.objective(of: values)
      let isBetter = best.map { program.direction == .maximise ? objective > $0 : objective < $0 }
      if isBetter ?? true { best = objective }
    }
    return best
  }
}

/// SplitMix64, so that these tests need no other module.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
