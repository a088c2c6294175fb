import LandModel
import Projections

/// Chooses the working grid where the user names none.
enum GridChoice {
  /// The positions' own grid, or the 3° zone round their middle when they are in another system.
  ///
  /// EPSG:4534…4554 are the zones by central meridian 75°…135°E (domain facts §3.1).
  static func grid(for positions: [XY], in system: CRSIdentifier) throws -> GaussKrugerGrid {
    if let code = system.epsg, GaussKrugerGrid(epsg: code) != nil {
      return try WorkingGrid.resolve(system.text)
    }
    let projector = try Projector(from: system, to: CRSIdentifier(epsg: 4490))
    var box = BoundingBox.empty
    for position in positions
    where position.isFinite && (!projector.isFromDegrees || position.isInRangeOfDegrees) {
      box.extend(to: position)
    }
    var middle = [box.isEmpty ? XY(0, 0) : box.centre]
    let longitude = projector.transform(&middle) == 0 ? middle[0].x : 114
    // Held to the zones before it becomes a whole number: a position may be 1e308.
    let zone = Int(min(max((longitude / 3).rounded(), 25), 45))
    return try WorkingGrid.resolve("EPSG:\(4534 + zone - 25)")
  }
}
