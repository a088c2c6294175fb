import Optimization

/// A region's question as a mixed-integer program, for cells and for parcels.
///
/// | | |
/// |---|---|
/// | variables | xᵢ ∈ {0,1}: the region holds node i; 0 ≤ y ≤ 1 for each border: it is outline |
/// | objective | max Σ (vᵢ − cᵢ₀)·xᵢ − Σ c·y |
/// | outline | y ≥ xᵢ − xⱼ, y ≥ xⱼ − xᵢ |
/// | size | A⁻ ≤ Σ aᵢxᵢ ≤ A⁺ |
/// | shortest outline | Σ c·y + Σ cᵢ₀xᵢ ≥ the price of the shortest outline that A⁻ can have |
/// | forced | xᵢ = 1 |
/// | one piece | xₐ ≤ Σ_{b borders C} x_b for pieces C apart from the start, added as they turn up |
///
/// Every region of one piece keeps all rows, so the optimum bounds them all; a solution in one piece is the
/// best of all regions that may have holes.
struct RegionProgram {
  /// The links of nodes with their prices, each once.
  struct Border {
    let first: Int
    let second: Int
    let price: Int
  }

  let values: [Int]
  let outerPrices: [Int]
  let borders: [Border]
  let sizes: [Int]
  let size: ClosedRange<Int>
  let isForced: [Bool]
  /// No outline of a region of the least size is cheaper.
  let shortestOutline: Int
  /// Units of the objective in one of the program's, so that its coefficients stay moderate.
  private var unit: Double { max(1, Double(values.map { abs($0) }.max() ?? 1) / 100) }

  /// How far a solver's bound may be wrong, as a share of the sum of all worths: its tolerance on rows is
  /// 10⁻⁶ of their terms.
  private static let tolerance = 1e-7

  /// What the solver came to.
  struct Answer {
    /// No region exceeds it; nil where the solver proved nothing.
    var bound: Int?
    /// A region in one piece, which may have holes; nil where the last one fell apart.
    var region: [Bool]?
  }

  /// Solves, cuts off what falls apart, and solves again.
  ///
  /// - Parameters:
  ///   - nodes: of a search tree, in each round.
  ///   - rounds: at most.
  ///   - known: an objective that is reached; a bound at it needs no further round.
  /// - Throws: ``SolverError``.
  func answer(
    nodes: Int, rounds: Int, known: Int, solver: any ProgramSolver = CBCSolver()
  ) throws(SolverError) -> Answer {
    var program = program()
    let unit = unit
    var answer = Answer()
    for _ in 0..<rounds {
      let solution = try solver.solve(
        program, limits: SolverLimits(seconds: Self.longest, nodes: nodes))
      if let proven = solution.bound {
        let allowance = Self.tolerance * values.reduce(0.0) { $0 + Double(abs($1)) }
        let units = Int((proven * unit + allowance).rounded(.up))
        answer.bound = min(answer.bound ?? units, units)
      }
      guard !solution.values.isEmpty, answer.bound.map({ $0 > known }) ?? true else { break }
      let region = values.indices.map { solution.values[$0] > 0.5 }
      let cuts = separators(of: region)
      if cuts.isEmpty {
        answer.region = region
        break
      }
      for cut in cuts {
        program.addRow(
          "piece",
          [(variable: cut.node, coefficient: 1)]
            + cut.border.map { (variable: $0, coefficient: -1) }, .atMost, 0)
      }
    }
    return answer
  }

  /// Seconds that no round is meant to reach: nodes end it, at the same place every time.
  private static let longest = 600.0

  private func program() -> MixedIntegerProgram {
    let unit = unit
    var program = MixedIntegerProgram(.maximise)
    for node in values.indices {
      _ = program.addVariable(
        "x\(node)", from: isForced[node] ? 1 : 0, to: 1, isInteger: true,
        objective: Double(values[node] - outerPrices[node]) / unit)
    }
    var outline: [(variable: Int, coefficient: Double)] = values.indices.filter {
      outerPrices[$0] > 0
    }.map { (variable: $0, coefficient: Double(outerPrices[$0]) / unit) }
    for border in borders where border.price > 0 {
      let y = program.addVariable("y", from: 0, to: 1, objective: -Double(border.price) / unit)
      outline.append((variable: y, coefficient: Double(border.price) / unit))
      for (a, b) in [(border.first, border.second), (border.second, border.first)] {
        program.addRow(
          "side",
          [
            (variable: a, coefficient: 1), (variable: b, coefficient: -1),
            (variable: y, coefficient: -1),
          ], .atMost, 0)
      }
    }
    let largest = Double(sizes.max() ?? 1)
    let area = sizes.enumerated().map { (variable: $0, coefficient: Double($1) / largest) }
    program.addRow("least", area, .atLeast, Double(size.lowerBound) / largest)
    program.addRow("most", area, .atMost, Double(size.upperBound) / largest)
    program.addRow("outline", outline, .atLeast, Double(shortestOutline) / unit)
    return program
  }

  /// Rows that a region in several pieces breaks: for each piece without the start, its node of greatest
  /// worth and the nodes that border the piece.
  private func separators(of region: [Bool]) -> [(node: Int, border: [Int])] {
    var neighbours = [[Int]](repeating: [], count: values.count)
    for border in borders {
      neighbours[border.first].append(border.second)
      neighbours[border.second].append(border.first)
    }
    var seen = [Bool](repeating: false, count: values.count)
    var cuts: [(node: Int, border: [Int])] = []
    for first in region.indices where region[first] && !seen[first] {
      var piece = [first]
      seen[first] = true
      var next = 0
      var border: Set<Int> = []
      while next < piece.count {
        for other in neighbours[piece[next]] {
          if !region[other] {
            border.insert(other)
          } else if !seen[other] {
            seen[other] = true
            piece.append(other)
          }
        }
        next += 1
      }
      guard !piece.contains(0) else { continue }
      let sorted = border.sorted()
      for node in piece.sorted(by: { (values[$1], $0) < (values[$0], $1) }).prefix(8) {
        cuts.append((node, sorted))
      }
    }
    return cuts
  }
}

extension RegionModel {
  /// The same question for the solver.
  ///
  /// - Parameter excess: sides that the outline has at least beyond the shortest.
  func program(excess: Int = 0) -> RegionProgram {
    var borders: [RegionProgram.Border] = []
    var outer = [Int](repeating: 0, count: graph.count)
    for node in 0..<graph.count {
      for side in 0..<6 {
        let other = Int(graph.neighbours[node * 6 + side])
        if other < 0 {
          outer[node] += sidePrice
        } else if other > node {
          borders.append(RegionProgram.Border(first: node, second: other, price: sidePrice))
        }
      }
    }
    return RegionProgram(
      values: values, outerPrices: outer, borders: borders,
      sizes: [Int](repeating: 1, count: graph.count), size: size, isForced: isForced,
      shortestOutline: sidePrice
        * (RegionBound.shortestOutline(of: size.lowerBound) + excess))
  }
}
