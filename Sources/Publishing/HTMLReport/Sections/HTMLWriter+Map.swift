import LandModel

/// The map's frame; the script fills it from the embedded data.
extension HTMLWriter {
  mutating func mapSection(_ context: ReportContext, _ map: ReportMap) {
    mapSection(
      context, title: context.say(ReportText.map), note: Self.accuracy(of: map, context))
  }

  /// The frame with a note below it that says how exactly the map is drawn.
  mutating func mapSection(_ context: some ReportWords, title: String, note: String) {
    section("map", title) { html in
      html.element("div", ["class": "mapframe"]) { html in
        html.element("div", ["class": "mapview"]) { html in
          html.element(
            "canvas",
            [
              "id": "map-canvas", "tabindex": "0", "role": "application",
              "aria-label": context.say(ReportText.map),
              "aria-describedby": "map-help",
            ]
          ) { _ in }
          html.mapButtons(context)
          html.element("div", ["id": "map-scale", "aria-hidden": "true"]) { _ in }
          html.element("div", ["id": "map-tip", "role": "status"]) { _ in }
          html.element("noscript", text: context.say(ReportText.needsScript))
        }
        html.element("details", ["class": "legend", "open": ""]) { html in
          html.element("summary", text: context.say(ReportText.layers))
          html.element("div", ["id": "map-legend"]) { _ in }
        }
      }
      html.element(
        "p", ["class": "note screen", "id": "map-help"], text: context.say(ReportText.mapHelp))
      html.note(note)
    }
  }

  private mutating func mapButtons(_ context: some ReportWords) {
    element("div", ["class": "mapbuttons"]) { html in
      for (id, sign, text) in [
        ("map-in", "+", ReportText.zoomIn), ("map-out", "−", ReportText.zoomOut),
        ("map-all", "⤢", ReportText.wholeCity),
      ] {
        let title = context.say(text)
        html.element(
          "button", ["type": "button", "id": id, "title": title, "aria-label": title], text: sign)
      }
    }
  }

  private static func accuracy(of map: ReportMap, _ context: ReportContext) -> String {
    let coarsest = map.layers.map(\.tolerance).max() ?? 0
    let thinned = map.layers.filter { $0.features.count < $0.total && $0.tolerance > 0 }
    let sentence = context.say(ReportText.simplified).filling(
      context.plain(MapEncoder.nearTolerance), context.number(coarsest, decimals: 0))
    return thinned.reduce(sentence) { text, layer in
      text + " "
        + context.say(ReportText.notDrawn).filling(
          layer.title, context.number(Double(layer.features.count), decimals: 0),
          context.number(Double(layer.total), decimals: 0))
    }
  }
}
