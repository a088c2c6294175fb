import LandModel
import LayerStore
import LayoutAnalysis

/// Plans between two terms as a picture: the first term to the right, the second upwards, in points.
///
/// Filled circles are proven, hollow ones not; beside each stands how many towns it has in common with the
/// plan, which is the square. Readable without a script, and on paper.
struct ParetoChart {
  let front: ParetoFront
  let context: ReportContext

  private static let (width, height) = (640.0, 400.0)
  private static let (left, right, top, bottom) = (76.0, 28.0, 20.0, 56.0)

  /// The picture as an SVG element; all text in it is escaped.
  var markup: [UInt8] {
    let across = Axis(values: front.points.map(\.first) + [front.planFirst])
    let upward = Axis(values: front.points.map(\.second) + [front.planSecond])
    var html = HTMLWriter()
    let size = "0 0 \(Int(Self.width)) \(Int(Self.height))"
    let label = context.say(ReportText.front)
    html.element(
      "svg", ["viewBox": size, "role": "img", "aria-label": label, "style": "max-width:640px"]
    ) { html in
      grid(across, upward, &html)
      let places = front.points.map { place($0.first, $0.second, across, upward) }
      let line = places.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
      html.element(
        "polyline",
        [
          "points": line, "fill": "none", "stroke": ReportPalette.note, "stroke-width": "1",
          "stroke-dasharray": "3 3",
        ]
      ) { _ in }
      for (point, at) in zip(front.points, places) { mark(point, at, &html) }
      markPlan(place(front.planFirst, front.planSecond, across, upward), &html)
    }
    return html.bytes
  }

  private func mark(_ point: ParetoPoint, _ at: XY, _ html: inout HTMLWriter) {
    let colour = ReportPalette.industries[0]
    html.element(
      "circle",
      [
        "cx": text(at.x), "cy": text(at.y), "r": "4.5", "stroke": colour, "stroke-width": "1.5",
        "fill": point.isProven ? colour : "#ffffff",
      ]
    ) { html in
      html.element("title", text: tip(point.first, point.second))
    }
    label("\(point.townsInCommon)", XY(at.x + 8, at.y - 6), "start", &html)
  }

  private func markPlan(_ at: XY, _ html: inout HTMLWriter) {
    html.element(
      "rect",
      [
        "x": text(at.x - 4.5), "y": text(at.y - 4.5), "width": "9", "height": "9",
        "fill": ReportPalette.warning, "fill-opacity": "0.75", "stroke": "#ffffff",
      ]
    ) { html in
      html.element("title", text: tip(front.planFirst, front.planSecond))
    }
  }

  private func tip(_ first: Double, _ second: Double) -> String {
    [(front.first, first), (front.second, second)].map { term, value in
      "\(context.termTitle(term.name)) \(context.number(value, decimals: 1))"
    }.joined(separator: ", ")
  }

  private func grid(_ across: Axis, _ upward: Axis, _ html: inout HTMLWriter) {
    let (floor, end) = (Self.height - Self.bottom, Self.width - Self.right)
    for tick in across.ticks {
      let x = place(tick, upward.lowest, across, upward).x
      line(XY(x, Self.top), XY(x, floor), &html)
      label(context.number(tick, decimals: across.decimals), XY(x, floor + 18), "middle", &html)
    }
    for tick in upward.ticks {
      let y = place(across.lowest, tick, across, upward).y
      line(XY(Self.left, y), XY(end, y), &html)
      label(
        context.number(tick, decimals: upward.decimals), XY(Self.left - 8, y + 4), "end", &html)
    }
    let titles = [front.first, front.second].map {
      context.say(ReportText.axis(context.termTitle($0.name)))
    }
    label(titles[0], XY((Self.left + end) / 2, Self.height - 12), "middle", &html)
    let middle = text((Self.top + floor) / 2)
    html.element(
      "text",
      [
        "x": "0", "y": "0", "text-anchor": "middle", "font-size": "12", "fill": "currentColor",
        "transform": "translate(16 \(middle)) rotate(-90)",
      ], text: titles[1])
  }

  private func line(_ from: XY, _ to: XY, _ html: inout HTMLWriter) {
    html.element(
      "line",
      [
        "x1": text(from.x), "y1": text(from.y), "x2": text(to.x), "y2": text(to.y),
        "stroke": "#d5d6ce", "stroke-width": "1",
      ]
    ) { _ in }
  }

  private func label(_ words: String, _ at: XY, _ anchor: String, _ html: inout HTMLWriter) {
    html.element(
      "text",
      [
        "x": text(at.x), "y": text(at.y), "text-anchor": anchor, "font-size": "12",
        "fill": "currentColor",
      ], text: words)
  }

  private func place(_ first: Double, _ second: Double, _ across: Axis, _ upward: Axis) -> XY {
    let width = Self.width - Self.left - Self.right
    let height = Self.height - Self.top - Self.bottom
    return XY(
      Self.left + width * across.fraction(first),
      Self.height - Self.bottom - height * upward.fraction(second))
  }

  private func text(_ number: Double) -> String { DecimalText.text(number, decimals: 1) }
}

/// A scale with round numbers on it.
private struct Axis {
  let lowest: Double
  let highest: Double
  let ticks: [Double]
  /// Of the numbers at the ticks.
  let decimals: Int

  /// Holds all values, with ticks at 1, 2 or 5 times a power of ten; one value alone lies in the middle.
  init(values: [Double]) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    let span = max(most - least, max(1e-3, abs(most) * 1e-6))
    var (step, places) = (1.0, 0)
    while step > span / 4 {
      step /= 10
      places += 1
    }
    while step * 10 <= span / 4 { step *= 10 }
    for factor in [5.0, 2.0] where step * factor <= span / 4 {
      step *= factor
      break
    }
    let (first, last) = (
      ((least - span * 0.05) / step).rounded(.down), ((most + span * 0.05) / step).rounded(.up)
    )
    lowest = first * step
    highest = last * step
    ticks = (0...Int(min(20, last - first))).map { (first + Double($0)) * step }
    decimals = min(places, 6)
  }

  func fraction(_ value: Double) -> Double { (value - lowest) / (highest - lowest) }
}
