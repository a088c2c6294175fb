package import LandModel
import LayerStore
import LayoutAnalysis
package import Scenarios

/// The file `plan.gpkg`: every layer of the run in the working reference system, each with a style.
///
/// Names use underscores, so that SQL needs no quotes. Findings have a point each, `findings`, so that
/// even the smallest is seen; those that are lines or areas are also in `findings_lines` and
/// `findings_areas`, as they are. Counties and constraint layers come along as `input_<key>`.
package enum PlanPackage {
  /// Writes the file.
  ///
  /// - Throws: ``LayerStoreError`` when it cannot be written.
  package static func write(
    _ run: RunResult, to file: String, language: Language
  ) throws {
    try LayerWriter.write(layers(of: run, language: language), to: file, format: .geoPackage)
  }

  /// The layers, those to be drawn on top first.
  private static func layers(of run: RunResult, language: Language) -> [OutputLayer] {
    let crs = run.grid.crs
    let styles = PackageStyles(run: run, language: language)
    let conflicts = OutputTable.conflicts(of: run)
    var layers = [
      OutputTable.towns(of: run).packageLayer(crs, style: styles.towns),
      OutputTable.constructionLand(of: run).packageLayer(crs, style: styles.construction),
    ]
    layers += findingLayers(.findings(of: run, in: language), crs, styles)
    layers += [
      conflicts.packageLayer(crs, style: styles.conflicts),
      OutputTable.compliant(run.compliant, in: language)
        .packageLayer(crs, style: styles.compliant),
      OutputTable.candidates(of: run, in: language).packageLayer(crs, style: styles.candidates),
      OutputTable.serviceAreas(of: run).packageLayer(crs, style: styles.serviceAreas),
    ]
    if run.layout.sensitivity.alternatives != nil {
      layers.append(
        OutputTable.alternatives(of: run).packageLayer(crs, style: styles.alternatives))
    }
    return layers + inputLayers(of: run, crs, styles)
  }

  private static func findingLayers(
    _ findings: OutputTable, _ crs: CRSIdentifier, _ styles: PackageStyles
  ) -> [OutputLayer] {
    let rows = Array(0..<findings.count)
    let geometry = findings.geometry
    let places = GeometryColumn(
      rows.map { row in
        let box = geometry.boundingBox(ofRow: row)
        return box.isEmpty || !box.centre.isFinite ? Geometry.null : .point(box.centre)
      })
    return [
      findings.packageLayer(
        crs, kind: .point, geometry: places, style: styles.findings),
      findings.selecting(rows.filter { geometry.kinds[$0] == .line })
        .packageLayer(crs, named: "findings_lines", kind: .line, style: styles.findingLines),
      findings.selecting(rows.filter { geometry.kinds[$0] == .polygon })
        .packageLayer(crs, named: "findings_areas", style: styles.findingAreas),
    ]
  }

  /// Counties and constraints with id and name; their other attributes stay in the source.
  private static func inputLayers(
    of run: RunResult, _ crs: CRSIdentifier, _ styles: PackageStyles
  ) -> [OutputLayer] {
    let constraints = run.constraints.map(\.key)
    return run.layers.filter { $0.role == .administrative || constraints.contains($0.key) }
      .map { layer in
        var table = OutputTable(
          name: "input_\(layer.key)", title: layer.title, geometry: layer.projected.geometry)
        table.append("id", .text(layer.projected.ids.map(\.text)))
        let names = layer.column(for: "name")
        table.append("name", .text((0..<table.count).map { names?.text(at: $0) }))
        table.append("synthetic", .flag(Array(repeating: layer.isSynthetic, count: table.count)))
        let kind = layer.projected.geometry.kinds.first { $0 != .null } ?? .polygon
        return table.packageLayer(crs, kind: kind, style: styles.input(layer, kind: kind))
      }
  }
}
