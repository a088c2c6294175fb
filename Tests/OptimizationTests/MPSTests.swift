import Optimization
import Testing

/// The text of a program in free MPS format, against the format's published description (IBM, "MPSX"; the free
/// form and `OBJSENSE` as HiGHS and CBC read them).
struct MPSTests {
  @Test func `a program of every kind of variable and row is written out`() {
    var program = MixedIntegerProgram(.maximise)
    let town = program.addChoice("town 1", objective: 2.5)
    let money = program.addVariable("money", from: -.infinity, to: 7, objective: -1)
    let free = program.addVariable("free", from: -3)
    let unused = program.addVariable("unused", to: 4, isInteger: true)
    program.addRow("most", [(town, 1), (money, 0.1)], .atMost, 10)
    program.addRow("least", [(free, 1)], .atLeast, -2)
    program.addRow("same", [(town, 3), (free, -1)], .equal, 0)
    #expect([town, money, free, unused] == [0, 1, 2, 3])
    #expect(
      program.mps == """
        NAME program
        OBJSENSE
            MAX
        ROWS
         N obj
         L r0
         G r1
         E r2
        COLUMNS
            M0 'MARKER' 'INTORG'
            x0 obj 2.5
            x0 r0 1.0
            x0 r2 3.0
            M1 'MARKER' 'INTEND'
            x1 obj -1.0
            x1 r0 0.1
            x2 r1 1.0
            x2 r2 -1.0
            M3 'MARKER' 'INTORG'
            x3 obj 0.0
            M4 'MARKER' 'INTEND'
        RHS
            rhs r0 10.0
            rhs r1 -2.0
        BOUNDS
         LO bnd x0 0.0
         UP bnd x0 1.0
         MI bnd x1
         UP bnd x1 7.0
         LO bnd x2 -3.0
         PL bnd x2
         LO bnd x3 0.0
         UP bnd x3 4.0
        ENDATA

        """)
  }
}
