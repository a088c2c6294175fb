internal import CGEOS
package import LandModel

extension Shape {
  /// The geometry as a value; of a mixed collection, the parts of the greatest dimension.
  ///
  /// An empty polygon, line or point keeps its kind; an empty collection is a null geometry.
  /// - Complexity: O(v), whole rings at a time.
  package borrowing func geometry() throws(TopologyError) -> Geometry {
    switch unsafe GEOSGeom_getDimensions_r(workspace.handle, pointer) {
    case 2: try polygons()
    case 1: try lines()
    case 0: try points()
    default: .null
    }
  }

  /// The polygonal parts, lines and points left out.
  package borrowing func polygons() throws(TopologyError) -> Geometry {
    try parts(of: .polygon)
  }

  /// The linear parts, polygons and points left out; a ring is a line.
  package borrowing func lines() throws(TopologyError) -> Geometry { try parts(of: .line) }

  /// The isolated points, lines and polygons left out.
  package borrowing func points() throws(TopologyError) -> Geometry { try parts(of: .point) }

  private borrowing func parts(of kind: GeometryKind) throws(TopologyError) -> Geometry {
    var reader = GeometryReader(workspace: workspace, kind: kind)
    try unsafe reader.read(pointer)
    return Geometry(
      kind: kind, positions: reader.positions, ringEnds: reader.ringEnds,
      partEnds: reader.partEnds)
  }
}

/// Copies the parts of one kind out of a GEOS geometry, nested collections included.
private struct GeometryReader {
  let workspace: Workspace
  let kind: GeometryKind
  var positions: [XY] = []
  var ringEnds: [Int] = []
  var partEnds: [Int] = []

  mutating func read(_ pointer: OpaquePointer) throws(TopologyError) {
    let type = unsafe GEOSGeomTypeId_r(workspace.handle, pointer)
    guard unsafe GEOSisEmpty_r(workspace.handle, pointer) == 0 else { return }
    switch (GEOSGeomTypes(UInt32(type)), kind) {
    case (GEOS_POINT, .point), (GEOS_LINESTRING, .line), (GEOS_LINEARRING, .line):
      try unsafe readRing(pointer)
      partEnds.append(ringEnds.count)
    case (GEOS_POLYGON, .polygon):
      try unsafe readPolygon(pointer)
    case (GEOS_POINT, _), (GEOS_LINESTRING, _), (GEOS_LINEARRING, _), (GEOS_POLYGON, _):
      return
    default:
      let count = try unsafe workspace.count("GEOSGetNumGeometries_r") {
        unsafe GEOSGetNumGeometries_r($0, pointer)
      }
      for index in 0..<count {
        try unsafe read(
          workspace.pointer("GEOSGetGeometryN_r") {
            unsafe GEOSGetGeometryN_r($0, pointer, Int32(index))
          })
      }
    }
  }

  private mutating func readPolygon(_ pointer: OpaquePointer) throws(TopologyError) {
    try unsafe readRing(
      workspace.pointer("GEOSGetExteriorRing_r") { unsafe GEOSGetExteriorRing_r($0, pointer) })
    let holes = try unsafe workspace.count("GEOSGetNumInteriorRings_r") {
      unsafe GEOSGetNumInteriorRings_r($0, pointer)
    }
    for index in 0..<holes {
      try unsafe readRing(
        workspace.pointer("GEOSGetInteriorRingN_r") {
          unsafe GEOSGetInteriorRingN_r($0, pointer, Int32(index))
        })
    }
    partEnds.append(ringEnds.count)
  }

  private mutating func readRing(_ pointer: OpaquePointer) throws(TopologyError) {
    let sequence = try unsafe workspace.pointer("GEOSGeom_getCoordSeq_r") {
      unsafe GEOSGeom_getCoordSeq_r($0, pointer)
    }
    var size: UInt32 = 0
    _ = try unsafe workspace.count("GEOSCoordSeq_getSize_r") {
      unsafe GEOSCoordSeq_getSize_r($0, sequence, &size) - 1
    }
    let start = positions.count
    positions.append(contentsOf: repeatElement(XY(0, 0), count: Int(size)))
    _ = try unsafe workspace.count("GEOSCoordSeq_copyToBuffer_r") { handle in
      unsafe positions.withUnsafeMutableBytes { bytes in
        let ordinates = unsafe bytes.assumingMemoryBound(to: Double.self)
        guard let base = ordinates.baseAddress else { return 0 }
        return unsafe GEOSCoordSeq_copyToBuffer_r(handle, sequence, base + 2 * start, 0, 0) - 1
      }
    }
    ringEnds.append(positions.count)
  }
}
