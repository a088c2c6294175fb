import LandModel
import LayerStore
import Scenarios

/// How alike plans are: pair by pair where they are few, else their distribution.
extension HTMLWriter {
  private static let classes = 20

  mutating func inCommonSection(_ context: ComparisonContext) {
    let likeness = Likeness(context.plans)
    section("in-common", context.say(ComparisonText.inCommon)) { html in
      html.note(context.say(ComparisonText.inCommonNote))
      if context.plans.count <= ComparisonReport.mostInMatrix + 1 {
        html.likenessMatrix(likeness, context)
      } else {
        html.likenessCharts(likeness, context)
      }
    }
  }

  private mutating func likenessMatrix(_ likeness: Likeness, _ context: ComparisonContext) {
    let names = context.plans.map(context.title)
    element("div", ["class": "scroll", "tabindex": "0"]) { html in
      html.element("table", ["class": "matrix"]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("td") { _ in }
            for name in names { html.element("th", ["scope": "col"], text: name) }
          }
        }
        html.element("tbody") { html in
          for (row, name) in names.enumerated() {
            html.element("tr") { html in
              html.element("th", ["scope": "row"], text: name)
              for column in names.indices {
                let share = likeness.share(row, column)
                html.element(
                  "td",
                  [
                    "class": share > 0.6 ? "dark" : "",
                    "style": "background:\(Self.shade(share))",
                  ], text: DecimalText.text(100 * share, decimals: 0))
              }
            }
          }
        }
      }
    }
  }

  /// From paper to deep green.
  private static func shade(_ share: Double) -> String {
    let (from, to) = ((244.0, 244.0, 239.0), (31.0, 74.0, 68.0))
    func mix(_ left: Double, _ right: Double) -> Int { Int(left + (right - left) * share) }
    return "rgb(\(mix(from.0, to.0)),\(mix(from.1, to.1)),\(mix(from.2, to.2)))"
  }

  private mutating func likenessCharts(_ likeness: Likeness, _ context: ComparisonContext) {
    element("div", ["class": "small"]) { html in
      if context.batch.base.hasPlan {
        var counts = [Int](repeating: 0, count: Self.classes)
        for plan in context.plans.indices.dropFirst() {
          counts[min(Self.classes - 1, Int(likeness.share(0, plan) * Double(Self.classes)))] += 1
        }
        html.histogram(
          counts, from: 0, to: 100, title: context.say(ComparisonText.likenessToBase), unit: "%",
          counted: context.say(ComparisonText.countOfPlans))
      }
      html.histogram(
        likeness.pairs(classes: Self.classes), from: 0, to: 100,
        title: context.say(ComparisonText.likenessOfPairs), unit: "%",
        counted: context.say(ComparisonText.countOfPairs))
    }
  }

  /// A picture of how many there are in each of equal classes.
  mutating func histogram(
    _ counts: [Int], from least: Double, to most: Double, title: String, unit: String,
    counted: String
  ) {
    let (left, bottom, width, height) = (48.0, 36.0, 360.0, 190.0)
    let across = ChartScale([least, most], length: width - left - 14, tickCount: 5)
    let up = ChartScale(
      counts.map(Double.init), length: height - bottom - 28, fromZero: true, tickCount: 4)
    let step = (most - least) / Double(max(1, counts.count))
    element("figure") { html in
      html.element("figcaption", text: title)
      html.picture(width, height, title: title) { html in
        let base = height - bottom
        html.axes(across, up, left: left, base: base, titles: (unit, counted))
        for (number, count) in counts.enumerated() where count > 0 {
          let start = left + across.place(least + step * Double(number))
          let end = left + across.place(least + step * Double(number + 1))
          let tall = up.place(Double(count))
          html.element(
            "rect",
            [
              "class": "bar", "x": html.svg(start + 0.6), "y": html.svg(base - tall),
              "width": html.svg(max(0.8, end - start - 1.2)), "height": html.svg(tall),
            ]
          ) { $0.element("title", text: "\(count)") }
        }
      }
    }
  }

  /// The same of values, in classes of their own range.
  mutating func histogram(of values: [Double], title: String, unit: String, counted: String) {
    let scale = ChartScale(values, length: 1)
    var counts = [Int](repeating: 0, count: Self.classes)
    for value in values {
      counts[min(Self.classes - 1, max(0, Int(scale.place(value) * Double(Self.classes))))] += 1
    }
    histogram(
      counts, from: scale.least, to: scale.most, title: title, unit: unit, counted: counted)
  }
}
