import Optimization
import Testing

@Suite struct ProgramIssueTests {
  @Test func `a sound program has no issues`() {
    var program = MixedIntegerProgram(.maximise)
    let a = program.addChoice("a", objective: 1)
    program.addRow("row", sumOf: [a], .atMost, 1)
    #expect(program.issues.isEmpty)
  }

  @Test func `empty rows are named, and fatal only when zero breaks them`() {
    var program = MixedIntegerProgram(.maximise)
    program.addRow("idle", sumOf: [], .atMost, 1)
    program.addRow("broken", sumOf: [], .atLeast, 1)
    #expect(
      program.issues == [
        .emptyRow(name: "idle", holds: true), .emptyRow(name: "broken", holds: false),
      ])
    #expect(program.issues.map(\.isFatal) == [false, true])
  }

  @Test func `a row out of reach tells how near it can come`() {
    var program = MixedIntegerProgram(.maximise)
    let a = program.addChoice("a")
    let b = program.addVariable("b", from: -1, to: 2)
    program.addRow(
      "high", [(variable: a, coefficient: 3), (variable: b, coefficient: -2)], .atLeast, 6)
    program.addRow("at its end", sumOf: [a, b], .atLeast, 3)
    #expect(program.issues == [.unreachableRow(name: "high", nearest: 5, rightSide: 6)])
  }

  @Test func `a domain without a whole number is empty`() {
    var program = MixedIntegerProgram(.maximise)
    _ = program.addVariable("crossed", from: 2, to: 1)
    _ = program.addVariable("between", from: 0.2, to: 0.8, isInteger: true)
    #expect(
      program.issues == [
        .emptyDomain(variable: "crossed", lower: 2, upper: 1),
        .emptyDomain(variable: "between", lower: 0.2, upper: 0.8),
      ])
  }

  @Test func `numbers that are not numbers are named`() {
    var program = MixedIntegerProgram(.maximise)
    let a = program.addVariable("a", objective: .nan)
    let b = program.addVariable("b", from: .nan)
    program.addRow("side", sumOf: [a], .atMost, .infinity)
    program.addRow("coefficient", [(variable: b, coefficient: .nan)], .atMost, 1)
    #expect(
      program.issues == [
        .notFinite(name: "a"), .notFinite(name: "b"), .notFinite(name: "side"),
        .notFinite(name: "coefficient"),
      ])
  }

  @Test func `magnitudes nine orders apart are a warning`() {
    var program = MixedIntegerProgram(.maximise)
    let a = program.addChoice("a", objective: 1e12)
    let b = program.addChoice("b", objective: 1)
    program.addRow(
      "row", [(variable: a, coefficient: 1e9), (variable: b, coefficient: 1)], .atMost, 1)
    #expect(program.issues == [.magnitudeRange(of: "objective", smallest: 1, largest: 1e12)])
    #expect(!program.issues.contains { $0.isFatal })
  }
}
