package import LandModel
package import LayoutAnalysis

extension ResultJSON {
  /// `townlayout validate --rules ogc`: which features are valid as stored, and every defect of the
  /// others.
  ///
  /// The totals stand first, so that a script needs to look no further than `valid` and `invalid`.
  package static func validity(_ layers: [StoredValidity], in language: Language) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("coordinates", "as stored")
      object.member("features_checked", layers.reduce(0) { $0 + $1.featuresChecked })
      object.member("valid", layers.reduce(0) { $0 + $1.validCount })
      object.member("invalid", layers.flatMap(\.invalid))
      object.array("layers") { list in
        for layer in layers { list.object { $0.members(of: layer, in: language) } }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func members(of layer: StoredValidity, in language: Language) {
    member("layer", layer.layer)
    member("crs", layer.crs?.text)
    member("features_checked", layer.featuresChecked)
    member("valid", layer.validCount)
    member("invalid", layer.invalid)
    object("findings_by_rule") { rules in
      for entry in layer.findingsByRule { rules.member(entry.rule.text, entry.count) }
    }
    object("findings_left_out") { rules in
      for entry in layer.omitted { rules.member(entry.rule.text, entry.count) }
    }
    array("features") { list in
      for feature in layer.features {
        list.object { entry in
          entry.member("id", feature.id.text)
          entry.member("valid", feature.isValid)
          entry.array("findings") { findings in
            for finding in feature.findings {
              findings.object { $0.members(ofStored: finding, in: language) }
            }
          }
        }
      }
    }
  }

  private mutating func members(ofStored finding: Finding, in language: Language) {
    member("rule", finding.rule.text)
    member("severity", finding.severity.rawValue)
    member("part", finding.element?.part)
    member("ring", finding.element?.ring)
    member("vertex", finding.element?.vertex)
    key("value")
    if let value = finding.value { self.value(exact: value) } else { null() }
    member("message", finding.message.text(in: language))
    key("geometry")
    storedGeometry(finding.geometry)
  }
}
