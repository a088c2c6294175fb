import Foundation
import LandModel

/// Regular polygons for tests.
enum UnitCircle {
  /// Vertices of a regular polygon of radius 1, anticlockwise from the east.
  static func vertices(_ count: Int) -> [XY] {
    (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      return XY(cos(angle), sin(angle))
    }
  }
}
