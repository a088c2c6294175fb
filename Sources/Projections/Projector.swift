internal import CPROJ
package import LandModel

/// A transformation between two reference systems, easting or longitude first on both sides.
///
/// Belongs to one task; make another for another task.
@safe package struct Projector: ~Copyable {
  package let source: CRSIdentifier
  package let target: CRSIdentifier
  /// The operation as PROJ names it, for the report: `Inverse of 3-degree Gauss-Kruger zone 38 + …`.
  package let operation: String
  /// Whether positions come in degrees, which end at ±180 and ±90.
  package let isFromDegrees: Bool
  private let transformation: ProjObject
  /// The same operation by series, where there is one that agrees with PROJ.
  private var shortcut: GridShortcut?

  /// Finds the operation from a system into a working grid.
  package init(
    from source: CRSIdentifier, to grid: GaussKrugerGrid
  ) throws(ProjectionError) {
    try self.init(from: source, to: grid.crs, grid: grid)
  }

  /// Finds the operation between two systems.
  package init(from source: CRSIdentifier, to target: CRSIdentifier) throws(ProjectionError) {
    try self.init(from: source, to: target, grid: target.grid)
  }

  /// Finds the operation between two systems, the second of which may be known as a grid.
  ///
  /// Wraps `proj_create_crs_to_crs_from_pj`.
  ///
  /// - Throws: ``ProjectionError/datumsDiffer(from:fromDatum:to:toDatum:)`` unless both are on one datum,
  ///   or both on CGCS2000 or WGS 84, between which the shift is null.
  private init(
    from source: CRSIdentifier, to target: CRSIdentifier, grid: GaussKrugerGrid?
  ) throws(ProjectionError) {
    let workspace = Workspace()
    let from = try ReferenceSystem(source, in: workspace)
    let to = try ReferenceSystem(target, in: workspace)
    let (fromDatum, toDatum) = (from.datum, to.datum)
    guard from.isOnCGCS2000 && to.isOnCGCS2000 || fromDatum == toDatum else {
      throw .datumsDiffer(from: source, fromDatum: fromDatum, to: target, toDatum: toDatum)
    }
    let (fromPointer, toPointer) = unsafe (from.object.pointer, to.object.pointer)
    let found = unsafe workspace.object { context in
      unsafe proj_create_crs_to_crs_from_pj(context, fromPointer, toPointer, nil, nil)
    }
    guard let found else {
      throw .operationMissing(from: source, to: target, message: workspace.message)
    }
    let foundPointer = unsafe found.pointer
    let normalised = unsafe workspace.object { context in
      unsafe proj_normalize_for_visualization(context, foundPointer)
    }
    guard let normalised else {
      throw .operationMissing(from: source, to: target, message: workspace.message)
    }
    let info = unsafe proj_pj_info(normalised.pointer)
    operation = unsafe info.description.map { unsafe String(cString: $0) } ?? normalised.name
    transformation = normalised
    isFromDegrees = from.isInDegrees
    self.source = source
    self.target = target
    guard source.grid != nil || from.isInDegrees, grid != nil || to.isInDegrees,
      let shortcut = GridShortcut(from: source.grid, to: grid),
      shortcut.agrees(with: { _ = transformByLibrary(&$0) })
    else { return }
    self.shortcut = shortcut
  }

  /// Transforms positions where they lie.
  ///
  /// Between degrees and grids of CGCS2000, within 6° of the central meridian, by series that agree with
  /// PROJ to a tenth of a micrometre; else by PROJ.
  ///
  /// A longitude beyond ±180° or a latitude beyond ±90° is no position, and none comes of it: PROJ would
  /// wrap 473° to 113° without a word.
  ///
  /// - Returns: how many positions with finite ordinates have none afterwards: those are outside of
  ///   what the projection can express.
  /// - Complexity: O(n).
  package borrowing func transform(_ positions: inout [XY]) -> Int {
    guard let shortcut else { return transformByLibrary(&positions) }
    let before = positions
    shortcut.transform(&positions)
    let rest = positions.indices.filter { !positions[$0].isFinite }
    guard !rest.isEmpty else { return 0 }
    var others = rest.map { before[$0] }
    let lost = transformByLibrary(&others)
    for (index, position) in zip(rest, others) { positions[index] = position }
    return lost
  }

  /// Transforms positions where they lie, by PROJ alone.
  ///
  /// Wraps `proj_trans_generic`.
  ///
  /// - Returns: as ``transform(_:)`` does.
  borrowing func transformByLibrary(_ positions: inout [XY]) -> Int {
    guard !positions.isEmpty else { return 0 }
    let finiteBefore = positions.count(where: \.isFinite)
    if isFromDegrees {
      for index in positions.indices where !positions[index].isInRangeOfDegrees {
        positions[index] = XY(.infinity, .infinity)
      }
    }
    let pointer = unsafe transformation.pointer
    // An object remembers its last error and would report it again.
    unsafe proj_errno_reset(pointer)
    unsafe positions.withUnsafeMutableBytes { bytes in
      let stride = MemoryLayout<XY>.stride
      guard let base = bytes.baseAddress else { return }
      let count = bytes.count / stride
      let x = unsafe base.assumingMemoryBound(to: Double.self)
      let y = unsafe x + 1
      _ = unsafe proj_trans_generic(
        pointer, PJ_FWD, x, stride, count, y, stride, count, nil, 0, 0, nil, 0, 0)
    }
    return finiteBefore - positions.count(where: \.isFinite)
  }
}

extension XY {
  /// Whether a longitude and a latitude in degrees are such as Earth has.
  package var isInRangeOfDegrees: Bool { abs(x) <= 180 && abs(y) <= 90 }
}

extension CRSIdentifier {
  /// The Gauss–Krüger grid of CGCS2000 that a code of the EPSG register stands for.
  fileprivate var grid: GaussKrugerGrid? { epsg.flatMap(GaussKrugerGrid.init(epsg:)) }
}
