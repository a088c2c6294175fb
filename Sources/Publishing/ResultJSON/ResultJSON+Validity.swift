package import LandModel
package import LayoutAnalysis

extension ResultJSON {
  /// `townlayout validate --rules ogc`: which features are valid as stored, and every defect of the
  /// others.
  ///
  /// The members of `validate`, and before them the verdict: a script needs to look no further than
  /// `valid` and `invalid`.
  package static func validity(_ layers: [StoredValidity], in language: Language) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("coordinates", "as stored")
      object.member("features_checked", layers.reduce(0) { $0 + $1.featuresChecked })
      object.member("valid", layers.reduce(0) { $0 + $1.validCount })
      object.member("invalid", layers.flatMap(\.invalid))
      object.array("layers") { list in
        for layer in layers { list.object { $0.members(of: layer) } }
      }
      object.array("findings") { list in
        for finding in layers.flatMap(\.features).flatMap(\.findings) {
          list.object { $0.members(ofStored: finding, in: language) }
        }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func members(of layer: StoredValidity) {
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
  }
}
