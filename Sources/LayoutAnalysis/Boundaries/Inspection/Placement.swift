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
    // Nearly all rows lie inside: only what does not is kept.
    var rowsOutside: [Int] = []
    var strays: [(row: Int, box: BoundingBox?)] = []
    var rowCount = 0
    Self.forEachPlacedRow(of: view) { row, box in
      rowCount += 1
      if let box, area.contains(box) { return }
      if box != nil { rowsOutside.append(row) }
      if box.map({ !area.meets($0) }) ?? true { strays.append((row, box)) }
    }
    self.rowsOutside = rowsOutside
    self.rowCount = rowCount
    isWholeLayerOutside = !strays.isEmpty && strays.count == rowCount
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
  }

  /// Visits the rows to be judged with their boxes on the grid: the sound ones, or all where none is,
  /// because a self-crossing has a place too; and those that the projection lost, without a box.
  private static func forEachPlacedRow(
    of view: LayerView, _ visit: (_ row: Int, _ box: BoundingBox?) -> Void
  ) {
    let centres = view.input.source?.rawCentres ?? []
    let (sound, boxes, column) = (view.soundRows, view.boxes, view.column)
    var next = 0
    for row in 0..<view.layer.count {
      if next < sound.count, sound[next] == row {
        next += 1
        visit(row, boxes[row])
        continue
      }
      let range = column.range(ofRow: row)
      guard !range.isEmpty else { continue }
      if range.allSatisfy({ column.positions[$0].isFinite }) {
        if sound.isEmpty { visit(row, column.boundingBox(ofRow: row)) }
      } else if !centres.isEmpty, centres[row].isFinite {
        // Not finite on the grid, but finite in the file: the projection could not express it.
        visit(row, nil)
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
