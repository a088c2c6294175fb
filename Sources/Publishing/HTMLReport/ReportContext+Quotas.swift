import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// A subject's quota, put together from its `.min` and `.max` rules.
struct Quota {
  let title: String
  let colour: String?
  let used: Double
  let least: Double?
  let most: Double?
  let isBinding: Bool

  /// The most allowed, where it is a limit at all and not a number beyond all towns.
  var finiteMost: Double? { most.flatMap { $0 < 10_000 ? $0 : nil } }

  /// Used, and the range allowed.
  var text: String {
    let used = DecimalText.text(used, decimals: 0)
    let range = (
      least.map { DecimalText.text($0, decimals: 0) },
      finiteMost.map {
        DecimalText.text($0, decimals: 0)
      }
    )
    return switch range {
    case (let least?, let most?): "\(used)  (\(least)–\(most))"
    case (nil, let most?): "\(used)  (≤ \(most))"
    case (let least?, nil): "\(used)  (≥ \(least))"
    case (nil, nil): used
    }
  }
}

extension ReportContext {
  /// Quotas of a family of rules, `county` or `industry`, by subject in the order of the rules; a subject
  /// without a rule but with towns comes after them.
  func quotas(_ family: String) -> [Quota] {
    let rules = run.layout.rules.filter { $0.code.hasPrefix("\(family).") }
    var subjects: [String] = []
    var known: Set<String> = []
    for subject in rules.map(\.subject) + towns.map({ key(of: $0, family) })
    where known.insert(subject).inserted {
      subjects.append(subject)
    }
    let bySubject = Dictionary(grouping: rules, by: \.subject)
    return subjects.map { subject in
      let own = bySubject[subject] ?? []
      let count = Double(towns.count { key(of: $0, family) == subject })
      return Quota(
        title: subjectTitle(subject),
        colour: family == "industry" ? industryColour(subject) : nil,
        used: own.first?.used ?? count,
        least: own.first { $0.code.hasSuffix(".min") }?.limit,
        most: own.first { $0.code.hasSuffix(".max") }?.limit,
        isBinding: own.contains(where: \.isBinding))
    }
  }

  private func key(of town: Town, _ family: String) -> String {
    family == "industry" ? town.proposal.industry : town.site.county.text
  }
}
