internal import CGDAL
import Foundation
import LandModel

/// A vector dataset open for reading; closed when it goes out of scope.
@safe struct Dataset: ~Copyable {
  private let handle: GDALDatasetH
  let file: String

  /// Drivers of plain vector files.
  ///
  /// GeoJSON is not among them: ``GeoJSONReader`` reads it.
  /// No database servers, web services, or files that name other files.
  private static let drivers = [
    "ESRIJSON", "TopoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf",
    "OpenFileGDB", "DXF", "CSV", "KML", "GPX", "MapInfo File", "OGR_GMT", "JML",
  ]

  /// Opens a file read-only.
  ///
  /// Wraps `GDALOpenEx`.
  init(file: String, options: [String], messages: Messages) throws(LayerStoreError) {
    let drivers = StringList(Self.drivers)
    let list = StringList(options)
    let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    // A relative path is marked as such: GDAL must not take "GPKG:x" or "{…" for a connection string.
    let path = file.hasPrefix("/") ? file : "./" + file
    let opened = unsafe drivers.lend { drivers in
      unsafe list.lend { list in unsafe GDALOpenEx(path, flags, drivers, list, nil) }
    }
    guard let opened = unsafe opened else {
      let reason = messages.reason
      throw reason.isEmpty || reason.contains("not recognized as")
        ? .unknownFormat(file: file, message: reason)
        : .damaged(file: file, layer: nil, message: reason)
    }
    unsafe handle = opened
    self.file = file
  }

  deinit { unsafe GDALClose(handle) }

  /// Short name of the driver that reads the file, such as `ESRI Shapefile`.
  var driver: String {
    guard let driver = unsafe GDALGetDatasetDriver(handle),
      let name = unsafe GDALGetDriverShortName(driver)
    else { return "" }
    return unsafe String(cString: name)
  }

  /// Names of the layers, in the order of the file.
  ///
  /// The table in which QGIS keeps styles is not one of them, though it can be read by its name.
  var layerNames: [String] {
    let count = unsafe GDALDatasetGetLayerCount(handle)
    return (0..<count).compactMap { index in
      guard let layer = unsafe GDALDatasetGetLayer(handle, index),
        let name = unsafe OGR_L_GetName(layer)
      else { return nil }
      let text = unsafe String(cString: name)
      return text == "layer_styles" ? nil : text
    }
  }

  /// Lends the layer that an address names, or the only one.
  ///
  /// Wraps `GDALDatasetGetLayerByName`.
  borrowing func withLayer<Value>(
    named name: String?, messages: Messages,
    _ body: (borrowing LayerHandle, String) throws(LayerStoreError) -> Value
  ) throws(LayerStoreError) -> Value {
    let names = layerNames
    if names.isEmpty, !messages.reason.isEmpty {
      throw .damaged(file: file, layer: nil, message: messages.reason)
    }
    guard name != nil || names.count == 1 else {
      throw .layerNotNamed(file: file, available: names)
    }
    let chosen = name ?? names[0]
    guard let layer = unsafe GDALDatasetGetLayerByName(handle, chosen) else {
      throw .layerMissing(file: file, layer: chosen, available: names)
    }
    return try body(unsafe LayerHandle(pointer: layer), chosen)
  }
}

/// A layer of an open dataset, lent for one call.
@safe struct LayerHandle: ~Copyable {
  let pointer: OGRLayerH

  /// Whether its reference system is geographic.
  ///
  /// Wraps `OSRIsGeographic`.
  var isInDegrees: Bool {
    guard let system = unsafe OGR_L_GetSpatialRef(pointer) else { return false }
    return unsafe OSRIsGeographic(system) != 0
  }

  /// Reads no fields but these, nor style.
  ///
  /// Wraps `OGR_L_SetIgnoredFields`, whose refusal only means that more is read.
  func ignoreFields(except wanted: [String]) {
    let definition = unsafe OGR_L_GetLayerDefn(pointer)
    var unwanted = ["OGR_STYLE"]
    for index in 0..<(unsafe OGR_FD_GetFieldCount(definition)) {
      let field = unsafe OGR_FD_GetFieldDefn(definition, index)
      guard let name = unsafe OGR_Fld_GetNameRef(field).map({ unsafe String(cString: $0) }) else {
        continue
      }
      if !wanted.contains(name) { unwanted.append(name) }
    }
    let list = StringList(unwanted)
    _ = unsafe list.lend { names in
      unsafe OGR_L_SetIgnoredFields(pointer, UnsafeMutablePointer(mutating: names))
    }
  }

  /// Feature count where the format knows it without reading everything; else zero.
  var knownCount: Int { max(0, Int(unsafe OGR_L_GetFeatureCount(pointer, 0))) }
}
