import LandModel
import LayerStore
import Yams

/// A value that is drawn at random, from a seed.
struct SampledValue {
  enum Distribution: String, CaseIterable {
    case uniform
    case logUniform = "log-uniform"
    case integer, choice

    static var names: [String] { allCases.map(\.rawValue) }
  }

  /// Digits that a drawn value keeps where nobody says otherwise: a thousandth is finer than any plan.
  private static let usualDigits = 4
  private static let mostDecimals = 12

  let path: String
  let place: PlanPlace
  private let mark: Mark?
  private let source: Source

  private enum Source {
    case range(Distribution, from: Double, to: Double, unit: String, digits: Int)
    case choice([Node])
  }

  /// Reads one entry of a sample's `values`.
  ///
  /// - Throws: ``PlanError`` for ends without a number, of different units or in the wrong order, ends that are
  ///   not above zero for a log-uniform value, or not whole for an integer.
  init(path: String, value: PlanValue) throws(PlanError) {
    self.path = path
    place = value.place
    mark = value.tree.mark
    let distribution =
      value["distribution"].flatMap { Distribution(rawValue: $0.text) }
      ?? (value["values"] == nil ? .uniform : .choice)
    guard distribution != .choice else {
      guard let choices = value["values"]?.tree.sequence.map(Array.init), !choices.isEmpty else {
        throw value.error(.missingKey("values"))
      }
      source = .choice(choices)
      return
    }
    guard value["values"] == nil else {
      throw value.error(
        .contradiction("values belong to a choice; a \(distribution.rawValue) draw has from and to")
      )
    }
    let (from, to) = (try value.end("from"), try value.end("to"))
    let isWhole = from.number == from.number.rounded() && to.number == to.number.rounded()
    if from.unit != to.unit {
      throw value.error(
        .contradiction("from is in “\(from.unit)” and to in “\(to.unit)”; give both in one unit"))
    }
    if from.number > to.number {
      throw value.error(.contradiction("from is greater than to"))
    }
    if distribution == .logUniform, from.number <= 0 {
      throw value.error(.contradiction("from must be above zero for a log-uniform draw"))
    }
    if distribution == .integer, !isWhole || to.number - from.number > 1e9 {
      throw value.error(.contradiction("from and to must be whole for an integer draw"))
    }
    source = .range(
      distribution, from: from.number, to: to.number, unit: from.unit,
      digits: value["digits"]?.integer ?? Self.usualDigits)
  }

  /// The first draws.
  ///
  /// Every path has its own sequence, from the seed and the path alone: another path in the sample does not move
  /// it, nor does a greater count. Only operations that IEEE 754 rounds the same everywhere are used.
  func draws(_ count: Int, seed: UInt64) -> [Node] {
    var generator = SeededGenerator(seed: seed &+ Self.hash(of: path))
    // Seeds that differ little are parted before the first draw.
    generator = SeededGenerator(seed: generator.next())
    return (0..<count).map { _ in draw(&generator) }
  }

  private func draw(_ generator: inout SeededGenerator) -> Node {
    switch source {
    case .choice(let nodes):
      return nodes[min(Int(generator.unit() * Double(nodes.count)), nodes.count - 1)]
    case .range(let distribution, let from, let to, let unit, let digits):
      let share = generator.unit()
      let (number, decimals) =
        switch distribution {
        case .integer: (min(from + (share * (to - from + 1)).rounded(.down), to), 0)
        case .logUniform:
          Self.rounded(
            from * Self.power(of: to / from, share), digits: digits, within: from...to)
        case .uniform, .choice:
          Self.rounded(from + share * (to - from), digits: digits, within: from...to)
        }
      // An end of the range may have more decimals than were asked for.
      let text = DecimalText.text(
        number, decimals: number == from || number == to ? Self.mostDecimals : decimals)
      return .scalar(
        Node.Scalar(unit.isEmpty ? text : "\(text) \(unit)", .implicit, .any, mark))
    }
  }

  /// A ratio to the power of a share of 0..<1, by square roots for its binary digits.
  static func power(of ratio: Double, _ share: Double) -> Double {
    var (result, root, rest) = (1.0, ratio, share)
    while rest > 0 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  /// A number to so many digits, still within its range, and the decimals that it then has.
  static func rounded(
    _ number: Double, digits: Int, within range: ClosedRange<Double>
  ) -> (number: Double, decimals: Int) {
    var (decimals, size) = (digits - 1, number.magnitude)
    while size >= 10, decimals > -12 { (size, decimals) = (size / 10, decimals - 1) }
    while size < 1, size > 0, decimals < mostDecimals {
      (size, decimals) = (size * 10, decimals + 1)
    }
    let scale = (0..<abs(decimals)).reduce(1.0) { power, _ in power * 10 }
    let short =
      decimals < 0 ? (number / scale).rounded() * scale : (number * scale).rounded() / scale
    return (min(max(short, range.lowerBound), range.upperBound), max(0, decimals))
  }

  /// FNV-1a (Fowler, Noll, Vo) of a path.
  private static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension PlanValue {
  /// An end of a range: a number, and its unit as written.
  fileprivate func end(_ key: String) throws(PlanError) -> (number: Double, unit: String) {
    guard let value = self[key] else { throw error(.missingKey(key)) }
    let text = value.text.drop { $0 == " " }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Double(digits), number.isFinite, number.magnitude < 1e12 else {
      throw value.error(
        .wrongValue(
          expected: "a number, with its unit where the key has one", found: "“\(value.text)”"))
    }
    return (number, String(unit))
  }
}
