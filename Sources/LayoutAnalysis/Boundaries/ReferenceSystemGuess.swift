package import LandModel

/// Tells the reference system of positions by their magnitudes, where nobody declares any.
package enum ReferenceSystemGuess {
  /// The one system that positions fit; nil where they fit none, or several.
  ///
  /// Degrees are taken for CGCS2000, which WGS 84 differs from by decimetres at most. Positions with the
  /// second ordinate first fit the system that they have after a swap; the swap is for a person to make.
  ///
  /// - Parameters:
  ///   - box: the positions as stored.
  ///   - area: longitudes and latitudes where they must lie; nil for China, by which the zone of eastings
  ///     without prefix cannot be told.
  package static func system(of box: BoundingBox, in area: BoundingBox? = nil) -> CRSIdentifier? {
    guard !box.isEmpty else { return nil }
    let area = area ?? Placement.china
    if area.contains(box.centre) { return CRSIdentifier(epsg: 4490) }
    switch CoordinateReading(of: box.centre, in: area, otherThan: CRSIdentifier("")) {
    case .degrees: return CRSIdentifier(epsg: 4490)
    case .grid(let epsg, _): return CRSIdentifier(epsg: epsg)
    case .gridOfUnknownZone, nil: return nil
    }
  }
}
