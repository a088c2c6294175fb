internal import CGDAL
import LandModel

/// Copies OGR geometries into a geometry column, whole coordinate runs at a time.
///
/// Rings are taken as stored: not closed, not reversed, not cleaned. What a column cannot hold (Z, M,
/// arcs, mixed collections) is counted, to be told in a remark.
@safe struct GeometryCollector {
  private(set) var column = GeometryColumn()
  /// Rows whose heights or measures were left out.
  private(set) var rowsWithHeights = 0
  /// Rows with circular arcs, stroked at ``ArcStroking/stepDegrees``.
  private(set) var rowsWithArcs: [Int] = []
  /// Rows without a geometry, or with one that the driver could not read.
  private(set) var rowsWithout: [Int] = []
  /// Rows of a mixed collection, kept without geometry.
  private(set) var mixedRows: [Int] = []

  /// Rows of closed lines that were taken for the polygons they bound.
  private(set) var rowsOfClosedLines = 0
  /// A drawing has no polygons: its closed lines are areas (domain facts §3.5).
  let takesClosedLinesForPolygons: Bool
  /// Whether members of a collection are rows of their own.
  let splitsCollections: Bool

  init(takesClosedLinesForPolygons: Bool = false, splitsCollections: Bool = false) {
    self.takesClosedLinesForPolygons = takesClosedLinesForPolygons
    self.splitsCollections = splitsCollections
  }

  mutating func reserveCapacity(rows: Int) { column.reserveCapacity(rows: rows, positions: rows) }

  /// Adds the geometry of the next feature, in one row, or in one for each member of a collection where
  /// collections are split; nil is a row without one.
  mutating func append(_ geometry: OGRGeometryH?) {
    guard let geometry = unsafe geometry else {
      rowsWithout.append(column.count)
      column.endRow(.null)
      return
    }
    if unsafe OGR_G_Is3D(geometry) != 0 || OGR_G_IsMeasured(geometry) != 0 { rowsWithHeights += 1 }
    guard unsafe OGR_G_HasCurveGeometry(geometry, 0) != 0 else {
      unsafe appendLinear(geometry)
      return
    }
    if unsafe OGR_G_HasCurveGeometry(geometry, 1) != 0 { rowsWithArcs.append(column.count) }
    let linear = unsafe OGR_G_GetLinearGeometry(geometry, ArcStroking.stepDegrees, nil)
    defer { unsafe OGR_G_DestroyGeometry(linear) }
    guard let linear = unsafe linear else {
      rowsWithout.append(column.count)
      column.endRow(.null)
      return
    }
    unsafe appendLinear(linear)
  }

  private mutating func appendLinear(_ geometry: OGRGeometryH) {
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
      unsafe appendLinear(member)
    }
  }

  private mutating func appendRow(_ geometry: OGRGeometryH) {
    guard let kind = unsafe Self.kind(of: geometry) else {
      mixedRows.append(column.count)
      column.endRow(.null)
      return
    }
    let firstRing = column.ringEnds.count
    unsafe appendParts(of: geometry)
    if takesClosedLinesForPolygons, kind == .line, isClosed(from: firstRing) {
      rowsOfClosedLines += 1
      column.endRow(.polygon)
    } else {
      column.endRow(kind)
    }
  }

  /// Whether every line from a ring number on ends where it began and bounds an area.
  private func isClosed(from firstRing: Int) -> Bool {
    guard firstRing < column.ringEnds.count else { return false }
    return (firstRing..<column.ringEnds.count).allSatisfy { ring in
      let range = column.range(ofRing: ring)
      return range.count >= 4
        && column.positions[range.lowerBound] == column.positions[range.upperBound - 1]
    }
  }

  /// The kind of a geometry; null for an empty collection, nil for one that mixes kinds.
  private static func kind(of geometry: OGRGeometryH) -> GeometryKind? {
    switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) {
    case wkbPoint, wkbMultiPoint: return .point
    case wkbLineString, wkbMultiLineString, wkbLinearRing: return .line
    case wkbPolygon, wkbMultiPolygon, wkbTriangle, wkbTIN, wkbPolyhedralSurface: return .polygon
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
    case wkbLineString, wkbLinearRing:
      guard unsafe appendRing(geometry) else { return }
      column.endPart()
    case wkbPolygon, wkbTriangle:
      var rings = 0
      for index in 0..<(unsafe OGR_G_GetGeometryCount(geometry)) {
        guard let ring = unsafe OGR_G_GetGeometryRef(geometry, index) else { continue }
        if unsafe appendRing(ring) { rings += 1 }
      }
      if rings > 0 { column.endPart() }
    default:
      for index in 0..<(unsafe OGR_G_GetGeometryCount(geometry)) {
        guard let member = unsafe OGR_G_GetGeometryRef(geometry, index) else { continue }
        unsafe appendParts(of: member)
      }
    }
  }

  /// Copies the positions of a line or ring.
  ///
  /// Wraps `OGR_G_GetPoints` with the column's own stride.
  private mutating func appendRing(_ ring: OGRGeometryH) -> Bool {
    let count = Int(unsafe OGR_G_GetPointCount(ring))
    guard count > 0 else { return false }
    column.appendPositions(count: count) { positions, range in
      unsafe positions.withUnsafeMutableBytes { bytes in
        let stride = MemoryLayout<XY>.stride
        guard let base = bytes.baseAddress else { return }
        let x = unsafe base + range.lowerBound * stride
        let y = unsafe x + MemoryLayout<Double>.stride
        unsafe OGR_G_GetPoints(ring, x, Int32(stride), y, Int32(stride), nil, 0)
      }
    }
    column.endRing()
    return true
  }
}
