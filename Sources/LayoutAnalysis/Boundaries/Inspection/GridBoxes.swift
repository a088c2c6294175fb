import LandModel

/// Boxes taken from a grid to degrees and back, by positions along their edges.
enum GridBoxes {
  /// Positions on each edge; between them an edge bends by metres, which no rule here can notice.
  private static let steps = 16

  /// The longitudes and latitudes that a box on a grid spans.
  static func geodetic(_ box: BoundingBox, on grid: GaussKrugerGrid) -> BoundingBox {
    image(of: box, by: grid.geodetic)
  }

  /// The eastings and northings that a box of degrees spans.
  static func projected(_ box: BoundingBox, on grid: GaussKrugerGrid) -> BoundingBox {
    image(of: box, by: grid.projected)
  }

  private static func image(of box: BoundingBox, by transform: (XY) -> XY) -> BoundingBox {
    var image = BoundingBox.empty
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (x, y) = (box.minX + share * box.width, box.minY + share * box.height)
      for position in [XY(x, box.minY), XY(x, box.maxY), XY(box.minX, y), XY(box.maxX, y)] {
        image.extend(to: transform(position))
      }
    }
    return image
  }
}
