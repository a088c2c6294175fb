import LandModel

/// A square with its lower left corner and side, anticlockwise and closed.
func square(_ x: Double, _ y: Double, side: Double = 10) -> [XY] {
  [XY(x, y), XY(x + side, y), XY(x + side, y + side), XY(x, y + side), XY(x, y)]
}

/// A 10 m square with a 2 m hole in its middle.
let frame = Geometry.polygon(rings: [square(0, 0), square(4, 4, side: 2).reversed()])

/// Two triangles that meet in a point, written as one ring.
let bowTie = Geometry.polygon(rings: [[XY(0, 0), XY(2, 2), XY(2, 0), XY(0, 2), XY(0, 0)]])
