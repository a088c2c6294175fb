import LandModel

/// Each term reaches the least points asked for, as towns and resources give it.
struct TermMinimumCheck {
  let parameters: LayoutParameters
  /// Added up again.
  let terms: [ObjectiveRecount.Term]
  /// Whether the land tells every score that a term is made of.
  let isComplete: Bool

  /// Nil where no term has a least.
  func check() -> CertificateCheck? {
    guard !parameters.termMinimums.isEmpty else { return nil }
    var faults: [CertificateFault] = []
    for minimum in parameters.termMinimums {
      let parts =
        minimum.term == .coverage
        ? parameters.coverage.map { LayoutTerm.category($0.category).name } : [minimum.term.name]
      let found = terms.filter { parts.contains($0.name) }
      let points = found.reduce(0) { $0 + $1.points }
      // The least is itself rounded to a unit of the objective.
      let tolerance = found.reduce(StatedRounding.points) { $0 + $1.tolerance }
      guard points < minimum.points - tolerance else { continue }
      faults.append(
        CertificateFault(
          [minimum.term.name],
          english:
            "Term “\(minimum.term.name)” is \(StatedRounding.shown(points)) points, less than "
            + "\(minimum.points).",
          chinese:
            "“\(minimum.term.name)”项为 \(StatedRounding.shown(points)) 分，低于 \(minimum.points) 分。"))
    }
    return CertificateCheck(
      .minimums,
      detail: LocalizedText(
        english: "\(parameters.termMinimums.count.counted("term")) with a least number of points",
        chinese: "\(parameters.termMinimums.count) 个目标项有下限"),
      faults: faults, isComplete: isComplete)
  }
}
