import Foundation

/// The calls of POSIX that child processes and their parents need, each checked and without a raw pointer in its signature.
package enum SystemCalls {
  /// What the system says about an error number.
  package static func message(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

  /// Both ends of a connected pair of stream sockets, which no other process inherits; nil when refused.
  ///
  /// A socket, not two pipes: writing to one whose other end is gone can be an error without a signal.
  static func socketPair() -> (ours: Int32, theirs: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe socketpair(AF_UNIX, streamType, 0, &ends) == 0 else { return nil }
    return keptApart(ends).map { (ours: $0[0], theirs: $0[1]) }
  }

  /// Both ends of a pipe, which no other process inherits; nil when refused.
  static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe Foundation.pipe(&ends) == 0 else { return nil }
    return keptApart(ends).map { (reading: $0[0], writing: $0[1]) }
  }

  private static var streamType: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  /// Moves descriptors beyond the three standard ones, so that setting up those of a child overwrites none,
  /// and closes them in every other child.
  private static func keptApart(_ ends: [Int32]) -> [Int32]? {
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    let code = errno
    for end in ends { close(end) }
    guard moved.allSatisfy({ $0 >= 0 }) else {
      for end in moved where end >= 0 { close(end) }
      errno = code
      return nil
    }
    return moved
  }

  /// Makes reads and writes of a descriptor return at once.
  static func stopWaiting(on descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// Starts a program with the given standard descriptors; an error number other than zero is a refusal.
  ///
  /// - Parameter isShielded: whether the signals that reach a whole group of processes are blocked in it.
  static func spawn(
    _ executable: String, _ arguments: [String], standard: [Int32], isShielded: Bool
  ) -> (code: Int32, process: pid_t) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in standard.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    if isShielded {
      for number in [SIGINT, SIGHUP, SIGTERM] { unsafe sigaddset(&blocked, number) }
    }
    // Set in any case: a thread of a pool has signals blocked, and its child would have them too.
    unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = unsafe (["townlayout"] + arguments).map {
      unsafe strdup($0)
    }
    defer { unsafe words.forEach { unsafe free($0) } }
    unsafe words.append(nil)
    var process: pid_t = 0
    let code = unsafe posix_spawn(
      &process, executable, &actions, &attributes, words, environ)
    return (code, process)
  }

  /// Sends bytes to a socket by `send`; a closed one is an error, not a signal.
  static func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Int {
    unsafe bytes.withUnsafeBytes {
      unsafe Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// Reads bytes into an array from a place in it, by `read`.
  package static func read(into bytes: inout [UInt8], from place: Int, of descriptor: Int32) -> Int
  {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[place...])
      return unsafe Foundation.read(descriptor, rest.baseAddress, rest.count)
    }
  }

  /// Writes all bytes by `write`, whatever the descriptor; false when it takes no more.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 { written += count } else if errno != EINTR { return false }
    }
    return true
  }

  /// Waits by `poll` until a descriptor can be used, or has failed; false at the deadline, if there is one.
  static func isReady(
    _ descriptor: Int32, for events: Int32, until deadline: ContinuousClock.Instant?
  ) -> Bool {
    while true {
      let left = deadline.map { ($0 - .now) / .milliseconds(1) } ?? 1e8
      guard left > 0 else { return false }
      var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      // One more, so that a wait does not end just before its deadline and begin again.
      if unsafe poll(&request, 1, Int32(min(left, 1e8)) + 1) > 0 { return true }
    }
  }

  /// Waits by `poll` until the other end of a pipe or socket is gone, whatever waits to be read.
  package static func waitForEnd(of descriptor: Int32) {
    while true {
      var request = pollfd(fd: descriptor, events: 0, revents: 0)
      let count = unsafe poll(&request, 1, -1)
      if count > 0 || (count < 0 && errno != EINTR) { return }
    }
  }

  /// Waits for a child's end and takes its status, by `waitpid`.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// Looks by `waitid` how a child ended that does so within a time; nil when it has not.
  ///
  /// Its status stays to be taken: until then no other process has its number.
  static func end(of process: pid_t, within time: Duration) -> ProcessEnd? {
    let deadline = ContinuousClock.now + time
    repeat {
      var information = unsafe siginfo_t()
      let code = unsafe waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      if code == 0, let end = unsafe end(information) { return end }
      usleep(2000)
    } while ContinuousClock.now < deadline
    return nil
  }

  private static func end(_ information: siginfo_t) -> ProcessEnd? {
    #if canImport(Glibc)
      let child = unsafe information._sifields._sigchld
      let (process, status) = (child.si_pid, child.si_status)
    #else
      let (process, status) = unsafe (information.si_pid, information.si_status)
    #endif
    guard process != 0 else { return nil }
    return unsafe information.si_code == CLD_EXITED
      ? .exitCode(status) : .signal(status, name: unsafe String(cString: strsignal(status)))
  }
}
