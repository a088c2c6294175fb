package import LandModel
package import Topology

/// Judges towns one by one before they are measured against constraints.
///
/// By the rules of validity, which leave a town out, and by the area of use of CGCS2000: a town in the
/// wrong reference system is mostly valid, lies far from every red line, and is anything but clear.
package struct TownScreening: Sendable {
  private var validation = FeatureValidation(parameters: BoundaryParameters(selection: .validity))
  /// The land where positions can lie, on the grid.
  private let area: BoundingBox

  package init(on grid: GaussKrugerGrid) {
    area = GridBoxes.projected(Placement.china, on: grid)
  }

  /// The verdict on each town, and the polygons among those that are not left out.
  ///
  /// - Parameters:
  ///   - remarks: geometries that could not be read.
  ///   - workers: how many tasks at once; the verdicts are the same for any number, and for towns that
  ///     come in other runs.
  package mutating func result(
    of towns: ProjectedLayer, remarks: [SourceRemark], workers: Int?
  ) throws(TopologyError) -> (verdicts: [FeatureVerdict], sound: CheckedLayer) {
    var verdicts = try validation.verdicts(in: towns, remarks: remarks, workers: workers)
    var sound: [Int] = []
    for row in verdicts.indices where !verdicts[row].isLeftOut {
      if towns.geometry.kinds[row] == .polygon { sound.append(row) }
      if let stray = stray(row, of: towns) { verdicts[row].findings.append(stray) }
    }
    return (verdicts, CheckedLayer(towns, keepingValidRows: sound))
  }

  private func stray(_ row: Int, of towns: ProjectedLayer) -> Finding? {
    let box = towns.geometry.boundingBox(ofRow: row)
    guard !area.contains(box) else { return nil }
    let rule = OutsideWorkingAreaCheck().rule
    return Finding(
      rule: rule.code, severity: rule.severity, layer: towns.key, featureIDs: [towns.ids[row]],
      message: LocalizedText(
        english:
          "The town lies outside the area of use of CGCS2000; is its reference system right?",
        chinese: "小镇超出 CGCS2000 适用范围，请核对坐标系。"),
      geometry: .null)
  }
}
