internal import CGDAL
import Foundation
package import LandModel

/// Reads layers from vector files.
///
/// A file is opened read-only, drained into columns and closed within the call. Nothing is fetched over
/// the network. Ordinates are kept as stored, easting or longitude first, non-finite ones included.
package enum LayerReader {
  /// Reads the layer that an address names; a file of one layer needs no name.
  ///
  /// A layer without features is not an error.
  ///
  /// - Throws: ``LayerStoreError``, one of its reading cases.
  /// - Complexity: O(v) in vertices, one copy of the coordinates.
  package static func read(
    _ address: LayerAddress, options: ReadOptions = ReadOptions()
  ) throws(LayerStoreError) -> SourceLayer {
    let source = try SourceFile(address.file)
    if let encoding = options.encoding, !TextRecoder.knows(encoding) {
      throw .unknownEncoding(file: address.file, encoding: encoding)
    }
    // Its first bracket would pass for one of JSON.
    if source.isSurveyText {
      return try SurveyTextReader.read(address, content: source.content(), options: options)
        .selecting(fields: options.fields)
    }
    if try source.isJSON() {
      if let layer = try GeoJSONReader.read(address, options: options) {
        return options.encoding.map { layer.remarking(unusedEncoding: $0) } ?? layer
      }
      try OtherJSON.check(file: source.path)
    }
    if source.isDrawing {
      return try DrawingReader.read(address, source: source, options: options)
        .selecting(fields: options.fields)
    }
    if source.isFlatGeobuf,
      let layer = try FlatGeobufReader.read(address, source: source, options: options)
    {
      return layer
    }
    if source.isGeoPackage,
      let layer = BatchReader.read(address, source: source, options: options)
    {
      return layer
    }
    return try readByGDAL(address, source: source, options: options)
  }

  /// Reads a layer by GDAL's drivers, feature by feature.
  static func readByGDAL(
    _ address: LayerAddress, source: SourceFile, options: ReadOptions
  ) throws(LayerStoreError) -> SourceLayer {
    return try Messages.collected { messages throws(LayerStoreError) in
      var remarks = LayerRemarks()
      let settings = source.openOptions(options, remarks: &remarks)
      let dataset = try Dataset(file: source.path, options: settings, messages: messages)
      let driver = dataset.driver
      return try dataset.withLayer(named: address.layer, messages: messages) {
        (layer, name) throws(LayerStoreError) in
        if let fields = options.fields, skipsFields.contains(driver) {
          layer.ignoreFields(except: fields)
        }
        let drained = try drain(
          layer, named: name, file: source.path, options: options, messages: messages)
        remarks.add(drained.geometry)
        remarks.add(drained.attributes.decoder)
        if driver == "CSV" {
          let table = UnreadableGeometries(
            file: source.path, layer: name, wktColumns: options.wktColumns)
          remarks.add(
            unreadableRows: try table.rows(
              among: drained.geometry.rowsWithout, numbers: drained.numbers, messages: messages))
        }
        // Errors while opening did not keep the layer from being read; they are told all the same.
        remarks.add(warnings: messages.entries.map(\.text))
        return SourceLayer(
          address: LayerAddress(file: address.file, layer: name),
          crs: ReferenceSystemReader.identifier(of: layer),
          geometry: drained.geometry.column, numbers: drained.numbers,
          attributes: drained.attributes.table(inferringNumbers: driver == "CSV"),
          remarks: remarks.remarks)
      }
    }
  }

  /// Names of the layers in a file, in the file's order.
  package static func layerNames(in file: String) throws(LayerStoreError) -> [String] {
    let source = try SourceFile(file)
    if source.isSurveyText { return [SurveyTextReader.layerName(of: file)] }
    if try source.isJSON() {
      if let name = try GeoJSONReader.layerName(in: file) { return [name] }
      try OtherJSON.check(file: source.path)
    }
    return try Messages.collected { messages throws(LayerStoreError) in
      try Dataset(file: source.path, options: [], messages: messages).layerNames
    }
  }

  /// Names of a layer's fields, in the file's order.
  package static func fieldNames(of address: LayerAddress) throws(LayerStoreError) -> [String] {
    let source = try SourceFile(address.file)
    // Readers of our own learn the fields from the features.
    if source.isSurveyText { return try read(address).attributes.names }
    if try source.isJSON() { return try read(address).attributes.names }
    return try Messages.collected { messages throws(LayerStoreError) in
      let dataset = try Dataset(file: source.path, options: [], messages: messages)
      return try dataset.withLayer(named: address.layer, messages: messages) { layer, _ in
        AttributeCollector(layer: layer, fields: nil).names
      }
    }
  }

  /// Everything a layer holds, before it is put together.
  struct Drained {
    var geometry: GeometryCollector
    var attributes: AttributeCollector
    var numbers: [Int64] = []
  }

  /// Formats whose drivers read less when told which fields are not wanted, and need none for geometry.
  private static let skipsFields: Set<String> = ["FlatGeobuf", "GPKG", "ESRI Shapefile"]
  /// Rows that tell how long the others will be.
  private static let sampleSize = 4096

  /// Reads every feature.
  ///
  /// Wraps `OGR_L_GetNextFeature`, whose end and failure look alike: an error message given
  /// meanwhile tells them apart.
  static func drain(
    _ layer: borrowing LayerHandle, named name: String, file: String, options: ReadOptions,
    messages: Messages
  ) throws(LayerStoreError) -> Drained {
    var drained = Drained(
      geometry: GeometryCollector(
        stroker: layer.isInDegrees ? .degrees : .metres,
        splitsCollections: options.splitsCollections),
      attributes: AttributeCollector(layer: layer, fields: options.fields))
    let errorsBefore = messages.errorCount
    let known = layer.knownCount
    // A broken header may claim any count; it is a hint, not a size.
    drained.geometry.reserveCapacity(rows: min(known, 1 << 20))
    let size = FileSystem.size(of: file)
    unsafe OGR_L_ResetReading(layer.pointer)
    while let feature = unsafe OGR_L_GetNextFeature(layer.pointer) {
      defer { unsafe OGR_F_Destroy(feature) }
      unsafe drained.geometry.append(OGR_F_GetGeometryRef(feature))
      let number = unsafe OGR_F_GetFID(feature)
      while drained.numbers.count < drained.geometry.column.count {
        drained.numbers.append(number)
        unsafe drained.attributes.append(feature)
      }
      if drained.numbers.count == Self.sampleSize {
        drained.geometry.reserve(forRows: min(known, size / 16), bytes: size)
      }
    }
    guard messages.errorCount == errorsBefore else {
      throw .damaged(file: file, layer: name, message: messages.lastError)
    }
    return drained
  }
}
