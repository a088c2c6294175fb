package import LandModel
package import Scenarios

/// The report of a run: one HTML file that needs nothing else and sends nothing anywhere.
///
/// Header, map, tables and charts are in the markup, so that everything but the map can be read and
/// printed without a script. The map draws from the quantised geometry embedded at the end.
package enum HTMLReport {
  /// The bytes of the file.
  package static func bytes(of run: RunResult, in language: Language) -> [UInt8] {
    let context = ReportContext(run: run, language: language)
    let listed = ReportLists(run)
    let map = ReportMap(context, listed)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": language == .chinese ? "zh-CN" : "en"]) { html in
      html.element("head") { head(&$0, context) }
      html.element("body") { html in
        html.element("main") { body(&$0, context, listed, map) }
        html.element("script", ["type": "application/json", "id": "map-data"]) {
          $0.raw(map.json())
        }
        html.element("script") { $0.raw(ReportScript.all) }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private static func body(
    _ html: inout HTMLWriter, _ context: ReportContext, _ listed: ReportLists, _ map: ReportMap
  ) {
    html.header(context)
    html.figures(context)
    html.contents(context)
    html.mapSection(context, map)
    html.townsSection(context)
    html.redLinesSection(context, listed)
    html.findingsSection(context, listed)
    html.layoutSection(context)
    html.alternativesSection(context)
    html.candidatesSection(context)
    html.dataSection(context)
    html.element("footer", text: context.say(ReportText.offline))
  }

  private static func head(_ html: inout HTMLWriter, _ context: ReportContext) {
    html.element("meta", ["charset": "utf-8"]) { _ in }
    html.element(
      "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]
    ) { _ in }
    html.element("title", text: context.say(context.run.title))
    html.element("style") { $0.raw(ReportStyle.all) }
  }
}
