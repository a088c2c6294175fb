import LandModel
import Optimization

/// Rows that count the towns of each size class, for a solver that would otherwise see only their land.
///
/// | | |
/// |---|---|
/// | variables | n_s ≥ 0, whole: the towns of size class s |
/// | size | Σ_{c of size s} x_c = n_s for each s |
/// | land by size | Σ_s (min_{c of size s} a_c) n_s ≤ A, the land quota |
///
/// They exclude no plan: n_s is defined by the choice, and a town has no less land than the least of its class. Areas of a
/// class differ by a few cells, so that no sum of land is out of reach, and a quota of 44.9 km² looks as good as it is large;
/// towns of 2, 3 and 4 km² hardly come to more than 44. A tree over single columns finds that out column by column. With n_s
/// the row is a small knapsack of whole numbers, of which cuts are found, and the tree branches on how many towns are large.
struct SizeCounts {
  private struct Class {
    let name: String
    /// Places in the rows' columns, ascending.
    var places: [Int] = []
    /// Of its towns, in the land rule's unit.
    var leastLand: Int64 = .max
    var sites: Set<Int> = []
  }

  private let classes: [Class]
  private let quota: Int64

  /// Nil where there is no land rule that could bind, or no two sizes to tell apart.
  init?(_ instance: LayoutInstance, _ rows: LayoutRows) {
    guard let land = rows.sums.first(where: { $0.constraint == .land }), !land.isMinimum,
      land.coefficients.reduce(0, +) > land.limit
    else { return nil }
    var classes: [SquareMetres: Class] = [:]
    for (place, area) in zip(land.columns, land.coefficients) {
      let proposal = instance.proposals[rows.columns[place]]
      guard let size = proposal.sizeClass else { continue }
      var members = classes[size] ?? Class(name: "size.\(size.hectares)")
      members.places.append(place)
      members.leastLand = min(members.leastLand, area)
      members.sites.insert(proposal.site)
      classes[size] = members
    }
    guard (2...DelimitationParameters.mostSizes).contains(classes.count) else { return nil }
    self.classes = classes.sorted { $0.key < $1.key }.map(\.value)
    quota = land.limit
  }

  /// Adds the variables and rows.
  ///
  /// - Parameter choices: variable of each of the rows' columns.
  func add(to program: inout MixedIntegerProgram, choices: [Int]) {
    let counts = classes.map { size in
      let count = program.addVariable(
        size.name, from: 0, to: Double(size.sites.count), isInteger: true)
      program.addRow(
        size.name,
        size.places.map { (variable: choices[$0], coefficient: 1) }
          + [(variable: count, coefficient: -1)],
        .equal, 0)
      return count
    }
    program.addRow(
      "land.by.size",
      zip(counts, classes).map { (variable: $0, coefficient: Double($1.leastLand)) },
      .atMost, Double(quota))
  }
}
