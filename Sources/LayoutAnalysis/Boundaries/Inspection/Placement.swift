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
  /// Rows judged with a position outside the area, ascending.
  let rowsOutside: [Int]
  /// Whether every row judged lies wholly outside, and there is one.
  let isWholeLayerOutside: Bool
  /// Explanations: one for the whole layer, or one for each row that lies wholly outside.
  let misreadings: [Misreading]
  /// Features whose axes are swapped, where those of others are not.
  let swappedCount: Int
  /// Features judged.
  let rowCount: Int

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
    self.area = area
    let rows = Self.placedRows(of: view)
    rowsOutside = rows.filter { $0.box.map { !area.contains($0) } ?? false }.map(\.row)
    let strays = rows.filter { $0.box.map { !area.meets($0) } ?? true }
    isWholeLayerOutside = !strays.isEmpty && strays.count == rows.count
    let source = view.input.source
    let used = source?.usedCRS ?? grid.crs
    let centres = source?.rawCentres ?? []
    func raw(_ stray: (row: Int, box: BoundingBox?)) -> XY {
      guard centres.isEmpty else { return centres[stray.row] }
      return Self.raw(stray.box?.centre ?? XY(.nan, .nan), on: grid, used)
    }
    if isWholeLayerOutside {
      let rawBox = source?.rawBoundingBox ?? .empty
      let position = rawBox.isEmpty ? raw(strays[0]) : rawBox.centre
      misreadings =
        CoordinateReading(of: position, in: likely, otherThan: used)
        .map { [Misreading(row: nil, reading: $0, used: used)] } ?? []
    } else {
      misreadings = strays.compactMap { stray in
        CoordinateReading(of: raw(stray), in: likely, otherThan: used)
          .map { Misreading(row: stray.row, reading: $0, used: used) }
      }
    }
    swappedCount = misreadings.count { $0.row != nil && $0.reading.isSwapped }
    rowCount = rows.count
  }

  /// Rows to be judged and their boxes on the grid: the sound ones, or all where none is, because a
  /// self-crossing has a place too; and those that the projection lost, without a box.
  private static func placedRows(of view: LayerView) -> [(row: Int, box: BoundingBox?)] {
    let centres = view.input.source?.rawCentres ?? []
    var sound = view.soundRows[...]
    let isAnySound = !sound.isEmpty
    return (0..<view.layer.count).compactMap { row in
      if sound.first == row {
        sound.removeFirst()
        return (row, view.boxes[row])
      }
      let range = view.column.range(ofRow: row)
      guard !range.isEmpty else { return nil }
      if range.allSatisfy({ view.column.positions[$0].isFinite }) {
        return isAnySound ? nil : (row, view.column.boundingBox(ofRow: row))
      }
      // Not finite on the grid, but finite in the file: the projection could not express it.
      return centres.isEmpty || !centres[row].isFinite ? nil : (row, nil)
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
