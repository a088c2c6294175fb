import Foundation

/// How far, and in which direction, something lies from where it should.
package struct Displacement: Hashable, Sendable {
  package let east: Metres
  package let north: Metres

  package init(east: Metres, north: Metres) {
    self.east = east
    self.north = north
  }

  /// From one position of a grid to another.
  package init(from start: XY, to end: XY) {
    east = Metres(end.x - start.x)
    north = Metres(end.y - start.y)
  }

  package var size: Metres {
    Metres((east.value * east.value + north.value * north.value).squareRoot())
  }

  /// Degrees clockwise from north, 0 up to 360; 0 where there is no displacement.
  package var azimuth: Double {
    let degrees = atan2(east.value, north.value) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }
}
