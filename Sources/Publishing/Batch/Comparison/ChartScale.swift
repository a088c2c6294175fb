import Foundation
import LayerStore

/// A linear scale from values to the length of an axis, with round ticks.
struct ChartScale {
  let least: Double
  let most: Double
  /// Length of the axis in units of the picture.
  let length: Double
  let ticks: [Double]
  private let decimals: Int

  /// - Parameters:
  ///   - values: what has to fit; without any, 0 to 1.
  ///   - fromZero: whether zero is part of the scale.
  init(_ values: [Double], length: Double, fromZero: Bool = false, tickCount: Int = 6) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if fromZero { low = min(0, low) }
    if low == high {
      // By half a unit, or by as much of a great number as makes another number.
      let margin = max(0.5, abs(low) * 1e-6)
      (low, high) = (low - margin, high + margin)
    }
    let rough = (high - low) / Double(max(1, tickCount - 1))
    var step = 1.0
    var decimals = 0
    while step > rough { (step, decimals) = (step / 10, decimals + 1) }
    while step * 10 <= rough { step *= 10 }
    step *= rough / step > 5 ? 10 : rough / step > 2 ? 5 : rough / step > 1 ? 2 : 1
    let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
    ticks = (0...Int(min(100, last - first))).map { (first + Double($0)) * step }
    least = first * step
    most = last * step
    self.length = length
    self.decimals = decimals
  }

  /// Distance of a value from the beginning of the axis.
  func place(_ value: Double) -> Double { length * (value - least) / (most - least) }

  func label(_ tick: Double) -> String { DecimalText.grouped(tick, decimals: decimals) }
}

extension HTMLWriter {
  /// A picture that grows with the page.
  mutating func picture(
    _ width: Double, _ height: Double, title: String, style: String = "",
    _ body: (inout HTMLWriter) -> Void
  ) {
    element(
      "svg",
      [
        "viewBox": "0 0 \(svg(width)) \(svg(height))", "role": "img", "aria-label": title,
        "class": style,
      ], body)
  }

  /// An ordinate of a picture: a hundredth of a unit is not seen.
  func svg(_ ordinate: Double) -> String { DecimalText.text(ordinate, decimals: 2) }

  mutating func line(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double, _ style: String) {
    element(
      "line", ["x1": svg(x), "y1": svg(y), "x2": svg(x2), "y2": svg(y2), "class": style]
    ) { _ in }
  }

  mutating func words(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: String = "start"
  ) {
    element(
      "text", ["x": svg(x), "y": svg(y), "class": style, "text-anchor": anchor], text: text)
  }

  /// A circle that tells what it is when the pointer rests on it.
  mutating func dot(
    _ x: Double, _ y: Double, _ radius: Double, _ style: String, fill: String? = nil,
    title: String? = nil
  ) {
    let colour = fill.map { "fill:\($0)" } ?? ""
    element(
      "circle",
      ["cx": svg(x), "cy": svg(y), "r": svg(radius), "class": style, "style": colour]
    ) { html in
      if let title { html.element("title", text: title) }
    }
  }
}
