/// A program with its limits, as it goes to a solver worker.
struct SolverRequest: Equatable {
  let program: CompiledProgram
  let limits: SolverLimits

  var frame: SolverFrame {
    var writer = ByteWriter()
    writer.append(limits.seconds)
    writer.append(Int64(limits.nodes ?? -1))
    writer.append(limits.gap)
    writer.append(limits.seed)
    writer.append(UInt8(program.direction == .maximise ? 1 : 0))
    writer.append(list: program.lower)
    writer.append(list: program.upper)
    writer.append(list: program.objective)
    writer.append(list: program.isInteger.map { UInt8($0 ? 1 : 0) })
    writer.append(list: program.senses.map(\.code))
    writer.append(list: program.rightSides)
    writer.append(list: program.matrix.starts)
    writer.append(list: program.matrix.rows)
    writer.append(list: program.matrix.values)
    return SolverFrame(kind: .request, body: writer.bytes)
  }

  init(program: CompiledProgram, limits: SolverLimits) {
    self.program = program
    self.limits = limits
  }

  /// Reads a body and checks that a solver can take it: C code is told of lists, not of their lengths.
  ///
  /// - Throws: ``SolverFrameError``.
  init(body: [UInt8]) throws(SolverFrameError) {
    var reader = ByteReader(body)
    limits = try Self.limits(&reader)
    let direction = try reader.number(UInt8.self)
    guard direction <= 1 else { throw .inconsistent("direction") }
    let lower = try reader.list(of: Double.self)
    let upper = try reader.list(of: Double.self)
    let objective = try reader.list(of: Double.self)
    let wholes = try reader.list(of: UInt8.self)
    let senses = try reader.list(of: UInt8.self)
    let rightSides = try reader.list(of: Double.self)
    let starts = try reader.list(of: Int32.self)
    let rows = try reader.list(of: Int32.self)
    let values = try reader.list(of: Double.self)
    guard reader.isAtEnd else { throw .inconsistent("length") }
    let columnCount = lower.count
    guard columnCount > 0, upper.count == columnCount, objective.count == columnCount,
      wholes.count == columnCount, wholes.allSatisfy({ $0 <= 1 })
    else { throw .inconsistent("list of columns") }
    guard objective.allSatisfy(\.isFinite), zip(lower, upper).allSatisfy({ $0 <= $1 }) else {
      throw .inconsistent("list of columns")
    }
    let known = senses.compactMap(MixedIntegerProgram.Sense.init(code:))
    guard !senses.isEmpty, known.count == senses.count, rightSides.count == senses.count,
      rightSides.allSatisfy(\.isFinite)
    else { throw .inconsistent("list of rows") }
    guard values.allSatisfy(\.isFinite),
      let matrix = SparseMatrix(
        rowCount: senses.count, columnCount: columnCount, starts: starts, rows: rows,
        values: values)
    else { throw .inconsistent("matrix") }
    program = CompiledProgram(
      direction: direction == 1 ? .maximise : .minimise, lower: lower, upper: upper,
      objective: objective, isInteger: wholes.map { $0 == 1 }, senses: known,
      rightSides: rightSides, matrix: matrix)
  }

  private static func limits(_ reader: inout ByteReader) throws(SolverFrameError) -> SolverLimits {
    let seconds = try reader.real()
    let nodes = try reader.number(Int64.self)
    let gap = try reader.real()
    let seed = try reader.number(UInt32.self)
    guard seconds >= 0, gap >= 0 else { throw .inconsistent("limits") }
    return SolverLimits(
      seconds: seconds, nodes: nodes < 0 ? nil : Int(nodes), gap: gap, seed: seed)
  }
}

extension MixedIntegerProgram.Sense {
  fileprivate var code: UInt8 {
    switch self {
    case .atMost: 0
    case .equal: 1
    case .atLeast: 2
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 0: self = .atMost
    case 1: self = .equal
    case 2: self = .atLeast
    default: return nil
    }
  }
}
