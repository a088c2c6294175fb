import LandModel
import LayoutAnalysis

/// What would have to change where the rules leave no plan.
extension HTMLWriter {
  mutating func advice(_ advice: RelaxationAdvice?, _ context: ReportContext) {
    guard let advice, advice.least != nil || !advice.single.isEmpty else { return }
    element("div", ["class": "outcome"]) { html in
      if let least = advice.least {
        let text = advice.isProven ? ReportText.leastChange : ReportText.someChange
        html.text(context.say(text))
        html.element("ul") { html in
          for change in least.changes { html.element("li", text: context.say(change.text)) }
        }
        html.note(Self.outcome(of: least, context))
      }
      // The least change stands above already where it is one of them.
      let others = advice.single.filter { $0.changes != advice.least?.changes }
      guard !others.isEmpty else { return }
      html.text(context.say(ReportText.singleChange))
      html.element("ul") { html in
        for relaxation in others {
          html.element("li") { html in
            html.text(relaxation.changes.map { context.say($0.text) }.joined(separator: " "))
            html.element("small", text: Self.outcome(of: relaxation, context))
          }
        }
      }
    }
    note(context.say(ReportText.changeMeasure))
  }

  private static func outcome(of relaxation: RuleRelaxation, _ context: ReportContext) -> String {
    guard let objective = relaxation.objective else { return context.say(ReportText.changeUntried) }
    return context.say(ReportText.changeTried).filling(
      "\(relaxation.towns)", context.number(objective, decimals: 2))
  }
}
