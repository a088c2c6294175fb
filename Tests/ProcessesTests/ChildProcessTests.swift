import Dispatch
import Foundation
import Processes
import Synchronization
import Testing

/// Programs of the system as children.
struct ChildProcessTests {
  private func shell(
    _ script: String, _ standardError: ChildProcess.StandardError = .kept, isShielded: Bool = false
  ) throws(ChildProcessError) -> ChildProcess {
    try ChildProcess(
      executable: "/bin/sh", arguments: ["-c", script], standardError: standardError,
      isShielded: isShielded)
  }

  /// Bytes up to a count.
  private func received(
    _ count: Int, from child: borrowing ChildProcess
  ) throws(ChildProcessError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var place = 0
    while place < count { place += try child.receive(into: &bytes, from: place) ?? 0 }
    return bytes
  }

  @Test func `what is sent comes back, more than the socket holds`() throws {
    let child = try shell("while read -r line; do echo \"$line\"; done")
    let line = Array((String(repeating: "x", count: 999) + "\n").utf8)
    for _ in 0..<300 {
      #expect(try child.send(line))
      #expect(try received(line.count, from: child) == line)
    }
  }

  @Test func `a deadline ends the wait for an answer, and for room to send`() throws {
    let silent = try shell("sleep 30")
    let start = ContinuousClock.now
    var bytes = [UInt8](repeating: 0, count: 1)
    #expect(try silent.receive(into: &bytes, from: 0, until: start + .milliseconds(50)) == nil)
    let much = [UInt8](repeating: 1, count: 20_000_000)
    #expect(try !silent.send(much, until: .now + .milliseconds(50)))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `an end is told with exit code, signal and last words`() throws {
    for (script, end, message) in [
      ("echo beware >&2; exit 7", ProcessEnd.exitCode(7), "beware"),
      ("kill -9 $$", .signal(9, name: "Killed"), ""),
    ] {
      let child = try shell(script)
      // As often as it is asked: its status is taken last.
      for said in [message, ""] {
        #expect(throws: ChildProcessError.ended(end, message: said)) {
          _ = try received(1, from: child)
        }
      }
    }
  }

  @Test func `a process that closes its side is of no use`() throws {
    let child = try shell("exec 0<&- 1>&-; sleep 30", .kept)
    #expect(throws: ChildProcessError.ended(.socketClosed, message: "")) {
      _ = try received(1, from: child)
    }
  }

  @Test func `sending to one that is gone is an error, no signal`() throws {
    let child = try shell("exit 3", .inherited)
    #expect(throws: ChildProcessError.ended(.exitCode(3), message: "")) {
      while true { _ = try child.send([UInt8](repeating: 1, count: 100_000)) }
    }
  }

  @Test func `a child that is dismissed or forgotten is gone`() throws {
    var patient = try shell("cat > /dev/null")
    let dismissed = patient.identifier
    patient.dismiss()
    #expect(kill(dismissed, 0) != 0)
    func forget() throws -> pid_t { try shell("sleep 30").identifier }
    #expect(kill(try forget(), 0) != 0)
  }

  @Test func `a shielded child outlives an interruption`() throws {
    let shielded = try shell("kill -INT $$; kill -TERM $$; echo here", isShielded: true)
    #expect(try received(5, from: shielded) == Array("here\n".utf8))
    let open = try shell("kill -TERM $$; echo here")
    #expect(throws: ChildProcessError.ended(.signal(15, name: "Terminated"), message: "")) {
      _ = try received(5, from: open)
    }
  }

  @Test func `no child holds the socket of another, though many start at once`() throws {
    let ends = Mutex<[ChildProcessError?]>([])
    DispatchQueue.concurrentPerform(iterations: 40) { number in
      do throws(ChildProcessError) {
        // Half of them live on and would keep the others' sockets open.
        let child = try shell(number % 2 == 0 ? "exit 5" : "read -r line; exit 6")
        if number % 2 == 0 { _ = try received(1, from: child) }
        var patient = child
        patient.dismiss()
      } catch {
        ends.withLock { $0.append(error) }
      }
    }
    #expect(ends.withLock(\.count) == 20)
    #expect(ends.withLock { $0.allSatisfy { $0 == .ended(.exitCode(5), message: "") } })
  }

  @Test func `a program that is not there is refused with its path`() {
    #expect {
      _ = try ChildProcess(
        executable: "/no/such", arguments: [], standardError: .kept, isShielded: false)
    } throws: { error in
      error as? ChildProcessError
        == .notStarted(executable: "/no/such", reason: "No such file or directory")
    }
  }
}
