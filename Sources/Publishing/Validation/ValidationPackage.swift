package import LandModel
package import LayerStore
import LayoutAnalysis
package import Scenarios

/// Findings as a GeoPackage: points, lines and areas at their exact places, each kind with a style, a table
/// of those without a place, and counts by rule.
package enum ValidationPackage {
  /// Writes the file, in the working reference system.
  ///
  /// - Throws: ``LayerStoreError`` when it exists and may not be replaced, or cannot be written.
  package static func write(
    _ run: ValidationRun, to file: String, language: Language, replacing: Bool
  ) throws(LayerStoreError) {
    try LayerWriter.write(
      layers(of: run, language: language), to: file, format: .geoPackage, replacing: replacing)
  }

  private static func layers(of run: ValidationRun, language: Language) -> [OutputLayer] {
    let crs = run.grid.crs
    let styles = FindingStyles(language: language)
    let findings = OutputTable.findings(run.result.findings, in: language)
    let geometry = findings.geometry
    /// What is drawn as a kind; an empty geometry, or one that is not finite, has no place.
    func rows(_ kind: GeometryKind) -> [Int] {
      (0..<findings.count).filter { row in
        let range = geometry.range(ofRow: row)
        let hasPlace =
          !range.isEmpty && geometry.positions[range].allSatisfy(\.isFinite)
        return (hasPlace ? geometry.kinds[row] : .null) == kind
      }
    }
    func layer(_ kind: GeometryKind, _ name: String, _ style: LayerStyle) -> OutputLayer {
      findings.selecting(rows(kind)).packageLayer(crs, named: name, kind: kind, style: style)
    }
    let placeless = findings.selecting(rows(.null))
    let counts = OutputTable.findingCounts(of: run, in: language)
    return [
      layer(.point, "findings_points", styles.points("findings_points")),
      layer(.line, "findings_lines", styles.lines("findings_lines")),
      layer(.polygon, "findings_areas", styles.areas("findings_areas")),
      placeless.table(named: "findings_without_place"), counts.table(named: "findings_by_rule"),
    ]
  }
}

extension OutputTable {
  /// The fields alone, as a table without geometry.
  fileprivate func table(named name: String) -> OutputLayer {
    let nothing = OutputTable(
      name: name, title: title, geometry: GeometryColumn((0..<count).map { _ in Geometry.null }))
    let bare = fields.reduce(into: nothing) { $0.append($1.name, $1.values) }
    let layer = bare.packageLayer(CRSIdentifier(""), kind: .null)
    return OutputLayer(
      name: name, crs: nil, geometry: layer.geometry, attributes: layer.attributes, kind: .null)
  }
}
