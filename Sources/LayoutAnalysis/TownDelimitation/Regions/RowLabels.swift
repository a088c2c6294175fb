/// The best beginnings of regions of one run in each row, by their last run and number of cells.
struct RowLabels {
  /// The runs of a row that may be part of a better region.
  struct Candidates {
    private(set) var runs: [RowSweep.Run] = []
    /// For each, Σ v of its cells.
    private(set) var worths: [Int] = []
    /// For each, and for each of the prices, what the rows up to it earn at most.
    private(set) var reached: [Int] = []
    /// And what the rows after it do, with what the prices add for the size.
    private(set) var completions: [Int] = []

    mutating func append(
      _ run: RowSweep.Run, worth: Int, reached: [Int], completions: [Int]
    ) {
      runs.append(run)
      worths.append(worth)
      self.reached += reached
      self.completions += completions
    }
  }

  /// A beginning.
  private struct Label {
    let candidate: Int32
    /// In the row before; −1 where the region begins.
    let before: Int32
    let count: Int
    let worth: Int
    /// Of the outline, the next row not yet beside the last.
    let sides: Int
  }

  let model: RegionModel
  let sweep: RowSweep
  let candidates: [Candidates]
  /// Of a cell and of a side.
  let prices: [(cell: Int, side: Int)]
  /// The objective of the best region so far.
  private(set) var best: Int
  /// Its runs; nil while what was known is the best.
  private(set) var bestRuns: [RowSweep.Run]?
  private var labels: [[Label]] = []
  private var steps = 0
  /// For each number of cells the place of the label of the run at hand, and the run that it is of.
  private var places: [(run: Int, place: Int)]
  private var run = 0

  /// Steps from label to run, above which the search is given up: some tenths of a second.
  private static let mostSteps = 30_000_000
  /// Labels in all, above which it is given up: 80 MB.
  private static let mostLabels = 2_000_000

  init(
    model: RegionModel, sweep: RowSweep, candidates: [Candidates],
    prices: [(cell: Int, side: Int)], known: Int
  ) {
    self.model = model
    self.sweep = sweep
    self.candidates = candidates
    self.prices = prices
    best = known
    places = [(run: Int, place: Int)](repeating: (-1, 0), count: model.size.upperBound + 1)
  }

  /// Walks the rows; false where there were too many steps or labels.
  mutating func walk() -> Bool {
    var count = 0
    for row in candidates.indices {
      let before = labels.last ?? []
      let groups = groups(of: before)
      var next: [Label] = []
      for index in candidates[row].runs.indices {
        follow(before, groups, by: index, in: row, into: &next)
        guard steps <= Self.mostSteps, count + next.count <= Self.mostLabels else { return false }
      }
      labels.append(next)
      count += next.count
      if sweep.mayEnd(in: row) { end(in: row) }
    }
    return true
  }

  /// The labels of each run of a row, which stand together.
  private func groups(of labels: [Label]) -> [(candidate: Int, labels: Range<Int>)] {
    var groups: [(candidate: Int, labels: Range<Int>)] = []
    var first = 0
    while first < labels.count {
      var end = first + 1
      while end < labels.count, labels[end].candidate == labels[first].candidate { end += 1 }
      groups.append((Int(labels[first].candidate), first..<end))
      first = end
    }
    return groups
  }

  /// Begins with a run, and goes on with it from the labels of the row before.
  private mutating func follow(
    _ before: [Label], _ groups: [(candidate: Int, labels: Range<Int>)], by index: Int, in row: Int,
    into next: inout [Label]
  ) {
    run += 1
    let (candidate, worth) = (candidates[row].runs[index], candidates[row].worths[index])
    let count = candidate.count
    if sweep.mayBegin(in: row) {
      add(
        Label(
          candidate: Int32(index), before: -1, count: count, worth: worth, sides: 4 * count + 2),
        in: row, to: &next)
    }
    for group in groups {
      let pairs = candidates[row - 1].runs[group.candidate].borders(with: candidate)
      let sides = 4 * count + 2 - 2 * pairs
      guard pairs > 0, mayFollow(group.candidate, by: index, in: row, sides: sides) else {
        continue
      }
      steps += group.labels.count
      for place in group.labels {
        let label = before[place]
        add(
          Label(
            candidate: Int32(index), before: Int32(place), count: label.count + count,
            worth: label.worth + worth, sides: label.sides + sides),
          in: row, to: &next)
      }
    }
  }

  /// Whether two runs in a row may be part of a better region.
  private func mayFollow(_ before: Int, by index: Int, in row: Int, sides: Int) -> Bool {
    let (count, worth) = (candidates[row].runs[index].count, candidates[row].worths[index])
    return prices.indices.allSatisfy { price in
      candidates[row - 1].reached[before * prices.count + price] + worth
        - prices[price].cell * count - prices[price].side * sides
        + candidates[row].completions[index * prices.count + price] > best
    }
  }

  /// Keeps a label that may still lead to more than the best, and is the best of its run and count.
  private mutating func add(_ label: Label, in row: Int, to next: inout [Label]) {
    guard label.count <= model.size.upperBound else { return }
    let first = Int(label.candidate) * prices.count
    for price in prices.indices
    where label.worth - prices[price].side * label.sides - prices[price].cell * label.count
      + candidates[row].completions[first + price] <= best
    {
      return
    }
    let known = places[label.count]
    guard known.run == run else {
      places[label.count] = (run, next.count)
      next.append(label)
      return
    }
    let other = next[known.place]
    if label.worth - model.sidePrice * label.sides > other.worth - model.sidePrice * other.sides {
      next[known.place] = label
    }
  }

  private mutating func end(in row: Int) {
    for label in labels[row] where model.size.contains(label.count) {
      let objective = label.worth - model.sidePrice * label.sides
      guard objective > best else { continue }
      best = objective
      var runs: [RowSweep.Run] = []
      var (row, next) = (row, label)
      while true {
        runs.append(candidates[row].runs[Int(next.candidate)])
        guard next.before >= 0 else { break }
        row -= 1
        next = labels[row][Int(next.before)]
      }
      bestRuns = runs.reversed()
    }
  }
}
