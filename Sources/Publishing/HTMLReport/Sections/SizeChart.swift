import LandModel
import LayerStore
import LayoutAnalysis

/// The drawing of what a town is worth by its area, with its axes, in units of its own box.
struct SizeChart {
  private static let width = 260.0
  private static let height = 150.0
  /// Room for the axes' words.
  private static let (left, right, top, bottom) = (38.0, 12.0, 18.0, 34.0)

  let curve: SizeCurve
  let area: SquareMetres
  let stop: SquareMetres?
  let colour: String
  /// Words on the axes, with their units.
  let areaTitle: String
  let valueTitle: String
  /// Square kilometres, and points.
  private let areas: ChartScale
  private let values: ChartScale

  init(
    curve: SizeCurve, area: SquareMetres, stop: SquareMetres?, colour: String, areaTitle: String,
    valueTitle: String
  ) {
    self.curve = curve
    self.area = area
    self.stop = stop
    self.colour = colour
    self.areaTitle = areaTitle
    self.valueTitle = valueTitle
    areas = ChartScale(
      (curve.points.map(\.area) + [area] + [stop].compactMap { $0 }).map(\.squareKilometres),
      length: Self.width - Self.left - Self.right, tickCount: 5)
    values = ChartScale(
      curve.points.map(\.value) + [curve.drawnValue],
      length: Self.height - Self.top - Self.bottom, fromZero: true, tickCount: 4)
  }

  func write(title: String, to html: inout HTMLWriter) {
    let box = "0 0 \(Int(Self.width)) \(Int(Self.height))"
    html.element("svg", ["viewBox": box, "role": "img", "width": "100%"]) { html in
      html.element("title", text: title)
      axes(&html)
      if let stop { line((x(stop), y(values.least)), (x(stop), y(values.most)), "#555", &html) }
      let points = curve.points.map { "\(text(x($0.area))),\(text(y($0.value)))" }
      html.element(
        "polyline",
        [
          "points": points.joined(separator: " "), "fill": "none", "stroke": colour,
          "stroke-width": "2",
        ]
      ) { _ in }
      html.element(
        "circle",
        ["cx": text(x(area)), "cy": text(y(curve.drawnValue)), "r": "4", "fill": colour]
      ) { _ in }
    }
  }

  private func axes(_ html: inout HTMLWriter) {
    for tick in values.ticks {
      line((Self.left, y(tick)), (Self.width - Self.right, y(tick)), "#ddd", dash: "", &html)
      words(values.label(tick), (Self.left - 5, y(tick) + 3.5), anchor: "end", &html)
    }
    let ground = y(values.least)
    line((Self.left, ground), (Self.width - Self.right, ground), "#777", dash: "", &html)
    for tick in areas.ticks {
      let place = Self.left + areas.place(tick)
      line((place, ground), (place, ground + 4), "#777", dash: "", &html)
      words(areas.label(tick), (place, ground + 15), anchor: "middle", &html)
    }
    words(valueTitle, (2, 10), anchor: "start", &html)
    words(areaTitle, (Self.width - Self.right, Self.height - 3), anchor: "end", &html)
  }

  private func words(
    _ words: String, _ place: (Double, Double), anchor: String, _ html: inout HTMLWriter
  ) {
    html.element(
      "text",
      [
        "x": text(place.0), "y": text(place.1), "text-anchor": anchor, "font-size": "10",
        "fill": "#55605c",
      ], text: words)
  }

  private func line(
    _ start: (Double, Double), _ end: (Double, Double), _ colour: String, dash: String = "4 3",
    _ html: inout HTMLWriter
  ) {
    var attributes: KeyValuePairs<String, String> {
      [
        "x1": text(start.0), "y1": text(start.1), "x2": text(end.0), "y2": text(end.1),
        "stroke": colour, "stroke-dasharray": dash.isEmpty ? "none" : dash,
      ]
    }
    html.element("line", attributes) { _ in }
  }

  private func x(_ area: SquareMetres) -> Double {
    Self.left + areas.place(area.squareKilometres)
  }

  private func y(_ value: Double) -> Double { Self.height - Self.bottom - values.place(value) }

  private func text(_ ordinate: Double) -> String { DecimalText.text(ordinate, decimals: 1) }
}
