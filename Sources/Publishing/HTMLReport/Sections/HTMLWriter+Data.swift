import LandModel
import Scenarios

/// Where the data come from, which numbers ruled, and which software worked.
extension HTMLWriter {
  mutating func dataSection(_ context: ReportContext) {
    let provenance = context.run.provenance
    section("data", context.say(ReportText.data)) { html in
      html.element("h3", text: context.say(ReportText.inputs))
      html.layerTable(context)
      html.element("h3", text: context.say(ReportText.profileNumbers))
      html.note(context.say(ReportText.profileOf).filling(provenance.profile))
      html.profileTable(context)
      html.element("h3", text: context.say(ReportText.methods))
      html.note(context.say(ReportText.method) + " " + context.say(AreaMethod.text))
      html.note(context.say(ReportText.roundingText))
      html.element("details", ["class": "rule"]) { html in
        html.element("summary", text: context.say(ReportText.parameters))
        html.element("dl", ["class": "parameters"]) { html in
          for (path, value) in provenance.parameters { html.pair(path, value) }
        }
      }
      html.element("h3", text: context.say(ReportText.versions))
      html.element("dl", ["class": "meta"]) { html in
        for (component, version) in provenance.versions { html.pair(component, version) }
        html.pair("SHA-256 \(provenance.planFile)", provenance.planSHA256)
      }
    }
  }

  private mutating func layerTable(_ context: ReportContext) {
    let columns = [
      (ReportText.layer, ""), (ReportText.source, "wide"), (ReportText.fileAndCRS, "wide"),
      (ReportText.featuresValid, "n"),
    ]
    table(columns.map { (context.say($0.0), $0.1) }, caption: context.say(ReportText.inputs)) {
      html in
      for layer in context.run.layers { html.layerRow(layer, context) }
    }
  }

  private mutating func layerRow(_ layer: RunLayer, _ context: ReportContext) {
    element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.text(context.say(layer.title))
        if layer.isSynthetic { html.badge(context.say(ReportText.synthetic), "warning") }
        html.element("small", text: layer.key)
      }
      html.element("td") { html in
        html.text(layer.source.isEmpty ? context.say(ReportText.noSource) : layer.source)
        for remark in layer.remarks { html.element("small", text: context.say(remark)) }
      }
      html.element("td") { html in
        html.text("\(layer.address.text) · \(layer.sourceCRS.text)")
        html.element("small", text: layer.operation)
        if let sha256 = layer.sha256 {
          html.element("small", ["class": "hash"], text: "SHA-256 \(sha256)")
        }
      }
      html.number(
        context.number(Double(layer.projected.count), decimals: 0)
          + " (\(context.number(Double(layer.checked.count), decimals: 0)))")
    }
  }

  private mutating func profileTable(_ context: ReportContext) {
    let columns = [
      (ReportText.name, ""), (ReportText.profileValue, "n"), (ReportText.source, "wide"),
    ]
    table(
      columns.map { (context.say($0.0), $0.1) },
      caption: context.say(ReportText.profileNumbers)
    ) { html in
      for number in context.run.provenance.profileNumbers {
        html.element("tr") { html in
          html.cell(context.say(ReportGlossary.text(number.name)))
          html.number(number.value.replacing("km2", with: "km²"))
          html.cell(number.source)
        }
      }
    }
  }
}
