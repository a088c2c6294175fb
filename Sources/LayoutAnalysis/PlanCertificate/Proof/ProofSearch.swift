/// Looks through all plans that may be better than one known, depth first, and leaves out what prices rule out.
struct ProofSearch {
  /// How a search ended.
  enum Outcome: Equatable {
    /// No plan is better.
    case proven
    /// This one is: its places, and its objective in units.
    case refuted(places: [Int], objective: Int64)
    /// The limit of nodes came first.
    case open
  }

  private static let firstSteps = 600
  private static let laterSteps = 60

  private let descent: ProofDescent
  private let nodeLimit: Int
  private(set) var nodes = 0

  init(_ residual: ProofResidual, nodeLimit: Int) {
    descent = ProofDescent(residual)
    self.nodeLimit = nodeLimit
  }

  /// - Parameter objective: of the plan known, in units.
  /// - Complexity: O(nodes · steps · n) in the entries of the rows.
  mutating func outcome(above objective: Int64) -> Outcome {
    let residual = descent.residual
    var open = [ProofNode(residual)]
    while var node = open.popLast() {
      guard nodes < nodeLimit else { return .open }
      nodes += 1
      guard node.mayHoldPlans(in: residual) else { continue }
      if node.free.isEmpty {
        // All minima hold here: what is asked for is at most what nothing gives.
        let value = Int64(clamping: node.gained + Int128(node.greatestLevel(in: residual)))
        if value > objective { return .refuted(places: node.chosen.sorted(), objective: value) }
        continue
      }
      let steps = node.chosen.isEmpty && nodes == 1 ? Self.firstSteps : Self.laterSteps
      let answer = descent.descend(&node, to: objective, steps: steps)
      guard answer.bound > objective else { continue }
      node.ruleOut(answer.out)
      guard let place = branch(node, answer) else {
        open.append(node)
        continue
      }
      var without = node
      without.ruleOut([place])
      open.append(without)
      node.choose(place, in: residual, reaching: descent.groupsOfPlace[place])
      open.append(node)
    }
    return .proven
  }

  /// The free place that prices are least sure of; nil where none is left.
  private func branch(_ node: ProofNode, _ answer: ProofDescent.Answer) -> Int? {
    node.free.min { one, other in
      let (left, right) = (answer.share[one] ?? 0, answer.share[other] ?? 0)
      return (abs(left - 0.5), one) < (abs(right - 0.5), other)
    }
  }
}
