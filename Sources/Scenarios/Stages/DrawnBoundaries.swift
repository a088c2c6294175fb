package import LayoutAnalysis
import Synchronization

/// Boundaries drawn for all candidates, with what was found since of those that some plan chose.
///
/// What is found of a boundary depends on it and its land alone, so that plans which share the boundaries may share
/// it.
package final class DrawnBoundaries: Sendable {
  package let result: DelimitationResult
  private let found = Mutex<[Int: TownProposal]>([:])

  init(_ result: DelimitationResult) { self.result = result }

  /// By row of the proposals.
  var settled: [Int: TownProposal] { found.withLock { $0 } }

  func settle(_ row: Int, as proposal: TownProposal) {
    found.withLock { $0[row] = proposal }
  }
}
