package import LandModel
package import LayerStore
package import LayoutAnalysis

/// A file that compliant boundaries are written to; its ending names the format.
package struct CompliantFile: Sendable {
  package let path: String
  private let format: OutputFormat

  /// - Throws: ``LayerStoreError/unknownOutputFormat(file:known:)``.
  package init(_ path: String) throws(LayerStoreError) {
    self.path = path
    format = try OutputFormat(file: path)
  }

  /// Refuses early what would be refused at the end.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)``, or
  ///   ``LayerStoreError/notWritten(file:operation:message:)`` for a folder that cannot be written.
  package func prepare(replacing: Bool) throws(LayerStoreError) {
    try WholeFile.prepare(path, replacing: replacing)
  }

  /// Writes the boundaries: GeoJSON in degrees, other formats on the working grid.
  ///
  /// - Returns: what the format could not hold as given.
  /// - Throws: ``LayerStoreError`` when the file exists and may not be replaced, or cannot be written.
  @discardableResult
  package func write(
    _ proposals: [CompliantBoundary], on grid: GaussKrugerGrid, language: Language,
    replacing: Bool
  ) throws(LayerStoreError) -> [LocalizedText] {
    // Formats for areas alone have no place for a town that has none.
    let holdsNull = format != .surveyText && format != .dxf
    let written = holdsNull ? proposals : proposals.filter(\.isPresent)
    let table = OutputTable.compliant(written, in: language, isRounded: format.isGeoJSON)
    guard format.isGeoJSON else {
      return try LayerWriter.write(
        [table.packageLayer(grid.crs)], to: path, format: format, replacing: replacing)
    }
    // CGCS2000 is realised in the same frame as WGS 84 to within a few centimetres (RFC 7946 §4).
    let degrees = table.geometry.replacingPositions(table.geometry.positions.map(grid.geodetic))
    return try LayerWriter.write(
      [table.packageLayer(CRSIdentifier(epsg: 4326), geometry: degrees)], to: path,
      format: format, replacing: replacing)
  }
}
