/// The best region that has one run of cells in each row of a direction, at a price of cells and of sides.
///
/// Such a region is a run [c, d] in each of consecutive rows, each touching the next. Let E be the pairs of
/// bordering cells: n cells have 6n − 2E sides of outline. Runs [a, b] and [c, d] of consecutive rows have
///
/// E = min(b, d) + min(b − 1, d) − max(a, c) − max(a − 1, c) + 2,
///
/// so what a run earns with the best run before it falls into four cases by a ≤ c and b > d, and each is a running
/// maximum: a row takes O(columns²), whatever the runs before it. (Regions of one run in each row are found alike
/// in images: Asano, Chen, Katoh and Tokuyama 2001, "Efficient algorithms for optimization-based image
/// segmentation".)
struct RowSweep {
  /// What cannot be.
  static let never = -(1 << 60)

  let rows: NodeRows
  private let model: RegionModel
  /// Columns that a row's run must cover: first and last forced cell; none where first > last.
  private let forced: [(first: Int, last: Int)]
  private let firstForcedRow: Int
  private let lastForcedRow: Int
  private(set) var cellPrice = 0
  private(set) var sidePrice = 0
  /// For each row, for each first and last column, the most that rows up to it earn where its run is this one.
  private(set) var tables: [[Int]] = []
  /// For each row, sums of its cells' worth less price, before each column; and the last column of the run of
  /// nodes that begins at each.
  private var sums: [[Int]] = []
  private let reach: [[Int]]

  init(_ model: RegionModel, rows: NodeRows) {
    self.model = model
    self.rows = rows
    forced = rows.rows.map { row in
      let columns = row.nodes.indices.filter {
        row.nodes[$0] >= 0 && model.isForced[Int(row.nodes[$0])]
      }
      return (
        columns.first.map { $0 + row.first } ?? .max, columns.last.map { $0 + row.first } ?? .min
      )
    }
    firstForcedRow = forced.firstIndex { $0.first <= $0.last } ?? 0
    lastForcedRow = forced.lastIndex { $0.first <= $0.last } ?? 0
    reach = rows.rows.map { row in
      var reach = row.nodes.indices.map { row.first + $0 - (row.nodes[$0] < 0 ? 1 : 0) }
      for index in row.nodes.indices.dropLast().reversed()
      where row.nodes[index] >= 0 && row.nodes[index + 1] >= 0 {
        reach[index] = reach[index + 1]
      }
      return reach
    }
  }

  /// Fills the tables.
  ///
  /// - Parameters:
  ///   - cellPrice: what each cell costs.
  ///   - sidePrice: what each side of the outline costs.
  /// - Complexity: O(Σ columns²) over the rows.
  mutating func run(cellPrice: Int, sidePrice: Int) {
    self.cellPrice = cellPrice
    self.sidePrice = sidePrice
    sums = rows.rows.map { row in
      var sums = [0]
      sums.reserveCapacity(row.nodes.count + 1)
      for node in row.nodes {
        let worth = node < 0 ? 0 : model.values[Int(node)] - cellPrice - 4 * sidePrice
        sums.append(sums[sums.count - 1] + worth)
      }
      return sums
    }
    var tables: [[Int]] = []
    tables.reserveCapacity(rows.rows.count)
    for (index, row) in rows.rows.enumerated() {
      let width = row.nodes.count
      var table = [Int](
        repeating: index <= firstForcedRow ? 0 : Self.never, count: width * width)
      if index > 0 {
        RowStep(from: rows.rows[index - 1], to: row, sidePrice: sidePrice)
          .follow(tables[index - 1], into: &table)
      }
      finish(&table, row: index)
      tables.append(table)
    }
    self.tables = tables
  }

  /// Adds what the runs of a row earn by themselves, and strikes out those that cannot be.
  private func finish(_ table: inout [Int], row index: Int) {
    let row = rows.rows[index]
    let width = row.nodes.count
    let (needed, sums, reach) = (forced[index], sums[index], reach[index])
    for first in 0..<width {
      let end = reach[first] - row.first
      for last in first..<width {
        let place = first * width + last
        let isRun =
          last <= end && first + row.first <= needed.first && last + row.first >= needed.last
        if isRun, table[place] > Self.never / 2 {
          table[place] += sums[last + 1] - sums[first] - 2 * sidePrice
        } else {
          table[place] = Self.never
        }
      }
    }
  }

  /// What a run earns by itself.
  func earned(row: Int, first: Int, last: Int) -> Int {
    let start = rows.rows[row].first
    return sums[row][last - start + 1] - sums[row][first - start] - 2 * sidePrice
  }

  /// What the rows up to a run's earn at most.
  func value(_ run: Run) -> Int {
    let row = rows.rows[run.row]
    return tables[run.row][(run.first - row.first) * row.nodes.count + run.last - row.first]
  }

  /// A run of cells in a row, by columns.
  struct Run: Hashable {
    var row: Int
    var first: Int
    var last: Int

    var count: Int { last - first + 1 }

    /// Pairs of bordering cells in this run and one of the next row; none where they do not touch.
    func borders(with next: Run) -> Int {
      guard first <= next.last + 1, last >= next.first else { return 0 }
      return min(last, next.last) + min(last - 1, next.last) - max(first, next.first)
        - max(first - 1, next.first) + 2
    }
  }

  /// Whether a region may end with a row.
  func mayEnd(in row: Int) -> Bool { row >= lastForcedRow }

  /// Whether a region may begin with a row.
  func mayBegin(in row: Int) -> Bool { row <= firstForcedRow }

  /// All runs of a row that can be, in the order of their columns.
  func runs(ofRow row: Int) -> [Run] {
    let line = rows.rows[row]
    let width = line.nodes.count
    return (0..<width).flatMap { first in
      (first..<width).filter { tables[row][first * width + $0] > Self.never }.map {
        Run(row: row, first: first + line.first, last: $0 + line.first)
      }
    }
  }

  /// The best region of the sweep: its runs from the first row; none where no region can be.
  ///
  /// - Complexity: O(Σ columns²) over the rows.
  func best() -> [Run] {
    var end: (run: Run, value: Int)?
    for row in tables.indices where mayEnd(in: row) {
      for run in runs(ofRow: row) where value(run) > (end?.value ?? Self.never) {
        end = (run, value(run))
      }
    }
    guard var run = end?.run else { return [] }
    var runs = [run]
    while let before = before(run) {
      runs.append(before)
      run = before
    }
    return runs.reversed()
  }

  /// The run of the row before that a run's value came from; nil where the region begins with it.
  private func before(_ run: Run) -> Run? {
    let rest = value(run) - earned(row: run.row, first: run.first, last: run.last)
    guard run.row > 0, !(mayBegin(in: run.row) && rest == 0) else { return nil }
    return runs(ofRow: run.row - 1).first {
      let pairs = $0.borders(with: run)
      return pairs > 0 && value($0) + 2 * sidePrice * pairs == rest
    }
  }

  /// The nodes of runs.
  func region(_ runs: [Run]) -> [Bool] {
    var region = [Bool](repeating: false, count: model.graph.count)
    for run in runs {
      let row = rows.rows[run.row]
      for column in run.first...run.last { region[Int(row.nodes[column - row.first])] = true }
    }
    return region
  }
}
