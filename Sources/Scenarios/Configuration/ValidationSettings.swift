import LandModel
package import LayoutAnalysis
import Yams

/// How layers named on the command line are validated: a settings file, with options before it.
///
/// Layers are declared by the same keys, read by the same code, as those of a plan, so that command and
/// plan judge a layer alike.
package struct ValidationSettings {
  /// What the command line says about every layer, by key of a plan's layer; a path such as
  /// `declared-area.unit` goes into a section.
  package typealias Options = [(key: String, value: String)]

  /// Working reference system; nil to take the first layer's.
  package let crs: String?
  package let parameters: BoundaryParameters
  private let root: PlanValue?
  private let options: Options

  /// Reads a settings file.
  ///
  /// - Parameters:
  ///   - file: nil for none.
  ///   - options: as the command line gives them; they go before the file.
  /// - Throws: ``PlanError``, the first problem in file order.
  package init(file: String?, options: Options = []) throws(PlanError) {
    let root = try file.map { file throws(PlanError) in
      try PlanDocument(file: file, section: PlanKeys.settings).root
    }
    self.root = root
    self.options = options
    crs = root?["crs"]?.text
    parameters = try root?["validate"]?.boundaryParameters() ?? BoundaryParameters()
  }

  /// The layers of the command line as a plan would declare them.
  ///
  /// - Throws: ``PlanError`` for a layer of the file that the command line does not name.
  package func layers(_ addresses: [String]) throws(PlanError) -> [PlanLayer] {
    let keys = PlanLayer.keys(of: addresses)
    for (key, value) in root?["layers"]?.entries ?? [] {
      try value.require(key, isAmong: keys, kind: "layer on the command line")
    }
    try root?["layers"]?.requireMatchedLayers(among: keys)
    var layers: [PlanLayer] = []
    for (key, address) in zip(keys, addresses) {
      let declared = declaration([root?["layer"], root?["layers"]?[key]])
      let role = [("role", PlanRole.candidates.rawValue)]
      layers.append(
        try PlanLayer(
          key: key,
          value: declared.setting(role, onlyIfMissing: true).setting(options)
            .setting([("file", address)])))
    }
    return layers
  }

  /// The layer of administrative units; nil where neither file nor command line names one.
  package func administrative(
    _ address: String?, options: Options
  ) throws(PlanError) -> PlanLayer? {
    try contextLayer("administrative", address, options, role: .administrative)
  }

  /// The layer of boundaries of known position; nil where neither file nor command line names one.
  package func reference(_ address: String?, options: Options) throws(PlanError) -> PlanLayer? {
    try contextLayer("reference", address, options, role: .context)
  }

  /// The layer that coverages must fill; nil where neither file nor command line names one.
  package func studyArea(_ address: String?, options: Options) throws(PlanError) -> PlanLayer? {
    try contextLayer("study-area", address, options, role: .context)
  }

  /// The layer of land that may stay open; nil where neither file nor command line names one.
  package func allowedGaps(_ address: String?, options: Options) throws(PlanError) -> PlanLayer? {
    try contextLayer("allowed-gaps", address, options, role: .context)
  }

  /// A layer that others are judged by, of a section of the file or an address of the command line.
  private func contextLayer(
    _ section: String, _ address: String?, _ options: Options, role: PlanRole
  ) throws(PlanError) -> PlanLayer? {
    let declared = root?[section]
    guard let file = address ?? declared?["file"]?.filePath else { return nil }
    return try PlanLayer(
      key: PlanLayer.key(of: file),
      value: declaration([declared]).setting(options)
        .setting([("file", file), ("role", role.rawValue)]))
  }

  /// Sections over each other, later ones first.
  private func declaration(_ sections: [PlanValue?]) -> PlanValue {
    let empty = root?.emptySection ?? PlanValue(checked: Node([(Node, Node)]()), file: "", path: "")
    return sections.compactMap { $0 }.reduce(empty) { $0.overlaid(by: $1) }
  }
}

extension PlanValue {
  /// The section with texts set, a path's sections made where they are missing.
  fileprivate func setting(
    _ options: ValidationSettings.Options, onlyIfMissing: Bool = false
  ) -> PlanValue {
    options.reduce(self) { section, option in
      let path = option.key.split(separator: ".").map(String.init)
      if onlyIfMissing, section[path[0]] != nil { return section }
      return section.setting(option.value, at: path[...])
    }
  }
}
