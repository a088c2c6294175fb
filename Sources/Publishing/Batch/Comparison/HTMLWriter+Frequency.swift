import LandModel
import LayerStore
import Scenarios

/// How often each candidate becomes a town, as a map and as bars.
extension HTMLWriter {
  mutating func frequencySection(_ context: ComparisonContext) {
    let plans = context.batch.planCount
    let choices = context.batch.choices
    section("frequency", context.say(ComparisonText.frequency)) { html in
      html.note(context.say(ComparisonText.frequencyNote).filling("\(plans)"))
      html.element("p", ["class": "key"]) { html in
        for often in ChoiceClass.allCases {
          html.chip(context.say(often.title), colour: often.colour)
        }
      }
      html.element("div", ["class": "pair"]) { html in
        html.element("figure") { $0.frequencyMap(context) }
        html.element("div") { html in
          html.frequencyTable(
            choices.filter { $0.count > 0 }.sorted { ($1.count, $0.id) < ($0.count, $1.id) },
            context)
          let never = choices.filter { $0.count == 0 }.map(\.name)
          if !never.isEmpty {
            html.note(
              context.say(ComparisonText.never).filling(
                never.joined(separator: context.language == .chinese ? "、" : ", ")))
          }
        }
      }
    }
  }

  private mutating func frequencyMap(_ context: ComparisonContext) {
    let batch = context.batch
    var box = BoundingBox.empty
    for county in batch.context.counties { box.extend(to: county.outline.boundingBox) }
    for choice in batch.choices { box.extend(to: BoundingBox(choice.position)) }
    guard !box.isEmpty, box.width.isFinite, box.height.isFinite else { return }
    box = box.expanded(by: max(100, 0.02 * max(box.width, box.height)))
    let width = 700.0
    let scale = width / box.width
    func place(_ position: XY) -> (x: Double, y: Double) {
      ((position.x - box.minX) * scale, (box.maxY - position.y) * scale)
    }
    picture(width, box.height * scale, title: context.say(ComparisonText.frequency)) { html in
      for county in batch.context.counties {
        let path = html.path(of: county.outline, tolerance: 0.6 / scale, place)
        guard !path.isEmpty else { continue }
        html.element("path", ["class": "county", "d": path]) {
          $0.element("title", text: county.name)
        }
      }
      let rising = batch.choices.sorted { ($0.count, $1.id) < ($1.count, $0.id) }
      for choice in rising { html.choiceDot(choice, at: place(choice.position), context) }
      for choice in rising where ChoiceClass(choice.count, of: batch.planCount) == .always {
        let (x, y) = place(choice.position)
        html.words(choice.name, x + 11, y + 4, "halo")
      }
    }
  }

  private mutating func choiceDot(
    _ choice: CandidateChoice, at place: (x: Double, y: Double), _ context: ComparisonContext
  ) {
    let plans = max(1, context.batch.planCount)
    let share = Double(choice.count) / Double(plans)
    let often = ChoiceClass(choice.count, of: context.batch.planCount)
    dot(
      place.x, place.y, 3 + 6 * share.squareRoot(), "choice", fill: often.colour,
      title: "\(choice.name) · \(choice.countyName): \(choice.count)/\(plans)")
    if choice.isInBase { dot(place.x, place.y, 5.5 + 6 * share.squareRoot(), "ring") }
  }

  /// The rings of a geometry, thinned for the picture.
  private func path(
    of geometry: Geometry, tolerance: Double, _ place: (XY) -> (x: Double, y: Double)
  ) -> String {
    var path = ""
    for ring in geometry.ringEnds.indices {
      let positions = LineSimplification.ring(geometry.positions[geometry.range(ofRing: ring)]) {
        _ in tolerance
      }
      for (number, position) in positions.enumerated() {
        let (x, y) = place(position)
        path +=
          "\(number == 0 ? "M" : "L")\(DecimalText.text(x, decimals: 1)) \(DecimalText.text(y, decimals: 1))"
      }
      if !positions.isEmpty { path += "Z" }
    }
    return path
  }

  private mutating func frequencyTable(_ choices: [CandidateChoice], _ context: ComparisonContext) {
    let titles = Dictionary(
      context.batch.context.industries.map { ($0.key, context.say($0.title)) },
      uniquingKeysWith: { first, _ in first })
    let columns = [
      (context.say(ReportText.town), ""), (context.say(ReportText.county), "keep"),
      ("%", "n"), (context.say(ComparisonText.industries), "wide"),
    ]
    let plans = Double(max(1, context.batch.planCount))
    table(columns, caption: context.say(ComparisonText.frequency), isSortable: true) { html in
      for choice in choices {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.text(choice.name)
            if choice.isInBase { html.badge(context.say(ComparisonText.inBase), "good") }
          }
          html.cell(choice.countyName)
          let percent = 100 * Double(choice.count) / plans
          html.number(context.number(percent, decimals: 1), sort: percent)
          html.cell(
            choice.industries.map { "\(titles[$0.key] ?? $0.key) \($0.count)" }
              .joined(separator: context.language == .chinese ? "，" : ", "))
        }
      }
    }
  }
}

extension BoundingBox {
  fileprivate init(_ position: XY) {
    self.init(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
  }
}
