import LandModel

/// What a reader of GeoJSON found odd and had to leave out, to be told in remarks.
struct GeoJSONNotes {
  /// A geometry object that cannot be taken for one.
  struct Faulty: Equatable {
    let place: JSONPlace
    let fault: GeometryFault
  }

  /// Rows whose heights or measures were left out.
  private(set) var rowsWithHeights = 0
  /// Rows that state no geometry.
  private(set) var rowsWithout = 0
  /// Rows of a mixed collection, kept without geometry.
  private(set) var mixedRows: [Int] = []
  /// Rows with a polygon that has a ring which does not end where it begins.
  private(set) var unclosedRows: [Int] = []
  private(set) var faultyRows: [Int] = []
  /// The first of them, with their places.
  private(set) var faults: [Faulty] = []

  /// Faults told one by one; beyond that only their number.
  static let mostFaults = 5

  /// Takes note of the geometry that a reader has just read.
  mutating func add(
    _ geometry: GeometryScratch, row: Int, geometryOf reader: borrowing FeatureReader
  ) {
    if geometry.hasHeights { rowsWithHeights += 1 }
    if geometry.isMixed { mixedRows.append(row) }
    if geometry.hasUnclosedRing { unclosedRows.append(row) }
    if !geometry.isStated { rowsWithout += 1 }
    guard let found = geometry.fault else { return }
    faultyRows.append(row)
    guard faults.count < Self.mostFaults else { return }
    let place = reader.place(of: found.position, feature: reader.featureCount)
    faults.append(Faulty(place: place, fault: found.fault))
  }
}

extension LayerRemarks {
  /// - Parameter repeats: rows that state an attribute twice.
  mutating func add(_ notes: GeoJSONNotes, repeats: [Int]) {
    addHeights(ofRows: notes.rowsWithHeights)
    addMissingGeometry(ofRows: notes.rowsWithout)
    if !notes.faultyRows.isEmpty {
      let count = notes.faultyRows.count
      let more = count > notes.faults.count ? " …" : ""
      add(
        .unreadable, rows: notes.faultyRows,
        count.counted("feature has", "features have")
          + " a geometry that is none, read without it: "
          + notes.faults.map(\.english).joined(separator: "; ") + more,
        "\(count) 个要素的几何不成立，按无几何读取：" + notes.faults.map(\.chinese).joined(separator: "；")
          + more)
    }
    addMixed(rows: notes.mixedRows)
    if !notes.unclosedRows.isEmpty {
      add(
        .note, rows: notes.unclosedRows,
        notes.unclosedRows.count.counted("feature has", "features have")
          + " a ring that does not end where it begins; it is read as it stands.",
        "\(notes.unclosedRows.count) 个要素的环首尾不闭合，按原样读取。")
    }
    if !repeats.isEmpty {
      add(
        .loss, rows: repeats,
        repeats.count.counted("feature states", "features state")
          + " an attribute twice; the last value is taken.",
        "\(repeats.count) 个要素重复给出同一属性，取最后一个值。")
    }
  }
}

extension GeoJSONNotes.Faulty {
  fileprivate var english: String {
    let text =
      switch fault {
      case .notAnObject: "the geometry is neither an object nor null"
      case .typeMissing: "the geometry has no type"
      case .unknownType: "the type is none of the seven of GeoJSON"
      case .coordinatesMissing: "the geometry has no coordinates"
      case .notAnArray: "the coordinates are no array"
      case .coordinates(let type): "these are not the coordinates of a \(type)"
      }
    return "line \(place.line), column \(place.column): \(text)"
  }

  fileprivate var chinese: String {
    let text =
      switch fault {
      case .notAnObject: "几何既不是对象也不是 null"
      case .typeMissing: "几何缺少 type"
      case .unknownType: "type 不是 GeoJSON 的七种类型之一"
      case .coordinatesMissing: "几何缺少坐标"
      case .notAnArray: "坐标不是数组"
      case .coordinates(let type): "坐标与 \(type) 不符"
      }
    return "第 \(place.line) 行第 \(place.column) 列：\(text)"
  }
}
