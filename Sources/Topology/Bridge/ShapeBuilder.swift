internal import CGEOS
internal import LandModel

/// Builds GEOS geometries from the flat columns that geometries and layers share.
///
/// GEOS constructors take their parts over and free them even when they fail, so each part is given up
/// before the call.
struct ShapeBuilder {
  let positions: [XY]
  let ringEnds: [Int]
  let partEnds: [Int]
  let workspace: Workspace

  /// The shape of a run of parts of one kind.
  func shape(of kind: GeometryKind, parts: Range<Int>) throws(TopologyError) -> Shape {
    if kind == .null || parts.count != 1 { return try collection(of: kind, parts: parts) }
    return try part(parts.lowerBound, of: kind)
  }

  /// The multi-geometry of several parts, or the empty geometry of a kind.
  private func collection(
    of kind: GeometryKind, parts: Range<Int>
  ) throws(TopologyError) -> Shape {
    if parts.isEmpty || kind == .null { return try empty(of: kind) }
    var members = ShapeList(in: workspace, capacity: parts.count)
    for index in parts { members.append(try part(index, of: kind)) }
    switch kind {
    case .polygon: return try members.collected(as: GEOS_MULTIPOLYGON)
    case .line: return try members.collected(as: GEOS_MULTILINESTRING)
    case .point, .null: return try members.collected(as: GEOS_MULTIPOINT)
    }
  }

  private func empty(of kind: GeometryKind) throws(TopologyError) -> Shape {
    switch kind {
    case .null:
      try unsafe workspace.shape("GEOSGeom_createEmptyCollection_r") {
        unsafe GEOSGeom_createEmptyCollection_r($0, Int32(GEOS_GEOMETRYCOLLECTION.rawValue))
      }
    case .point:
      try unsafe workspace.shape("GEOSGeom_createEmptyPoint_r") {
        unsafe GEOSGeom_createEmptyPoint_r($0)
      }
    case .line:
      try unsafe workspace.shape("GEOSGeom_createEmptyLineString_r") {
        unsafe GEOSGeom_createEmptyLineString_r($0)
      }
    case .polygon:
      try unsafe workspace.shape("GEOSGeom_createEmptyPolygon_r") {
        unsafe GEOSGeom_createEmptyPolygon_r($0)
      }
    }
  }

  private func part(_ index: Int, of kind: GeometryKind) throws(TopologyError) -> Shape {
    let rings = (index == 0 ? 0 : partEnds[index - 1])..<partEnds[index]
    guard let first = rings.first else { return try empty(of: kind) }
    switch kind {
    case .null, .point:
      let sequence = try unsafe sequence(ofRing: first)
      return try unsafe workspace.shape("GEOSGeom_createPoint_r") {
        unsafe GEOSGeom_createPoint_r($0, sequence)
      }
    case .line:
      let sequence = try unsafe sequence(ofRing: first)
      return try unsafe workspace.shape("GEOSGeom_createLineString_r") {
        unsafe GEOSGeom_createLineString_r($0, sequence)
      }
    case .polygon:
      let shell = try ring(first)
      var holes = ShapeList(in: workspace, capacity: rings.count - 1)
      for index in rings.dropFirst() { holes.append(try ring(index)) }
      return try holes.cutting(shell)
    }
  }

  private func ring(_ index: Int) throws(TopologyError) -> Shape {
    let sequence = try unsafe sequence(ofRing: index)
    return try unsafe workspace.shape("GEOSGeom_createLinearRing_r") {
      unsafe GEOSGeom_createLinearRing_r($0, sequence)
    }
  }

  /// The positions of a ring as a coordinate sequence, owned by the caller.
  private func sequence(ofRing ring: Int) throws(TopologyError) -> OpaquePointer {
    let range = (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
    let workspace = workspace
    return try unsafe workspace.pointer("GEOSCoordSeq_copyFromBuffer_r") { handle in
      // An XY is two doubles side by side, which is the layout that GEOS copies.
      unsafe positions.withUnsafeBytes { bytes in
        let ordinates = unsafe bytes.assumingMemoryBound(to: Double.self)
        guard let base = ordinates.baseAddress else {
          return unsafe GEOSCoordSeq_create_r(handle, 0, 2)
        }
        return unsafe GEOSCoordSeq_copyFromBuffer_r(
          handle, base + 2 * range.lowerBound, UInt32(range.count), 0, 0)
      }
    }
  }
}
