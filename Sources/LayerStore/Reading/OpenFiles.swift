import Foundation

/// How many files the process may have open at once.
package enum OpenFiles {
  /// Raises the limit as far as the system lets a process do so itself; a limit that is higher stays.
  ///
  /// Wraps `setrlimit`. Where it is refused, opening one file too many says so.
  package static func allow(_ count: Int) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < rlim_t(count)
    else { return }
    limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
