package import LandModel
package import Scenarios

/// The report of a validation to send back to those who delivered the layers: one HTML file that needs
/// nothing else and sends nothing anywhere.
///
/// Every finding that is drawn shows the feature's outline near the place, the place, a scale bar and what
/// was measured. Text, pictures and tables are in the markup; only the map needs a script.
package enum ValidationReport {
  /// The bytes of the file.
  package static func bytes(of run: ValidationRun, in language: Language) -> [UInt8] {
    let context = ValidationContext(run: run, language: language)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": language == .chinese ? "zh-CN" : "en"]) { html in
      html.element("head") { html in
        html.element("meta", ["charset": "utf-8"]) { _ in }
        html.element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]
        ) { _ in }
        html.element("title", text: context.title)
        html.element("style") { $0.raw(ReportStyle.all + ReportStyle.pictures) }
      }
      html.element("body") { html in
        html.element("main") { body(&$0, context) }
        html.element("script", ["type": "application/json", "id": "map-data"]) {
          $0.raw(ValidationMap(context).map.json())
        }
        html.element("script") { $0.raw(ReportScript.all) }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private static func body(_ html: inout HTMLWriter, _ context: ValidationContext) {
    html.validationHeader(context)
    html.validationFigures(context)
    html.validationContents(context)
    html.summarySection(context)
    html.mapSection(
      context, title: context.say(ValidationText.map), note: context.say(ValidationText.mapNote))
    html.findingsSection(context)
    html.waivedSection(context)
    html.limitsSection(context)
    html.layersSection(context)
    html.element("footer", text: context.say(ReportText.offline))
  }
}
