package import LandModel

/// What a stranger needs to compute the bound of a layout again, without a solver.
///
/// A column is a row of the proposals. All numbers are whole: values and weights in units of the objective, land in
/// 100 m², multipliers in steps for each unit of their row's coefficients. With prices π of rows and cliques and μ of groups
/// the bound in steps is
///
/// z = Σ_r π_r l_r + Σ_C π_C + Σ_g max(0, w_g · steps − Σ_r b_rg π_r − μ_g) + L · max(0, steps − Σ_e π_e)
///   + the p best sites' max(0, max_c q_c),
/// q_c = v_c · steps + Σ_{g reached by c} μ_g − Σ_r a_rc π_r − Σ_{C with c} π_C,
///
/// where a minimum counts as the maximum of its negative sum, p is the limit of `towns.max` (its own price is zero), and a
/// column that alone breaks a maximum has no q. The rows e say that the level of a county is no less than the least, which
/// is at most L and counts as it is. z holds for all plans, whatever the prices from zero up.
package struct LayoutCertificate: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    /// Row of the site.
    package let site: Int
    /// Place in `industries`.
    package let industry: Int
    /// Place in `sizes`.
    package let size: Int
    /// Suitability, in units.
    package let value: Int64
    /// Town land and building land, in 100 m², rounded up.
    package let land: Int64
    package let construction: Int64
  }

  /// A rule of the plan as a sum over columns.
  package struct Row: Sendable, Equatable {
    /// As ``LayoutRule/code``.
    package let code: String
    /// County, industry or site, or `site.industry`; empty for a citywide rule.
    package let subject: String
    package let isMinimum: Bool
    package let limit: Int64
    /// Ascending.
    package let columns: [Int]
    /// One for each column.
    package let coefficients: [Int64]
    /// Places in `groups` that the sum counts too, ascending.
    package let groups: [Int]
    /// One for each group.
    package let groupCoefficients: [Int64]
    package let multiplier: Int64
  }

  /// Columns of which any two exclude each other, with a price above zero.
  package struct Clique: Sendable, Equatable {
    package let columns: [Int]
    package let multiplier: Int64
  }

  /// A ring of resources that the same columns reach: those of some industries at some sites.
  package struct Group: Sendable, Equatable {
    package let weight: Int64
    /// Rows of sites, ascending.
    package let sites: [Int]
    /// Places in `industries`, ascending.
    package let industries: [Int]
    /// All of `columns`, for the model's hash.
    package let columns: [Int]
    package let multiplier: Int64
  }

  /// A site, industry and size (places) for which no boundary is offered.
  package struct Refusal: Sendable, Equatable {
    package let site: Int
    package let industry: Int
    package let size: Int
  }

  /// What the solver was left with.
  package struct Residual: Sendable, Equatable {
    package let columns: Int
    /// `optimal`, `feasible`, `infeasible`, `unknown`; `none` where nothing was left to prove.
    package let status: String
    /// No plan above the one then known has more, in units; nil where the solver proved nothing.
    package let bound: Int64?
  }

  /// A unit of the objective is 10 to this power, in points.
  package let unitExponent: Int
  package let unitsPerPoint: Double
  package let stepsPerUnit: Int64
  package let sites: [FeatureID]
  package let industries: [String]
  /// Size classes; nil for the boundaries of a plan without.
  package let sizes: [SquareMetres?]
  package let columns: [Column]
  package let refused: [Refusal]
  /// Those of the plan, then a row `equity` for each county whose level counts.
  package let rows: [Row]
  /// What the least level of the counties can reach, in units; nil where it does not count.
  package let greatestLevel: Int64?
  package let cliques: [Clique]
  package let groups: [Group]
  /// Columns of the plan, ascending.
  package let selection: [Int]
  package let dualSteps: Int128
  /// `dualSteps` in whole units, rounded down.
  package let dual: Int64
  /// Columns that a plan above the selection may hold, by their losses.
  package let keptCount: Int
  package let residual: Residual
  /// Objective of the selection and what no plan exceeds, in units.
  package let lower: Int64
  package let upper: Int64
}

extension LayoutCertificate {
  /// The integer model in lines, whose SHA-256 names it: columns in their order, then groups and rows sorted.
  package var modelText: String {
    var text = "unit 10^\(unitExponent)\n"
    for column in columns {
      text +=
        "column \(sites[column.site].text)\t\(industries[column.industry])\t"
        + "\(sizes[column.size].map { "\($0.value)" } ?? "")\t\(column.value)\t\(column.land)\t"
        + "\(column.construction)\n"
    }
    let lines =
      groups.map { group in
        "group \(group.weight)\t" + group.columns.map(String.init).joined(separator: ",")
      }
      + rows.map { row in
        "row \(row.code)\t\(row.subject)\t\(row.isMinimum ? "min" : "max")\t\(row.limit)"
      } + (greatestLevel.map { ["level \($0)"] } ?? [])
    return text + lines.sorted().map { $0 + "\n" }.joined()
  }

  /// SHA-256 of ``modelText``.
  package var modelSHA256: String { SHA256.hexadecimal(of: Array(modelText.utf8)) }

  /// SHA-256 of rows, groups and cliques with their multipliers, as lines in their order: a change that leaves the bound
  /// as it was is found too.
  package var pricesSHA256: String {
    var text = ""
    for row in rows { text += "row \(row.code)\t\(row.subject)\t\(row.multiplier)\n" }
    for group in groups { text += "group \(group.weight)\t\(group.multiplier)\n" }
    for clique in cliques {
      text += "clique \(clique.multiplier)\t"
      text += clique.columns.map(String.init).joined(separator: ",") + "\n"
    }
    return SHA256.hexadecimal(of: Array(text.utf8))
  }

  /// No plan has more, in points, by prices alone.
  package var dualPoints: Double { Double(dual) / unitsPerPoint }

  /// What prices alone leave unproven: (dual − lower) / lower; nil where a plan of no value has a bound above.
  package var dualGap: Ratio? {
    if dual <= lower { return .zero }
    return lower > 0 ? Ratio(Double(dual - lower) / Double(lower)) : nil
  }
}
