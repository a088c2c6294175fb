import LandModel
import Scenarios

/// The file `comparison.html`: all plans of a batch beside each other, in one file that needs nothing else.
///
/// Pictures are drawn in the markup, so that everything is there without a script and on paper; the script only sorts
/// tables. Up to ``mostInMatrix`` scenarios are shown each, of more their distribution.
enum ComparisonReport {
  /// So many plans are held against each other one by one.
  static let mostInMatrix = 30
  /// Rows of a table that are printed; the others are on the screen and in the CSV.
  static let mostPrinted = 60

  /// The bytes of the file.
  static func bytes(of batch: BatchResult, in language: Language) -> [UInt8] {
    let context = ComparisonContext(batch, language)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": language == .chinese ? "zh-CN" : "en"]) { html in
      html.element("head") { html in
        html.element("meta", ["charset": "utf-8"]) { _ in }
        html.element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]
        ) { _ in }
        html.element("title", text: context.say(batch.title))
        html.element("style") { $0.raw(ReportStyle.all + ReportStyle.comparison) }
      }
      html.element("body") { html in
        html.element("main") { body(&$0, context) }
        html.element("script") {
          $0.raw("(function () {\n'use strict';\nfunction show() {}\n\(ReportScript.tables)})();\n")
        }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private static func body(_ html: inout HTMLWriter, _ context: ComparisonContext) {
    html.comparisonHeader(context)
    if !context.plans.isEmpty {
      html.frontSection(context)
      html.frequencySection(context)
      html.inCommonSection(context)
    }
    html.scenariosSection(context)
    html.variationSection(context)
    html.batchDataSection(context)
    html.element("footer", text: context.say(ReportText.offline))
  }
}
