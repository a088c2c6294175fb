import Testing

@testable import Optimization

/// What goes over the wire comes back, and nothing else is taken.
@Suite struct SolverFrameTests {
  private var request: SolverRequest {
    SolverRequest(
      program: Programs.random(seed: 4).compiled,
      limits: SolverLimits(seconds: 1.5, nodes: 7, gap: 0.01, seed: 3))
  }

  @Test func `requests come back as they were sent`() throws {
    for seed in 1...40 {
      var limits = request.limits
      if seed > 20 { limits.nodes = nil }
      let sent = SolverRequest(
        program: Programs.random(seed: UInt64(seed)).compiled, limits: limits)
      let bytes = try sent.frame.bytes()
      let head = try SolverFrame.head(Array(bytes.prefix(SolverFrame.headSize)))
      #expect(head.kind == .request)
      #expect(head.bodySize == bytes.count - SolverFrame.headSize)
      #expect(try SolverRequest(body: Array(bytes.dropFirst(SolverFrame.headSize))) == sent)
    }
  }

  @Test func `replies come back as they were sent`() throws {
    let solution = MIPSolution(
      status: .feasible, objective: 2.5, bound: nil, values: [1, 0.5], nodes: 12, seconds: 0.25)
    let nothing = MIPSolution(
      status: .infeasible, objective: nil, bound: nil, values: [], nodes: 0, seconds: 0)
    let replies: [SolverReply] = [
      .solution(solution), .solution(nothing), .abandoned(status: 2, secondaryStatus: -1),
      .refusal("länger"),
    ]
    for reply in replies { #expect(try SolverReply(reply.frame, columnCount: 2) == reply) }
    #expect(throws: SolverFrameError.inconsistent("list of values")) {
      try SolverReply(SolverReply.solution(solution).frame, columnCount: 3)
    }
  }

  @Test(arguments: [MIPStatus.optimal, .feasible, .infeasible, .unbounded, .unknown])
  func `every status arrives as it was sent`(status: MIPStatus) throws {
    let reply = SolverReply.solution(.without(status, seconds: 0.5))
    #expect(try SolverReply(reply.frame, columnCount: 2) == reply)
    var body = reply.frame.body
    body[0] = 5
    #expect(throws: SolverFrameError.inconsistent("status")) {
      try SolverReply(SolverFrame(kind: .solution, body: body), columnCount: 2)
    }
  }

  @Test func `a head that is none is refused with its reason`() throws {
    let head = Array(try request.frame.bytes().prefix(SolverFrame.headSize))
    #expect(throws: SolverFrameError.truncated(bytes: 7, expected: 20)) {
      try SolverFrame.head(Array(head.prefix(7)))
    }
    #expect(throws: SolverFrameError.foreign) {
      try SolverFrame.head(Array("{\"program\": \"knapsack\"}".utf8.prefix(20)))
    }
    var other = head
    other[4] = 9
    #expect(throws: SolverFrameError.version(found: 9, expected: SolverFrame.version)) {
      try SolverFrame.head(other)
    }
    other = head
    other[8] = 77
    #expect(throws: SolverFrameError.kind(77)) { try SolverFrame.head(other) }
    other = head
    other[17] = 1
    #expect(throws: SolverFrameError.self) { try SolverFrame.head(other) }
  }

  @Test func `a body cut anywhere is refused`() throws {
    let body = request.frame.body
    for count in 0..<body.count {
      #expect(throws: SolverFrameError.self) { try SolverRequest(body: Array(body.prefix(count))) }
    }
    #expect(throws: SolverFrameError.inconsistent("length")) {
      try SolverRequest(body: body + [0])
    }
  }

  @Test func `a list longer than the frame takes no memory`() throws {
    var writer = ByteWriter()
    writer.append(1.0)
    writer.append(Int64(-1))
    writer.append(0.0)
    writer.append(UInt32(1))
    writer.append(UInt8(1))
    writer.append(UInt64.max)
    #expect(throws: SolverFrameError.self) { try SolverRequest(body: writer.bytes) }
  }

  @Test func `bodies with changed bytes are refused, or are programs a solver can take`() throws {
    var random = Numbers(seed: 9)
    let body = request.frame.body
    var refused = 0
    for _ in 0..<3000 {
      var changed = body
      for _ in 0...random.number(below: 3) {
        changed[random.number(below: body.count)] = UInt8(random.number(below: 256))
      }
      do throws(SolverFrameError) {
        let program = try SolverRequest(body: changed).program
        let (columns, rows) = (program.lower.count, program.senses.count)
        #expect(program.matrix.columnCount == columns && program.upper.count == columns)
        #expect(program.matrix.rowCount == rows && program.rightSides.count == rows)
        #expect(program.matrix.rows.allSatisfy { (0..<Int32(rows)).contains($0) })
        #expect(program.matrix.values.allSatisfy { $0.isFinite })
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500)
  }
}
