internal import CPROJ
package import LandModel

/// The working reference system of a plan, from what the plan file says.
package enum WorkingGrid {
  /// Finds the Gauss–Krüger grid that a text means: `EPSG:4547`, or parameters of a local grid as
  /// `+proj=tmerc +lat_0=0 +lon_0=113 +k=1 +x_0=500000 +ellps=GRS80`, or WKT.
  ///
  /// The grid's closed formulas are compared with PROJ over its width before it is handed out.
  ///
  /// - Throws: ``ProjectionError/systemUnknown(system:message:)`` or
  ///   ``ProjectionError/notAWorkingGrid(system:reason:)``.
  package static func resolve(_ text: String) throws(ProjectionError) -> GaussKrugerGrid {
    let identifier = CRSIdentifier(text)
    let system = try ReferenceSystem(identifier, in: Workspace())
    if let code = identifier.epsg, let grid = GaussKrugerGrid(epsg: code) {
      try verify(grid)
      return grid
    }
    guard system.object.type == PJ_TYPE_PROJECTED_CRS else {
      throw .notAWorkingGrid(system: identifier, reason: .notProjected)
    }
    guard system.isOnCGCS2000, !system.datum.lowercased().contains("1984") else {
      throw .notAWorkingGrid(system: identifier, reason: .otherDatum(system.datum))
    }
    let grid = try grid(from: system)
    try verify(grid)
    return grid
  }

  /// Reads the parameters of a transverse Mercator projection, by their EPSG codes.
  private static func grid(
    from system: borrowing ReferenceSystem
  ) throws(ProjectionError) -> GaussKrugerGrid {
    let identifier = system.identifier
    let workspace = system.object.workspace
    let pointer = unsafe system.object.pointer
    guard
      let conversion = unsafe workspace.object({ unsafe proj_crs_get_coordoperation($0, pointer) })
    else { throw .notAWorkingGrid(system: identifier, reason: .notProjected) }
    var method: UnsafePointer<CChar>?
    _ = unsafe proj_coordoperation_get_method_info(
      workspace.context, conversion.pointer, &method, nil, nil)
    let methodName = unsafe method.map { unsafe String(cString: $0) } ?? ""
    guard ["Transverse Mercator", "Gauss Kruger", "Gauss_Kruger"].contains(methodName) else {
      throw .notAWorkingGrid(system: identifier, reason: .otherMethod(methodName))
    }
    let fixed = [
      ("Latitude of natural origin", 0.0), ("Scale factor at natural origin", 1.0),
      ("False northing", 0.0),
    ]
    for (name, required) in fixed {
      let value = parameter(name, of: conversion) ?? required
      guard abs(value - required) < 1e-12 else {
        throw .notAWorkingGrid(
          system: identifier,
          reason: .otherParameter(name: name, value: value, required: required))
      }
    }
    return GaussKrugerGrid(
      crs: identifier,
      centralMeridian: parameter("Longitude of natural origin", of: conversion) ?? 0,
      falseEasting: Metres(parameter("False easting", of: conversion) ?? 0))
  }

  /// A parameter in degrees, metres or one.
  ///
  /// Wraps `proj_coordoperation_get_param`.
  private static func parameter(_ name: String, of conversion: borrowing ProjObject) -> Double? {
    let context = unsafe conversion.workspace.context
    let index = unsafe proj_coordoperation_get_param_index(context, conversion.pointer, name)
    var (value, factor) = (0.0, 0.0)
    guard index >= 0,
      unsafe proj_coordoperation_get_param(
        context, conversion.pointer, index, nil, nil, nil, &value, nil, &factor, nil, nil, nil,
        nil) != 0
    else { return nil }
    guard name.hasPrefix("Latitude") || name.hasPrefix("Longitude") else { return value * factor }
    // The factor leads to radians. Degrees, the usual unit, are kept as they stand: 113 stays 113.
    let degree = Double.pi / 180
    return abs(factor - degree) < 1e-15 ? value : value * factor / degree
  }

  /// Compares the grid's formulas with PROJ over 3° on both sides of its meridian.
  ///
  /// A micrometre is a thousandth of what the tolerance of any rule could notice.
  private static func verify(_ grid: GaussKrugerGrid) throws(ProjectionError) {
    var geodetic: [XY] = []
    for longitude in stride(from: -3.0, through: 3.0, by: 1.5) {
      for latitude in stride(from: 5.0, through: 55.0, by: 12.5) {
        geodetic.append(XY(grid.centralMeridian + longitude, latitude))
      }
    }
    var projected = geodetic
    let lost = try Projector(from: CRSIdentifier(epsg: 4490), to: grid).transformByLibrary(
      &projected)
    var largest = lost > 0 ? Double.infinity : 0
    for (position, expected) in zip(geodetic, projected) {
      largest = max(largest, grid.projected(position).distance(to: expected))
    }
    guard largest < 1e-6 else {
      throw .notAWorkingGrid(system: grid.crs, reason: .disagreement(Metres(largest)))
    }
  }
}
