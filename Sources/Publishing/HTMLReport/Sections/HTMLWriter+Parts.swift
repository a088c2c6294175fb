import LandModel
import LayerStore

/// Parts that several sections of the report are made of.
extension HTMLWriter {
  /// A section with its heading.
  mutating func section(_ id: String, _ title: String, _ body: (inout HTMLWriter) -> Void) {
    element("section", ["id": id, "aria-labelledby": "\(id)-title"]) { html in
      html.element("h2", ["id": "\(id)-title"], text: title)
      body(&html)
    }
    raw("\n")
  }

  mutating func note(_ text: String) { element("p", ["class": "note"], text: text) }

  /// A table in a frame that scrolls sideways on a narrow screen.
  ///
  /// - Parameters:
  ///   - columns: heading and class of each column; class `n` is for numbers.
  ///   - isSortable: whether a click on a heading sorts.
  mutating func table(
    _ columns: [(title: String, style: String)], caption: String, isSortable: Bool = false,
    rows: (inout HTMLWriter) -> Void
  ) {
    element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) {
      html in
      html.element("table", ["class": isSortable ? "sortable" : ""]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element("th", ["scope": "col", "class": column.style]) { html in
                if isSortable, !column.title.isEmpty, !column.style.hasPrefix("plain") {
                  // Not a button: browsers leave those out where a heading is repeated on the next page.
                  html.element(
                    "span", ["role": "button", "tabindex": "0", "class": "sort"],
                    text: column.title)
                } else {
                  html.text(column.title)
                }
              }
            }
          }
        }
        html.element("tbody") { rows(&$0) }
      }
    }
  }

  mutating func cell(_ text: String) { element("td", text: text) }

  /// A number to the right, with the value that sorting uses.
  mutating func number(_ text: String, sort value: Double? = nil) {
    guard let value else {
      element("td", ["class": "n"], text: text)
      return
    }
    let key = DecimalText.text(value, decimals: 6)
    element("td", ["class": "n", "data-sort": key], text: text)
  }

  /// A coloured square and a word.
  mutating func chip(_ text: String, colour: String) {
    element("span", ["class": "chip"]) { html in
      html.element("i", ["style": "background:\(colour)"]) { _ in }
      html.text(text)
    }
  }

  /// A word in a frame whose colour tells how grave it is: `error`, `warning`, `note`, `good`.
  mutating func badge(_ text: String, _ style: String) {
    element("span", ["class": "badge \(style)"], text: text)
  }

  /// A button that shows a feature on the map.
  mutating func showButton(_ anchor: String?, _ context: some ReportWords) {
    guard let anchor else { return }
    element(
      "button", ["type": "button", "class": "show", "data-show": anchor],
      text: context.say(ReportText.show))
  }
}
