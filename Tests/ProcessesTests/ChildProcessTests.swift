import Foundation
import Processes
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
    _ count: Int, from child: inout ChildProcess
  ) throws(ChildProcessError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var place = 0
    while place < count { place += try child.receive(into: &bytes, from: place) ?? 0 }
    return bytes
  }

  @Test func `what is sent comes back, more than the socket holds`() throws {
    var child = try shell("while read -r line; do echo \"$line\"; done")
    let line = Array((String(repeating: "x", count: 999) + "\n").utf8)
    for _ in 0..<300 {
      #expect(try child.send(line))
      #expect(try received(line.count, from: &child) == line)
    }
  }

  @Test func `a deadline ends the wait for an answer, and for room to send`() throws {
    var silent = try shell("sleep 30")
    let start = ContinuousClock.now
    var bytes = [UInt8](repeating: 0, count: 1)
    #expect(try silent.receive(into: &bytes, from: 0, until: start + .milliseconds(50)) == nil)
    let much = [UInt8](repeating: 1, count: 20_000_000)
    #expect(try !silent.send(much, until: .now + .milliseconds(50)))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `an end is told with exit code, signal and last words`() throws {
    for (script, cause, message) in [
      ("echo beware >&2; exit 7", "exit code 7", "beware"), ("kill -9 $$", "signal 9, Killed", ""),
    ] {
      var child = try shell(script)
      #expect(throws: ChildProcessError.ended(cause: cause, message: message)) {
        _ = try received(1, from: &child)
      }
    }
  }

  @Test func `a process that closes its side is of no use`() throws {
    var child = try shell("exec 0<&- 1>&-; sleep 30", .kept)
    #expect(throws: ChildProcessError.ended(cause: "it closed its socket", message: "")) {
      _ = try received(1, from: &child)
    }
  }

  @Test func `sending to one that is gone is an error, no signal`() throws {
    var child = try shell("exit 3", .inherited)
    #expect(throws: ChildProcessError.ended(cause: "exit code 3", message: "")) {
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
    var shielded = try shell("kill -INT $$; kill -TERM $$; echo here", isShielded: true)
    #expect(try received(5, from: &shielded) == Array("here\n".utf8))
    var open = try shell("kill -TERM $$; echo here")
    #expect(throws: ChildProcessError.ended(cause: "signal 15, Terminated", message: "")) {
      _ = try received(5, from: &open)
    }
  }

  @Test func `no child holds the socket of another`() throws {
    // The first sees the end of its input although the second, started after it, lives on.
    var first = try shell("cat > /dev/null")
    let second = try shell("sleep 30")
    first.dismiss()
    #expect(kill(second.identifier, 0) == 0)
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
