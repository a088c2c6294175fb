/// What a solver worker answers to a request.
enum SolverReply: Equatable {
  case solution(MIPSolution)
  /// The solver's two status numbers.
  case abandoned(status: Int, secondaryStatus: Int)
  case refusal(String)

  var frame: SolverFrame {
    var writer = ByteWriter()
    switch self {
    case .solution(let solution):
      writer.append(solution.status.code)
      writer.append(list: solution.objective.map { [$0] } ?? [])
      writer.append(list: solution.bound.map { [$0] } ?? [])
      writer.append(list: solution.values)
      writer.append(Int64(solution.nodes))
      writer.append(solution.seconds)
      return SolverFrame(kind: .solution, body: writer.bytes)
    case .abandoned(let status, let secondaryStatus):
      writer.append(Int64(status))
      writer.append(Int64(secondaryStatus))
      return SolverFrame(kind: .abandoned, body: writer.bytes)
    case .refusal(let sentence):
      writer.append(text: sentence)
      return SolverFrame(kind: .refusal, body: writer.bytes)
    }
  }

  /// Reads a frame.
  ///
  /// - Parameter columnCount: how many values a solution must have.
  /// - Throws: ``SolverFrameError``.
  init(_ frame: SolverFrame, columnCount: Int) throws(SolverFrameError) {
    var reader = ByteReader(frame.body)
    switch frame.kind {
    case .solution: self = .solution(try Self.solution(&reader, columnCount))
    case .abandoned:
      self = .abandoned(
        status: Int(try reader.number(Int64.self)),
        secondaryStatus: Int(try reader.number(Int64.self)))
    case .refusal: self = .refusal(try reader.text())
    case .request: throw .kind(frame.kind.rawValue)
    }
    guard reader.isAtEnd else { throw .inconsistent("length") }
  }

  private static func solution(
    _ reader: inout ByteReader, _ columnCount: Int
  ) throws(SolverFrameError) -> MIPSolution {
    let status = MIPStatus(code: try reader.number(UInt8.self))
    let objective = try reader.list(of: Double.self)
    let bound = try reader.list(of: Double.self)
    let values = try reader.list(of: Double.self)
    let nodes = try reader.number(Int64.self)
    let seconds = try reader.real()
    guard let status, objective.count <= 1, bound.count <= 1 else {
      throw .inconsistent("status")
    }
    guard values.count == (objective.isEmpty ? 0 : columnCount) else {
      throw .inconsistent("list of values")
    }
    return MIPSolution(
      status: status, objective: objective.first, bound: bound.first, values: values,
      nodes: Int(nodes), seconds: seconds)
  }
}

extension MIPStatus {
  fileprivate var code: UInt8 {
    switch self {
    case .optimal: 0
    case .feasible: 1
    case .infeasible: 2
    case .unbounded: 3
    case .unknown: 4
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 0: self = .optimal
    case 1: self = .feasible
    case 2: self = .infeasible
    case 3: self = .unbounded
    case 4: self = .unknown
    default: return nil
    }
  }
}
