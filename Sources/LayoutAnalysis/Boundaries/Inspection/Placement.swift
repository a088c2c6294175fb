import LandModel

/// Which features of a layer lie outside the working area, and what would explain it.
struct Placement: Sendable {
  /// A feature, or the whole layer, that lies nowhere near, with a reading that would put it right.
  struct Misreading: Sendable {
    /// Nil for the whole layer.
    let row: Int?
    let reading: CoordinateReading
    /// The reference system it was read in.
    let used: CRSIdentifier
  }

  /// The working area on the working grid.
  let area: BoundingBox
  /// Sound rows with a position outside the area, ascending.
  let rowsOutside: [Int]
  /// Whether every sound row lies wholly outside, and there is one.
  let isWholeLayerOutside: Bool
  /// Explanations: one for the whole layer, or one for each row that lies wholly outside.
  let misreadings: [Misreading]

  /// Area of use of CGCS2000 in the EPSG register (area 1067): longitudes and latitudes of China.
  static let china = BoundingBox(minX: 73.62, minY: 16.7, maxX: 134.77, maxY: 53.56)
  /// Degrees round the administrative boundary within which a position is not thought misread; zones lie
  /// 3° apart.
  private static let margin = 0.5

  init(of view: LayerView) {
    let grid = view.layer.grid
    let units = view.administrative?.geodeticBox
    let likely = view.parameters.workingArea ?? units ?? Self.china
    let allowed = view.parameters.workingArea ?? units?.expanded(by: Self.margin) ?? Self.china
    let area = GridBoxes.projected(allowed, on: grid)
    let boxes = view.boxes
    rowsOutside = view.soundRows.filter { !area.contains(boxes[$0]) }
    let strays = rowsOutside.filter { !area.meets(boxes[$0]) }
    isWholeLayerOutside = !strays.isEmpty && strays.count == view.soundRows.count
    self.area = area
    let source = view.input.source
    let used = source?.usedCRS ?? grid.crs
    let rawBox = source?.rawBoundingBox ?? .empty
    if isWholeLayerOutside || (view.soundRows.isEmpty && !rawBox.isEmpty) {
      let raw = rawBox.isEmpty ? Self.raw(boxes[strays[0]].centre, on: grid, used) : rawBox.centre
      misreadings =
        CoordinateReading(of: raw, in: likely, otherThan: used)
        .map { [Misreading(row: nil, reading: $0, used: used)] } ?? []
    } else {
      misreadings = strays.compactMap { row in
        let raw = Self.raw(boxes[row].centre, on: grid, used)
        return CoordinateReading(of: raw, in: likely, otherThan: used)
          .map { Misreading(row: row, reading: $0, used: used) }
      }
    }
  }

  /// The position as the file stored it, by the inverse of the transformation that was made.
  private static func raw(
    _ position: XY, on grid: GaussKrugerGrid, _ used: CRSIdentifier
  ) -> XY {
    if used == grid.crs { return position }
    let geodetic = grid.geodetic(position)
    return GaussKrugerGrid(epsg: used.epsg ?? 0).map { $0.projected(geodetic) } ?? geodetic
  }
}

extension FindingCollector {
  /// Reports the misreadings of a kind, each with the reading that would put it right.
  mutating func report(
    _ view: LayerView, message: (Placement.Misreading) -> LocalizedText,
    where isOfKind: (Placement.Misreading) -> Bool
  ) {
    for misreading in view.placement.misreadings where isOfKind(misreading) {
      report(
        rows: misreading.row.map { [$0] } ?? [],
        place: misreading.row.map { view.column.geometry(ofRow: $0) } ?? .null,
        message: message(misreading))
    }
  }
}
