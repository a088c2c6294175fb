import LandModel

/// Features as they are read, in the columns of a layer.
struct FeatureColumns {
  private(set) var geometry = GeometryColumn()
  private var attributes = AttributeColumns()
  /// For each row the member `id` as an integer that can number a feature, or nil.
  private var numbers: [Int64?] = []
  /// The ids as texts, once one of them is not such an integer.
  private var idTexts: [String?]?
  private var hasIDs = false
  /// For each row the place of its feature in the file, from 0.
  private var places: [Int64] = []
  private(set) var notes = GeoJSONNotes()
  /// Whether each member of a collection becomes a row of its own.
  private let splitsCollections: Bool

  init(splitsCollections: Bool = false) { self.splitsCollections = splitsCollections }

  var count: Int { geometry.count }

  /// Adds the feature that a reader has just read.
  mutating func append(from reader: borrowing FeatureReader) throws(LayerStoreError) {
    let scratch = reader.feature.geometry
    notes.add(scratch, row: geometry.count, geometryOf: reader)
    guard splitsCollections, !scratch.members.isEmpty else {
      return try append(scratch.geometry, from: reader)
    }
    for member in scratch.members.indices {
      try append(scratch.geometry(ofMember: member), from: reader)
    }
  }

  private mutating func append(
    _ value: Geometry, from reader: borrowing FeatureReader
  ) throws(LayerStoreError) {
    let row = geometry.count
    let cursor = reader.cursor
    places.append(Int64(reader.featureCount - 1))
    append(id: reader.feature.id, row: row, in: cursor)
    do throws(JSONStop) {
      try attributes.append(reader.feature.attributes, row: row, in: cursor)
    } catch {
      throw .brokenJSON(
        file: reader.file,
        place: reader.place(of: error.position, feature: reader.featureCount),
        fault: JSONFault(error, in: cursor))
    }
    geometry.append(value)
    if row == 1000 { reserve(by: reader.size) }
  }

  /// Makes room for the rest of a file by what its first part took.
  private mutating func reserve(by size: (whole: Int?, read: Int)) {
    guard let whole = size.whole, size.read > 0 else { return }
    // A twentieth more, for features are not all of one length.
    let factor = 1.05 * Double(whole) / Double(size.read)
    geometry.reserveCapacity(
      rows: Int(Double(geometry.count) * factor),
      positions: Int(Double(geometry.positions.count) * factor))
  }

  private mutating func append(id: JSONToken?, row: Int, in cursor: JSONCursor) {
    let number =
      id.flatMap { $0.kind == .integer ? cursor.integer(of: $0) : nil }.flatMap {
        $0 < 0 ? nil : $0
      }
    if let id, id.kind != .null {
      hasIDs = true
      if number == nil, idTexts == nil { idTexts = numbers.map { $0.map { "\($0)" } } }
    }
    numbers.append(number)
    guard idTexts != nil else { return }
    idTexts?.append(id.flatMap { $0.kind == .null ? nil : cursor.string(of: $0) })
  }

  /// The layer that the features make.
  consuming func sourceLayer(address: LayerAddress, crs: CRSIdentifier?) -> SourceLayer {
    let table = attributes.table(rows: geometry.count, ids: idTexts)
    var remarks = LayerRemarks()
    remarks.add(notes, repeats: attributes.rowsWithRepeats)
    return SourceLayer(
      address: address, crs: crs, geometry: geometry, numbers: featureNumbers(table),
      attributes: table, remarks: remarks.remarks)
  }

  /// The ids where all are integers, else an integer attribute `id`; a row without one has its place in
  /// the file, from 0.
  private func featureNumbers(_ table: AttributeTable) -> [Int64] {
    if idTexts == nil, hasIDs {
      return numbers.enumerated().map { $0.element ?? places[$0.offset] }
    }
    if case .integer(let ids) = table["id"] {
      return ids.enumerated().map { $0.element ?? places[$0.offset] }
    }
    return places
  }
}
