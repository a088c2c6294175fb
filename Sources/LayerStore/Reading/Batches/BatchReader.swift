internal import CGDAL
import LandModel

/// Reads GeoPackage layers of the ordinary kind in batches of columns.
///
/// GDAL has a way of its own from a GeoPackage into Arrow's columns, without a geometry or feature in
/// between; for other formats it goes through features and gains nothing.
enum BatchReader {
  /// Reads every feature.
  ///
  /// - Returns: nil where the layer has anything out of the ordinary, or anything went wrong: it is read
  ///   feature by feature then, which tells what.
  /// - Complexity: O(v) in vertices; memory for the columns and a thousand rows.
  static func read(
    _ address: LayerAddress, source: SourceFile, options: ReadOptions
  ) -> SourceLayer? {
    Messages.collected { messages in
      var remarks = LayerRemarks()
      let settings = source.openOptions(options, remarks: &remarks)
      do throws(LayerStoreError) {
        let dataset = try Dataset(file: source.path, options: settings, messages: messages)
        return try dataset.withLayer(named: address.layer, messages: messages) {
          (layer, name) throws(LayerStoreError) in
          if let fields = options.fields { layer.ignoreFields(except: fields) }
          return read(
            layer, address: LayerAddress(file: address.file, layer: name), options: options,
            size: FileSystem.size(of: source.path), remarks: remarks, messages: messages)
        }
      } catch {
        // The other way of reading meets the same error, and throws it.
        return nil
      }
    }
  }

  private static func read(
    _ layer: borrowing LayerHandle, address: LayerAddress, options: ReadOptions, size: Int,
    remarks: LayerRemarks, messages: Messages
  ) -> SourceLayer? {
    let (key, place) = (layer.idColumn, layer.geometryColumn)
    guard !key.isEmpty, !place.isEmpty, var stream = ArrowStream(of: layer),
      let columns = stream.columns(),
      let keyPlace = columns.firstIndex(where: { $0.name == key && $0.format == "l" }),
      let geometryPlace = columns.firstIndex(where: { $0.name == place && $0.format == "z" }),
      var attributes = attributes(of: layer, options: options, among: columns)
    else { return nil }
    let messagesBefore = (messages.entries.count, messages.errorCount)
    let known = layer.knownCount
    var (geometry, numbers, decoder) = (WKBGeometry(), [Int64](), TextDecoder())
    let isWhole = stream.forEachBatch { batch in
      guard let keys = batch.values(ofColumn: keyPlace),
        let shapes = batch.values(ofColumn: geometryPlace)
      else { return batch.count == 0 }
      for row in 0..<batch.count {
        guard let number = keys.number(row, as: Int64.self) else { return false }
        numbers.append(number)
        if shapes.isNull(row) {
          geometry.appendNone()
          continue
        }
        guard let bytes = unsafe shapes.bytes(row) else { return false }
        do throws(WKBGeometry.Unusual) { unsafe try geometry.append(bytes) } catch { return false }
      }
      for index in attributes.indices {
        guard let values = batch.values(ofColumn: attributes[index].place),
          attributes[index].append(values, count: batch.count, decoder: &decoder)
        else { return false }
      }
      if numbers.count == batch.count {
        geometry.reserve(forRows: min(known, size / 16), bytes: size)
      }
      return true
    }
    guard isWhole, messages.entries.count == messagesBefore.0,
      messages.errorCount == messagesBefore.1
    else { return nil }
    var remarks = remarks
    remarks.addHeights(ofRows: geometry.rowsWithHeights)
    remarks.addMissingGeometry(ofRows: geometry.rowsWithout)
    remarks.add(decoder)
    remarks.add(warnings: messages.entries.map(\.text))
    return SourceLayer(
      address: address, crs: ReferenceSystemReader.identifier(of: layer),
      geometry: geometry.column, numbers: numbers,
      attributes: AttributeTable(
        names: attributes.map(\.name), columns: attributes.map(\.column)),
      remarks: remarks.remarks)
  }

  /// The fields wanted, in the file's order; nil where one is read feature by feature only.
  private static func attributes(
    of layer: borrowing LayerHandle, options: ReadOptions, among columns: [ArrowColumn]
  ) -> [BatchAttribute]? {
    var attributes: [BatchAttribute] = []
    for name in AttributeCollector(layer: layer, fields: options.fields).names {
      guard let place = columns.firstIndex(where: { $0.name == name }),
        let attribute = BatchAttribute(columns[place], place: place)
      else { return nil }
      attributes.append(attribute)
    }
    return attributes
  }
}

extension LayerHandle {
  /// Name of the column of feature numbers; empty where there is none.
  ///
  /// Wraps `OGR_L_GetFIDColumn`.
  fileprivate var idColumn: String {
    unsafe OGR_L_GetFIDColumn(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  /// Name of the column of geometries; empty where there is none.
  ///
  /// Wraps `OGR_L_GetGeometryColumn`.
  fileprivate var geometryColumn: String {
    unsafe OGR_L_GetGeometryColumn(pointer).map { unsafe String(cString: $0) } ?? ""
  }
}
