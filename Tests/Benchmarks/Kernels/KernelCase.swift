import Foundation

/// A fixed small piece of work whose instructions are counted.
struct KernelCase: Sendable {
  let name: String
  /// Makes the input in a scratch folder and returns the work on it.
  ///
  /// The work returns a number that depends on all of it: printed, so that two builds can be held against
  /// each other and nothing is optimised away.
  let prepare: @Sendable (URL) throws -> () throws -> Double

  static let all = areas + trees + layers
}

/// Places in the program where a counter may stop: `.ci/budgets` has callgrind write its counts there.
enum KernelMark {
  /// Counts the places, so that no call is optimised away; `.ci/budgets` knows the name of the type.
  @inline(never) static func pass(_ places: inout Int) { places += 1 }
}
