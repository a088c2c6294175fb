/// What a solver worker answers to a request.
enum SolverReply: Equatable {
  case solution(MIPSolution)
  /// The solver's two status numbers.
  case abandoned(status: Int, secondaryStatus: Int)
  case refusal(String)

  private static let statuses: [MIPStatus] = [
    .optimal, .feasible, .infeasible, .unbounded, .unknown,
  ]

  var frame: SolverFrame {
    var writer = ByteWriter()
    switch self {
    case .solution(let solution):
      writer.append(UInt8(Self.statuses.firstIndex(of: solution.status) ?? 0))
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
    let code = Int(try reader.number(UInt8.self))
    let objective = try reader.list(of: Double.self)
    let bound = try reader.list(of: Double.self)
    let values = try reader.list(of: Double.self)
    let nodes = try reader.number(Int64.self)
    let seconds = try reader.real()
    guard statuses.indices.contains(code), objective.count <= 1, bound.count <= 1 else {
      throw .inconsistent("status")
    }
    guard values.count == (objective.isEmpty ? 0 : columnCount) else {
      throw .inconsistent("list of values")
    }
    return MIPSolution(
      status: statuses[code], objective: objective.first, bound: bound.first, values: values,
      nodes: Int(nodes), seconds: seconds)
  }
}
