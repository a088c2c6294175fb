import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Projections
import Publishing
import Scenarios
import Topology

/// The sentence and the exit code of an error: what happened, where, and what to do next.
///
/// All prose for errors is here and in this type's extensions; the errors themselves hold facts.
struct ErrorText {
  let sentence: LocalizedText
  let cause: ExitCause

  /// - Parameter chinese: nil where there is no translation: the heading tells the class of the cause.
  init(_ sentence: String, chinese: String? = nil, _ cause: ExitCause) {
    self.sentence = LocalizedText(english: sentence, chinese: chinese ?? sentence)
    self.cause = cause
  }

  /// The line that is printed: in Chinese it begins with the class of the cause.
  func line(in language: Language) -> String {
    switch language {
    case .english: "townlayout: \(sentence.english)"
    case .chinese: "townlayout：\(cause.chineseTitle)：\(sentence.chinese)"
    }
  }

  /// Whether an error is one of ours; others belong to the argument parser.
  static func knows(_ error: any Error) -> Bool {
    error is PlanError || error is ScenarioError || error is LayerStoreError
      || error is ProjectionError || error is TopologyError || error is DelimitationError
      || error is LayoutError || error is PublishingError || error is CocoaError
      || error is POSIXError || error is MergeError || error is RunRecordError
      || error is BatchError || error is ScenarioPlanError
  }

  init(_ error: any Error) {
    switch error {
    case let error as PlanError: self.init(plan: error)
    case let error as ScenarioError: self.init(scenario: error)
    case let error as LayerStoreError: self.init(store: error)
    case let error as ProjectionError: self.init(projection: error)
    case let error as DelimitationError: self.init(delimitation: error)
    case let error as LayoutError: self.init(layout: error)
    case let error as PublishingError: self.init(publishing: error)
    case let error as MergeError: self.init(merge: error)
    case let error as BatchError: self.init(batch: error)
    case let error as ScenarioPlanError: self.init(scenarioPlan: error)
    case let error as RunRecordError: self.init(record: error)
    case let error as TopologyError:
      self.init(
        "a geometry could not be worked on (\(error.function): \(error.message)); "
          + "please report the input as a defect",
        .ownDefect)
    default: self.init((error as NSError).localizedDescription, .writing)
    }
  }

  /// Names joined for a sentence, cut where there are many.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }

  /// The same in a Chinese sentence.
  static func chineseList(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: "、")
    return names.count > 12 ? "\(shown) 等 \(names.count) 个" : shown
  }
}
