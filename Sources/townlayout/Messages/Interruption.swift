import Dispatch
import Foundation
import Publishing
import Synchronization

/// Ends the program cleanly when the user or the system asks for it.
enum Interruption {
  /// The folder being written aside, removed when the program is interrupted.
  private static let pending = Mutex<String?>(nil)
  /// Held while a folder is made or renamed, and for good by an interruption.
  private static let changing = DispatchSemaphore(value: 1)
  /// What is done instead of the usual; nil for that.
  private static let response = Mutex<(@Sendable () -> Void)?>(nil)
  private static let isIgnored = Atomic<Bool>(false)
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Watches for Ctrl-C and a request to terminate.
  ///
  /// The default action is switched off and a dispatch source takes over, because a signal handler may
  /// not touch the file system.
  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      sources.withLock { sources in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
          guard !isIgnored.load(ordering: .relaxed) else { return }
          changing.wait()
          cleanUp()
          if let response = response.withLock({ $0 }) {
            response()
          } else {
            Output.write(line: "townlayout: interrupted; nothing was written\n")
          }
          // At once: the run goes on beside this until the process ends.
          _exit(ExitCause.interrupted.rawValue)
        }
        source.activate()
        sources.append(source)
      }
    }
    // A closed pipe or a limit on file size is an error of the write that meets it, not a death.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Says what an interruption is to do and tell before it ends the process.
  static func respond(_ body: @escaping @Sendable () -> Void) {
    response.withLock { $0 = body }
  }

  /// Leaves interruptions to the process that this one works for.
  static func ignore() { isIgnored.store(true, ordering: .relaxed) }

  /// Keeps an interruption from falling between the steps of making or renaming a folder.
  static var folderWatch: FolderWatch {
    FolderWatch(
      willChange: { changing.wait() }, didChange: { changing.signal() },
      isStaged: { path in pending.withLock { $0 = path } })
  }

  /// Removes what was being written aside.
  static func cleanUp() {
    guard let path = pending.withLock({ $0 }) else { return }
    do { try FileManager.default.removeItem(atPath: path) } catch {
      // Nothing was created yet, or the system refuses: the folder's name tells that it is unfinished.
    }
  }
}
