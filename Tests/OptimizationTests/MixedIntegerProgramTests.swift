import Optimization
import Testing

@Suite struct MixedIntegerProgramTests {
  @Test func `a program reads as it was stated`() {
    var program = MixedIntegerProgram(.maximise)
    let a = program.addChoice("a", objective: 3)
    let b = program.addVariable("b", to: 2.5, objective: -1)
    let free = program.addVariable("free", from: -.infinity)
    program.addRow("both", sumOf: [a, b], .atMost, 2)
    program.addRow(
      "link", [(variable: b, coefficient: 2), (variable: free, coefficient: -0.5)], .equal, 0)
    program.addRow("nothing", sumOf: [], .atLeast, 0)
    #expect(
      program.text == """
        maximise 3 a - b
        both: a + b <= 2
        link: 2 b - 0.5 free = 0
        nothing: 0 >= 0
        0 <= a <= 1 whole
        0 <= b <= 2.5 real
        -inf <= free <= inf real
        """)
  }

  @Test func `the matrix is by columns with rows ascending`() {
    var program = MixedIntegerProgram(.minimise)
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.addRow(
      "first", [(variable: y, coefficient: 4), (variable: x, coefficient: 1)], .atMost, 1)
    program.addRow("second", [(variable: x, coefficient: 2)], .atMost, 1)
    let matrix = program.matrix
    #expect(matrix.starts == [0, 2, 3])
    #expect(matrix.rows == [0, 1, 0])
    #expect(matrix.values == [1, 2, 4])
    #expect(matrix.product(with: [10, 1]) == [14, 20])
  }

  @Test func `coefficients of one place add up, and vanish when their sum is zero`() {
    var program = MixedIntegerProgram(.minimise)
    let x = program.addVariable("x")
    program.addRow(
      "once", [(variable: x, coefficient: 1), (variable: x, coefficient: -1)], .atMost, 1)
    program.addRow("twice", sumOf: [x, x], .atMost, 1)
    program.addRow("zero", [(variable: x, coefficient: 0)], .atMost, 1)
    let matrix = program.matrix
    #expect(matrix.rows == [1])
    #expect(matrix.values == [2])
  }

  @Test func `a program without variables or rows has an empty matrix`() {
    let matrix = MixedIntegerProgram(.minimise).matrix
    #expect(matrix.starts == [0])
    #expect(matrix.rows.isEmpty)
  }
}
