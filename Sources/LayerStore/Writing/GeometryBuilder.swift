internal import CGDAL
import LandModel

/// Makes OGR geometries from the rows of a column, whole coordinate runs at a time.
struct GeometryBuilder {
  /// What a layer declares: the kind, and whether every row is a collection of parts.
  enum Declared: Equatable {
    case one(GeometryKind, isMulti: Bool)
    /// No geometry at all.
    case none
    /// Rows of several kinds.
    case mixed
  }

  let column: GeometryColumn
  let declared: Declared
  /// Polygons as their closed boundary lines, for drawings.
  let drawsBoundaries: Bool

  init(_ layer: OutputLayer, drawsBoundaries: Bool = false) {
    column = layer.geometry
    self.drawsBoundaries = drawsBoundaries
    var present: GeometryKind? = layer.kind
    var (isMulti, isMixed) = (false, false)
    for row in 0..<column.count where column.kinds[row] != .null {
      if present == nil { present = column.kinds[row] }
      if column.kinds[row] != present { isMixed = true }
      if column.parts(ofRow: row).count > 1 { isMulti = true }
    }
    if isMixed {
      declared = .mixed
    } else if let present, present != .null {
      declared = .one(present, isMulti: isMulti)
    } else {
      declared = .none
    }
  }

  /// OGR's type of the layer.
  var layerType: OGRwkbGeometryType {
    switch declared {
    case .none: wkbNone
    case .mixed: wkbUnknown
    case .one(let kind, let isMulti): Self.type(kind, isMulti: isMulti)
    }
  }

  private static func type(_ kind: GeometryKind, isMulti: Bool) -> OGRwkbGeometryType {
    switch kind {
    case .null: wkbNone
    case .point: isMulti ? wkbMultiPoint : wkbPoint
    case .line: isMulti ? wkbMultiLineString : wkbLineString
    case .polygon: isMulti ? wkbMultiPolygon : wkbPolygon
    }
  }

  /// A new geometry of a row, owned by the caller; nil for a row without one.
  func geometry(ofRow row: Int) -> OGRGeometryH? {
    let kind = column.kinds[row]
    guard kind != .null else { return nil }
    let parts = column.parts(ofRow: row)
    if kind == .polygon && drawsBoundaries { return unsafe boundaries(ofRow: row) }
    let isMulti =
      if case .one(_, isMulti: let all) = declared { all } else { parts.count > 1 }
    guard isMulti || parts.isEmpty else {
      return unsafe part(parts.lowerBound, kind: kind)
    }
    let whole = unsafe OGR_G_CreateGeometry(Self.type(kind, isMulti: isMulti))
    for index in parts { unsafe OGR_G_AddGeometryDirectly(whole, part(index, kind: kind)) }
    return unsafe whole
  }

  private func boundaries(ofRow row: Int) -> OGRGeometryH? {
    let whole = unsafe OGR_G_CreateGeometry(wkbMultiLineString)
    for ring in column.rings(ofRow: row) {
      unsafe OGR_G_AddGeometryDirectly(whole, run(ring, as: wkbLineString))
    }
    return unsafe whole
  }

  private func part(_ index: Int, kind: GeometryKind) -> OGRGeometryH? {
    let rings = column.rings(ofPart: index)
    switch kind {
    case .point: return unsafe run(rings.lowerBound, as: wkbPoint)
    case .line: return unsafe run(rings.lowerBound, as: wkbLineString)
    default:
      let polygon = unsafe OGR_G_CreateGeometry(wkbPolygon)
      for ring in rings { unsafe OGR_G_AddGeometryDirectly(polygon, run(ring, as: wkbLinearRing)) }
      return unsafe polygon
    }
  }

  /// One run of positions.
  ///
  /// Wraps `OGR_G_SetPoints` with the column's own stride.
  private func run(_ ring: Int, as type: OGRwkbGeometryType) -> OGRGeometryH? {
    let range = column.range(ofRing: ring)
    let made = unsafe OGR_G_CreateGeometry(type)
    unsafe column.positions.withUnsafeBytes { bytes in
      let stride = MemoryLayout<XY>.stride
      guard let base = bytes.baseAddress, !range.isEmpty else { return }
      let x = unsafe base + range.lowerBound * stride
      let y = unsafe x + MemoryLayout<Double>.stride
      unsafe OGR_G_SetPoints(
        made, Int32(range.count), x, Int32(stride), y, Int32(stride), nil, 0)
    }
    return unsafe made
  }
}
