import TestSupport
import Testing

/// The hidden command that solves programs for others.
@Suite struct SolverWorkerTests {
  private func outcome(input: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram().runInShell(prefix: "\(input) |", ["solve-program"])
  }

  @Test func `no input is no work`() throws {
    let outcome = try outcome(input: "true")
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test func `anything but a program is refused in a sentence`() throws {
    let garbage = try outcome(input: "printf 'this is not a program at all'")
    #expect(garbage.code == 70)
    #expect(garbage.errors.contains("the bytes are no frame of a program or an answer"))
    let cut = try outcome(input: "printf 'PSLT'")
    #expect(cut.errors.contains("the frame ends after 4 of 20 bytes"))
    let old = try outcome(input: #"printf 'PSLT\007\0\0\0\001\0\0\0\0\0\0\0\0\0\0\0'"#)
    #expect(old.errors.contains("the frame is of version 7, and this program reads version 1"))
    let large = try outcome(
      input: #"printf 'PSLT\001\0\0\0\001\0\0\0\377\377\377\377\0\0\0\0'"#)
    #expect(large.errors.contains("the frame states 4294967295 bytes, and at most"))
    let empty = try outcome(input: #"printf 'PSLT\001\0\0\0\001\0\0\0\0\0\0\0\0\0\0\0'"#)
    #expect(empty.errors.contains("the frame ends after 0 of 8 bytes"))
  }

  @Test func `it is not in the help, and the doctor asks it`() throws {
    let program = BuiltProgram()
    #expect(try !program.run(["--help"]).output.contains("solve-program"))
    let doctor = try program.run(["doctor"])
    #expect(doctor.output.contains("ok      solver process"))
  }
}
