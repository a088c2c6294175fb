import LandModel
import LayerStore
import Scenarios

/// What the scenarios change, and what the batch was made from.
extension HTMLWriter {
  /// Values of a setting that are all listed.
  private static let mostListed = 8

  mutating func variationSection(_ context: ComparisonContext) {
    section("variation", context.say(ComparisonText.parameters)) { html in
      let columns = [
        (ComparisonText.setting, ""), (ComparisonText.baseValue, ""),
        (ComparisonText.values, "wide"),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ComparisonText.parameters)
      ) { html in
        for parameter in context.batch.index.parameters {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.element("code", text: parameter.path) }
            html.cell((parameter.values.first ?? nil) ?? context.say(ComparisonText.leftOut))
            html.cell(Self.values(of: parameter, context))
          }
        }
      }
    }
  }

  /// All values where they are few; else how many there are, and the ends where they are numbers of one unit.
  private static func values(
    of parameter: BatchIndex.Parameter, _ context: ComparisonContext
  ) -> String {
    var known: Set<String> = []
    let texts = parameter.values.dropFirst().map { $0 ?? context.say(ComparisonText.leftOut) }
      .filter { known.insert($0).inserted }
    let separator = context.language == .chinese ? "、" : ", "
    guard texts.count > mostListed else { return texts.joined(separator: separator) }
    let numbers = texts.compactMap { text in
      Double(text.split(separator: " ").first ?? "").map { (number: $0, text: text) }
    }
    let sorted = numbers.sorted { ($0.number, $0.text) < ($1.number, $1.text) }
    guard numbers.count == texts.count, let first = sorted.first, let last = sorted.last else {
      return texts.prefix(mostListed).joined(separator: separator) + " … (\(texts.count))"
    }
    return context.say(ComparisonText.differing).filling("\(texts.count)", first.text, last.text)
  }

  mutating func batchDataSection(_ context: ComparisonContext) {
    let manifest = context.batch.manifest
    section("data", context.say(ComparisonText.data)) { html in
      html.element("h3", text: context.say(ComparisonText.inputs))
      html.table(
        [(context.say(ComparisonText.inputs), ""), ("SHA-256", "wide")],
        caption: context.say(ComparisonText.inputs)
      ) { html in
        for input in [manifest.plan, manifest.scenarios] + manifest.inputs {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: input.name)
            html.element(
              "td", ["class": "hash"], text: input.sha256 ?? context.say(ComparisonText.missing))
          }
        }
      }
      html.element("h3", text: context.say(ReportText.versions))
      html.element("dl", ["class": "meta"]) { html in
        for (component, version) in manifest.versions.sorted(by: { $0.key < $1.key }) {
          html.pair(component, version)
        }
      }
    }
  }
}
