import LayerStore

/// Bar charts as lists: readable without a script, by a screen reader and on paper.
extension HTMLWriter {
  mutating func chart(_ title: String, _ body: (inout HTMLWriter) -> Void) {
    element("figure", ["class": "chart"]) { html in
      html.element("figcaption", text: title)
      html.element("ul") { body(&$0) }
    }
  }

  /// A bar with its name and value, and marks where the least and the most allowed lie.
  ///
  /// Fractions are of the chart's full width, 0…1.
  mutating func bar(
    _ name: String, value: String, fraction: Double, least: Double? = nil, most: Double? = nil,
    isBinding: Bool = false, colour: String? = nil
  ) {
    element("li", ["class": isBinding ? "binding" : ""]) { html in
      html.element("span", ["class": "name"], text: name)
      html.element("span", ["class": "track", "aria-hidden": "true"]) { html in
        let fill = colour.map { ";background:\($0)" } ?? ""
        html.element("i", ["class": "fill", "style": "width:\(Self.percent(fraction))\(fill)"]) {
          _ in
        }
        if let least, least > 0 {
          html.element("i", ["class": "mark least", "style": "left:\(Self.percent(least))"]) { _ in
          }
        }
        if let most {
          html.element("i", ["class": "mark most", "style": "left:\(Self.percent(most))"]) { _ in }
        }
      }
      html.element("span", ["class": "amount"], text: value)
    }
  }

  mutating func barTotal(_ name: String, _ value: String) {
    element("li", ["class": "total"]) { html in
      html.element("span", ["class": "name"], text: name)
      html.element("span") { _ in }
      html.element("span", ["class": "amount"], text: value)
    }
  }

  private static func percent(_ fraction: Double) -> String {
    DecimalText.text(100 * Swift.min(1, Swift.max(0, fraction)), decimals: 2) + "%"
  }
}
