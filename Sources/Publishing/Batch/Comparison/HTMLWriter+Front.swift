import LandModel
import Scenarios

/// Plans over two measures, with those that no other beats.
extension HTMLWriter {
  /// Names beside points that are not too many to be read.
  private static let mostNamed = 12

  mutating func frontSection(_ context: ComparisonContext) {
    section("front", context.say(ComparisonText.front)) { html in
      html.note(context.say(ComparisonText.frontNote))
      html.element("div", ["class": "pair"]) { html in
        html.element("figure") { html in
          html.frontKey(context)
          html.frontPicture(context)
        }
        html.element("div") { html in
          html.element(
            "h3", ["style": "margin-top:0"], text: context.say(ComparisonText.frontTable))
          html.frontTable(context)
        }
      }
    }
  }

  private mutating func frontKey(_ context: ComparisonContext) {
    element("p", ["class": "key"]) { html in
      html.chip(context.say(ComparisonText.otherPlans), colour: "#6d8793")
      html.chip(context.say(ComparisonText.frontShort), colour: "#1f4a44")
      html.chip(context.say(ComparisonText.basePlan), colour: "#b3261e")
    }
  }

  private mutating func frontPicture(_ context: ComparisonContext) {
    let (left, bottom, width, height) = (64.0, 44.0, 700.0, 460.0)
    let (x, y) = context.axes
    let points = context.batch.records.indices.compactMap {
      row -> (row: Int, x: Double, y: Double)? in
      let record = context.batch.records[row]
      guard let across = x.value(of: record), let up = y.value(of: record) else { return nil }
      return (row, across, up)
    }
    let across = ChartScale(points.map(\.x), length: width - left - 20)
    let up = ChartScale(points.map(\.y), length: height - bottom - 34)
    func place(_ point: (row: Int, x: Double, y: Double)) -> (x: Double, y: Double) {
      (left + across.place(point.x), height - bottom - up.place(point.y))
    }
    picture(width, height, title: context.say(ComparisonText.front)) { html in
      html.axes(
        across, up, left: left, base: height - bottom,
        titles: (context.axisTitle(x), context.axisTitle(y)))
      let front = points.filter { context.front[$0.row] }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      let corners = Self.stairs(front.map { ($0.x, $0.y) }, isLessBetter: x.isLessBetter)
      let stairs = corners.map { corner -> String in
        let (x, y) = place((0, corner.x, corner.y))
        return "\(html.svg(x)),\(html.svg(y))"
      }
      html.element("polyline", ["class": "stairs", "points": stairs.joined(separator: " ")]) { _ in
      }
      for point in points where !context.front[point.row] {
        html.point(at: place(point), point, 3.2, "plan", context)
      }
      for point in front { html.point(at: place(point), point, 4.6, "best", context) }
      if let base = points.first(where: { $0.row == 0 }) {
        html.dot(place(base).x, place(base).y, 7, "base")
      }
      guard front.count <= Self.mostNamed else { return }
      for point in front where point.row > 0 {
        let (x, y) = place(point)
        let isRight = x > 0.7 * width
        html.words(
          context.batch.records[point.row].id, x + (isRight ? -8 : 8), y - 6, "halo",
          anchor: isRight ? "end" : "start")
      }
    }
  }

  /// The edge of what is reached: steps between the plans of the front, because nothing lies between them.
  private static func stairs(
    _ front: [(x: Double, y: Double)], isLessBetter: Bool
  ) -> [(x: Double, y: Double)] {
    var corners: [(x: Double, y: Double)] = []
    for point in front {
      if let last = corners.last {
        corners.append(isLessBetter ? (point.x, last.y) : (last.x, point.y))
      }
      corners.append(point)
    }
    return corners
  }

  private mutating func point(
    at place: (x: Double, y: Double), _ point: (row: Int, x: Double, y: Double), _ radius: Double,
    _ style: String, _ context: ComparisonContext
  ) {
    let title = context.title(of: context.batch.records[point.row])
    dot(
      place.x, place.y, radius, style,
      title: "\(title): \(context.plain(point.x)) / \(context.plain(point.y))")
  }

  /// Both axes of a picture with their ticks, and lines across it.
  mutating func axes(
    _ across: ChartScale, _ up: ChartScale, left: Double, base: Double,
    titles: (x: String, y: String)
  ) {
    for tick in up.ticks {
      let y = base - up.place(tick)
      line(left, y, left + across.length, y, "grid")
      words(up.label(tick), left - 6, y + 4, "soft", anchor: "end")
    }
    for tick in across.ticks {
      let x = left + across.place(tick)
      line(x, base, x, base + 5, "axis")
      words(across.label(tick), x, base + 19, "soft", anchor: "middle")
    }
    line(left, base, left + across.length, base, "axis")
    words(titles.x, left + across.length, base + 37, "strong", anchor: "end")
    words(titles.y, left - 40, base - up.length - 14, "strong")
  }

  /// One row for each point of the front, by the first of its scenarios: many scenarios may have one plan.
  private mutating func frontTable(_ context: ComparisonContext) {
    let (x, y) = context.axes
    var rows: [(x: Double, y: Double, records: [ScenarioRecord])] = []
    for (record, isOnFront) in zip(context.batch.records, context.front) where isOnFront {
      guard let across = x.value(of: record), let up = y.value(of: record) else { continue }
      if let row = rows.firstIndex(where: { $0.x == across && $0.y == up }) {
        rows[row].records.append(record)
      } else {
        rows.append((across, up, [record]))
      }
    }
    let columns = [
      (context.say(ComparisonText.scenario), ""), (context.axisTitle(x), "n"),
      (context.axisTitle(y), "n"), (context.say(ComparisonText.towns), "n"),
    ]
    table(columns, caption: context.say(ComparisonText.frontTable), isSortable: true) { html in
      for (place, row) in rows.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }).enumerated() {
        html.element("tr", ["class": place < ComparisonReport.mostPrinted / 2 ? "" : "beyond"]) {
          html in
          html.element("td", ["class": "id"]) { html in
            html.text(context.title(of: row.records[0]))
            if row.records.count > 1 {
              html.element(
                "small",
                text: context.say(ComparisonText.alike).filling("\(row.records.count - 1)"))
            }
          }
          for value in [row.x, row.y] {
            html.number(context.number(value, decimals: 1), sort: value)
          }
          let towns = row.records[0].towns.count
          html.number("\(towns)", sort: Double(towns))
        }
      }
    }
  }
}
