import Dispatch
import Foundation
import Synchronization

/// Splits row numbers into contiguous chunks, works on them in parallel, and merges in row order.
package enum Chunks {
  /// Calls `body` once for each contiguous range of rows and returns the results in row order.
  ///
  /// Ranges depend on `count` and `size` only, never on the number of workers, so the result is the
  /// same for any of them. The first error in row order is thrown after all chunks ended; once a chunk
  /// failed, chunks not yet begun are skipped.
  ///
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - size: rows in a chunk; the last may be shorter.
  ///   - workers: how many chunks may run at once; nil for one per processor.
  ///   - body: makes its own workspaces; gets the rows and returns their result.
  package static func map<Result: Sendable, Failure: Error>(
    count: Int, size: Int, workers: Int? = nil,
    _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    precondition(size > 0, "A chunk holds at least one row.")
    let chunkCount = (count + size - 1) / size
    let slots = Mutex<[Swift.Result<Result, Failure>?]>(Array(repeating: nil, count: chunkCount))
    let next = Atomic<Int>(0)
    let failed = Atomic<Bool>(false)
    @Sendable func work() {
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        guard chunk < chunkCount, !failed.load(ordering: .relaxed) else { return }
        let rows = (chunk * size)..<min(count, (chunk + 1) * size)
        let outcome: Swift.Result<Result, Failure>
        do throws(Failure) { outcome = .success(try body(rows)) } catch {
          outcome = .failure(error)
          failed.store(true, ordering: .relaxed)
        }
        slots.withLock { $0[chunk] = outcome }
      }
    }
    let parallel = min(chunkCount, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    if parallel <= 1 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: parallel) { _ in work() }
    }
    var results: [Result] = []
    results.reserveCapacity(chunkCount)
    for outcome in slots.withLock({ $0 }) {
      if let outcome { results.append(try outcome.get()) }
    }
    return results
  }
}
