import LandModel
import Yams

/// An entry of a scenarios file: one scenario, or all those of its grid and sample.
struct ScenarioFamily {
  /// The values of one path of a grid or a sample.
  struct Axis {
    let path: String
    let place: PlanPlace
    let values: [Node]
  }

  let name: String
  let title: LocalizedText
  let place: PlanPlace
  /// In file order; what all share.
  let fixed: [PlanChange]
  /// In file order; the last varies fastest.
  let grid: [Axis]
  /// Drawn values, all of one length; empty without a sample.
  let drawn: [Axis]
  private let draws: Int

  /// A plan has some hundred settings; a sample of all of them has room.
  private static let mostDraws = 1_000_000

  /// How many scenarios there are; `Int.max` where they cannot be counted.
  var count: Int {
    var total = max(1, draws)
    for axis in grid {
      let product = total.multipliedReportingOverflow(by: axis.values.count)
      guard !product.overflow else { return .max }
      total = product.partialValue
    }
    return total
  }

  /// - Throws: ``PlanError`` for a name that is none, an empty list, and one path in two places.
  init(name: String, value: PlanValue) throws(PlanError) {
    self.name = name
    place = value.place
    try ScenarioID.requireName(name, at: value)
    title = value["title"]?.localizedText ?? LocalizedText(english: name, chinese: name)
    var fixed: [PlanChange] = []
    for (path, change) in value["set"]?.entries ?? [] {
      fixed.append(try PlanChange(path, change.tree, place: change.place))
    }
    var grid: [Axis] = []
    for (path, list) in value["grid"]?.entries ?? [] {
      let values = list.tree.sequence.map(Array.init) ?? []
      guard !values.isEmpty else {
        throw list.error(.wrongValue(expected: "at least one value", found: "an empty list"))
      }
      _ = try PlanChange(path, values[0], place: list.place)
      grid.append(Axis(path: path, place: list.place, values: values))
    }
    let sample = value["sample"]
    draws = sample?["count"]?.integer ?? 0
    let seed = UInt64(sample?["seed"]?.integer ?? 1)
    let values = sample?["values"]?.entries ?? []
    if let sample, draws.multipliedReportingOverflow(by: values.count).partialValue > Self.mostDraws
    {
      throw sample.error(
        .contradiction(
          "\(draws) draws of \(values.count) values are more than \(Self.mostDraws), the most that one "
            + "sample may ask for"))
    }
    var drawn: [Axis] = []
    for (path, draw) in values {
      let sampled = try SampledValue(path: path, value: draw)
      let nodes = sampled.draws(draws, seed: seed)
      _ = try PlanChange(path, nodes[0], place: draw.place)
      drawn.append(Axis(path: path, place: draw.place, values: nodes))
    }
    if let sample, drawn.isEmpty { throw sample.error(.missingKey("values")) }
    self.fixed = fixed
    self.grid = grid
    self.drawn = drawn
    try requireOnePlaceEach()
  }

  /// The place of a scenario in the grid and the sample, by its number from 0.
  private func places(of number: Int) -> (grid: [Int], draw: Int) {
    var rest = number / max(1, draws)
    var places: [Int] = []
    for axis in grid.reversed() {
      places.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return (places.reversed(), number % max(1, draws))
  }

  /// The changes of a scenario, by its number from 0, in the order in which they are made.
  func changes(of number: Int) throws(PlanError) -> [PlanChange] {
    let (places, draw) = places(of: number)
    var changes = fixed
    for (axis, place) in zip(grid, places) {
      changes.append(try PlanChange(axis.path, axis.values[place], place: axis.place))
    }
    for axis in drawn {
      changes.append(try PlanChange(axis.path, axis.values[draw], place: axis.place))
    }
    return changes
  }

  /// The ids of all scenarios, in order.
  var ids: [String] {
    let long = (0..<count).map { number in
      let (places, draw) = places(of: number)
      return ScenarioID.text(
        family: name, values: zip(grid, places).map { ($0.path, $0.values[$1].plainText) },
        draw: draws == 0 ? nil : draw, of: draws)
    }
    guard Set(long.map { $0.lowercased() }).count < count || long.contains(where: ScenarioID.isLong)
    else { return long }
    return (0..<count).map { ScenarioID.text(family: name, number: $0, of: count) }
  }

  /// Refuses two axes of one path, of which the later would undo the earlier.
  private func requireOnePlaceEach() throws(PlanError) {
    var known: Set<String> = Set(grid.map(\.path))
    for axis in drawn where !known.insert(axis.path).inserted {
      throw PlanError(
        place: axis.place,
        cause: .contradiction("“\(axis.path)” stands in the grid too; take it out of one of them"))
    }
  }
}
