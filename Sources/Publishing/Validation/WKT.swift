import LandModel
import LayerStore

/// Geometry as well-known text (OGC 06-103r4, clause 7), longitude and latitude in degrees.
enum WKT {
  /// The text of a geometry on the grid; empty where it has no position or one that is not finite.
  static func text(of geometry: Geometry, on grid: GaussKrugerGrid) -> String {
    guard !geometry.isEmpty, geometry.positions.allSatisfy(\.isFinite) else { return "" }
    let isSingle = geometry.partCount == 1
    let parts = (0..<geometry.partCount).map { part in
      let rings = geometry.rings(ofPart: part).map { ring in
        "("
          + geometry.positions[geometry.range(ofRing: ring)].map { position($0, grid) }
          .joined(separator: ",") + ")"
      }
      return geometry.kind == .polygon ? "(" + rings.joined(separator: ",") + ")" : rings.joined()
    }
    let name =
      switch geometry.kind {
      case .null: ""
      case .point: "POINT"
      case .line: "LINESTRING"
      case .polygon: "POLYGON"
      }
    guard !name.isEmpty else { return "" }
    return isSingle ? "\(name) \(parts[0])" : "MULTI\(name) (\(parts.joined(separator: ",")))"
  }

  private static func position(_ position: XY, _ grid: GaussKrugerGrid) -> String {
    let geodetic = grid.geodetic(position)
    return DecimalText.text(geodetic.x, decimals: Rounding.degrees) + " "
      + DecimalText.text(geodetic.y, decimals: Rounding.degrees)
  }
}
