internal import CGDAL
import LandModel

/// Copies OGR geometries into a geometry column, whole coordinate runs at a time.
///
/// Rings are taken as stored: not closed, not reversed, not cleaned. What a column cannot hold (Z, M,
/// arcs, mixed collections) is counted, to be told in a remark.
@safe struct GeometryCollector {
  private(set) var column = GeometryColumn()
  /// Room for the positions of one ring, which GDAL fills.
  private var scratch: [XY] = []
  /// Rows whose heights or measures were left out.
  private(set) var rowsWithHeights = 0
  /// Rows with circular arcs, replaced by chords.
  private(set) var rowsWithArcs: [Int] = []
  /// Rows without a geometry, or with one that the driver could not read.
  private(set) var rowsWithout: [Int] = []
  /// Rows of a mixed collection, kept without geometry.
  private(set) var mixedRows: [Int] = []

  /// How arcs are replaced.
  let stroker: ArcStroker
  /// Whether members of a collection are rows of their own.
  let splitsCollections: Bool

  init(stroker: ArcStroker = .metres, splitsCollections: Bool = false) {
    self.stroker = stroker
    self.splitsCollections = splitsCollections
  }

  mutating func reserveCapacity(rows: Int) { column.reserveCapacity(rows: rows, positions: rows) }

  /// Makes room for a layer by what its first rows took, so that columns do not grow by doubling.
  ///
  /// - Parameters:
  ///   - rows: how many there will be, as the file claims.
  ///   - bytes: size of the file, which bounds what it can hold: a position takes 16 in a binary format.
  mutating func reserve(forRows rows: Int, bytes: Int) {
    guard column.count > 0, rows > column.count else { return }
    // A twentieth more, for rows are not all of one length.
    let factor = 1.05 * Double(rows) / Double(column.count)
    let positions = min(Double(column.positions.count) * factor, Double(bytes / 16))
    column.reserveCapacity(rows: rows, positions: Int(positions))
  }

  /// Adds the geometry of the next feature, in one row, or in one for each member of a collection where
  /// collections are split; nil is a row without one.
  mutating func append(_ geometry: OGRGeometryH?) {
    guard let geometry = unsafe geometry else {
      rowsWithout.append(column.count)
      column.endRow(.null)
      return
    }
    let type = unsafe OGR_G_GetGeometryType(geometry)
    if type == wkbPolygon {
      // Nearly all geometries of plans: neither heights nor arcs, and nothing but rings within.
      unsafe appendRings(of: geometry)
      column.endRow(.polygon)
      return
    }
    if unsafe OGR_G_Is3D(geometry) != 0 || OGR_G_IsMeasured(geometry) != 0 { rowsWithHeights += 1 }
    unsafe appendSplit(geometry)
  }

  private mutating func appendSplit(_ geometry: OGRGeometryH) {
    let type = unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    if splitsCollections, type == wkbGeometryCollection {
      unsafe appendMembers(of: geometry)
    } else {
      unsafe appendRow(geometry)
    }
  }

  /// Adds each member as a row; a collection without members is an empty geometry of no stated kind,
  /// kept as no points.
  private mutating func appendMembers(of collection: OGRGeometryH) {
    let count = unsafe OGR_G_GetGeometryCount(collection)
    if count == 0 { column.endRow(.point) }
    for index in 0..<count {
      guard let member = unsafe OGR_G_GetGeometryRef(collection, index) else { continue }
      unsafe appendSplit(member)
    }
  }

  private mutating func appendRow(_ geometry: OGRGeometryH) {
    if unsafe OGR_G_HasCurveGeometry(geometry, 1) != 0 { rowsWithArcs.append(column.count) }
    guard let kind = unsafe Self.kind(of: geometry) else {
      mixedRows.append(column.count)
      column.endRow(.null)
      return
    }
    unsafe appendParts(of: geometry)
    column.endRow(kind)
  }

  /// The kind of a geometry; null for an empty collection, nil for one that mixes kinds.
  private static func kind(of geometry: OGRGeometryH) -> GeometryKind? {
    switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) {
    case wkbPoint, wkbMultiPoint: return .point
    case wkbLineString, wkbMultiLineString, wkbLinearRing: return .line
    case wkbCircularString, wkbCompoundCurve, wkbMultiCurve: return .line
    case wkbPolygon, wkbMultiPolygon, wkbTriangle, wkbTIN, wkbPolyhedralSurface: return .polygon
    case wkbCurvePolygon, wkbMultiSurface: return .polygon
    case wkbGeometryCollection:
      var common: GeometryKind = .null
      for index in 0..<(unsafe OGR_G_GetGeometryCount(geometry)) {
        guard let member = unsafe OGR_G_GetGeometryRef(geometry, index),
          let kind = unsafe kind(of: member)
        else { return nil }
        if kind == .null { continue }
        if common == .null { common = kind } else if common != kind { return nil }
      }
      return common
    default: return nil
    }
  }

  /// Adds the parts of a geometry, through collections; empty members give no part.
  private mutating func appendParts(of geometry: OGRGeometryH) {
    switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) {
    case wkbPoint:
      guard unsafe OGR_G_IsEmpty(geometry) == 0 else { return }
      column.append(unsafe XY(OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)))
      column.endRing()
      column.endPart()
    case wkbLineString, wkbLinearRing, wkbCircularString, wkbCompoundCurve:
      guard unsafe appendRing(geometry) else { return }
      column.endPart()
    case wkbPolygon, wkbTriangle, wkbCurvePolygon:
      unsafe appendRings(of: geometry)
    default:
      for index in 0..<(unsafe OGR_G_GetGeometryCount(geometry)) {
        guard let member = unsafe OGR_G_GetGeometryRef(geometry, index) else { continue }
        unsafe appendParts(of: member)
      }
    }
  }

  /// Adds the rings of a polygon as a part, unless there are none.
  private mutating func appendRings(of polygon: OGRGeometryH) {
    let isPlain = unsafe OGR_G_GetGeometryType(polygon) == wkbPolygon
    var rings = 0
    for index in 0..<(unsafe OGR_G_GetGeometryCount(polygon)) {
      guard let ring = unsafe OGR_G_GetGeometryRef(polygon, index) else { continue }
      guard isPlain ? unsafe appendLine(ring) : unsafe appendRing(ring) else { continue }
      if isPlain { column.endRing() }
      rings += 1
    }
    if rings > 0 { column.endPart() }
  }

  /// Adds a line or ring, its arcs replaced; nothing for an empty one.
  private mutating func appendRing(_ ring: OGRGeometryH) -> Bool {
    switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(ring)) {
    case wkbCircularString, wkbCompoundCurve:
      var positions: [XY] = []
      unsafe appendCurve(ring, to: &positions)
      for position in positions { column.append(position) }
      guard !positions.isEmpty else { return false }
    default:
      guard unsafe appendLine(ring) else { return false }
    }
    column.endRing()
    return true
  }

  /// Adds the positions of a curve; its first one only where it is not the last one there.
  private func appendCurve(_ curve: OGRGeometryH, to positions: inout [XY]) {
    let type = unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(curve))
    if type == wkbCompoundCurve {
      for index in 0..<(unsafe OGR_G_GetGeometryCount(curve)) {
        guard let member = unsafe OGR_G_GetGeometryRef(curve, index) else { continue }
        unsafe appendCurve(member, to: &positions)
      }
      return
    }
    let points = (0..<(unsafe OGR_G_GetPointCount(curve))).map { index in
      unsafe XY(OGR_G_GetX(curve, index), OGR_G_GetY(curve, index))
    }
    guard let first = points.first else { return }
    if positions.last != first { positions.append(first) }
    guard type == wkbCircularString else {
      positions += points.dropFirst()
      return
    }
    var index = 0
    while index + 2 < points.count {
      stroker.appendArc(
        from: points[index], through: points[index + 1], to: points[index + 2], to: &positions)
      index += 2
    }
    // An even number of points is no row of arcs; what is left over is kept as it is.
    positions += points[(index + 1)...]
  }

  /// Copies the positions of a line or linear ring.
  ///
  /// Wraps `OGR_G_GetPoints` with the column's own stride.
  private mutating func appendLine(_ ring: OGRGeometryH) -> Bool {
    let count = Int(unsafe OGR_G_GetPointCount(ring))
    guard count > 0 else { return false }
    if scratch.count < count { scratch = Array(repeating: XY(0, 0), count: 2 * count) }
    unsafe scratch.withUnsafeMutableBytes { bytes in
      let stride = MemoryLayout<XY>.stride
      guard let x = bytes.baseAddress else { return }
      let y = unsafe x + MemoryLayout<Double>.stride
      unsafe OGR_G_GetPoints(ring, x, Int32(stride), y, Int32(stride), nil, 0)
    }
    column.append(contentsOf: scratch[..<count])
    return true
  }
}
