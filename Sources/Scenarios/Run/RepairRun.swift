import Foundation
package import LandModel
import LayerStore
package import LayoutAnalysis

/// A layer repaired in its own reference system, and the same validation before and after.
package struct RepairRun: Sendable {
  package let grid: GaussKrugerGrid
  /// Reference system of the layer as read and as it will be written.
  package let crs: CRSIdentifier
  package let parameters: RepairParameters
  /// The file the layer was read from.
  package let source: LayerAddress
  package let before: BoundaryResult
  package let repair: RepairResult
  /// The validation of the repaired layer, as anyone has it who reads the output.
  package let rest: ValidationRun
  /// The repaired geometries in the layer's own reference system: untouched vertices as they were read.
  package let geometry: GeometryColumn
  package let attributes: AttributeTable
  /// Feature numbers that the file states itself, one for each feature left; nil where it states none.
  package let numbers: [Int64]?

  /// What is still wrong.
  package var after: BoundaryResult { rest.result }

  /// Writes the repaired layer; it appears whole or not at all.
  ///
  /// - Returns: what the format could not hold as given.
  /// - Throws: ``ScenarioError/outputIsInput(file:)``, or ``LayerStoreError``.
  package func write(to file: String, replacing: Bool) throws -> [LocalizedText] {
    let format = try OutputFormat(file: file)
    try refuseInput(file)
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    return try LayerWriter.write(
      [
        OutputLayer(
          name: name, crs: crs, geometry: geometry, attributes: attributes, numbers: numbers,
          keepsRings: true)
      ],
      to: file, format: format, replacing: replacing, precision: .shortest)
  }

  /// Refuses an output that would replace what was read, by whatever path; side files of a Shapefile have
  /// its name and another ending.
  package func refuseInput(_ file: String) throws {
    func resolved(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath() }
    let (input, output) = (resolved(source.file), resolved(file))
    guard input != output,
      input.deletingPathExtension() != output.deletingPathExtension()
        || !Self.endingsOfShapefile.contains(output.pathExtension.lowercased())
        || !Self.endingsOfShapefile.contains(input.pathExtension.lowercased())
    else { throw ScenarioError.outputIsInput(file: file) }
  }

  private static let endingsOfShapefile: Set<String> = ["shp", "shx", "dbf", "prj", "cpg"]
}
