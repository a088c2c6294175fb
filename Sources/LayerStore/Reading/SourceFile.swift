import Foundation
import LandModel

/// A file to be read, looked at before GDAL sees it.
struct SourceFile {
  let path: String
  private let isFolder: Bool

  /// Refuses what is not a readable local file with something in it.
  init(_ path: String) throws(LayerStoreError) {
    guard !path.hasPrefix("/vsi"), !path.contains("://") else {
      throw .notALocalFile(address: path)
    }
    guard !path.isEmpty, FileManager.default.fileExists(atPath: path) else {
      throw .fileMissing(file: path)
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw .fileNotReadable(file: path, message: "")
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw .fileNotReadable(file: path, message: FileSystem.lastMessage)
    }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    // A pipe gives its bytes once and may keep its reader waiting for ever; files are read again.
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else {
      throw .fileNotReadable(file: path, message: "it is a pipe or a device, not a file")
    }
    self.path = path
    if !isFolder { try checkContent() }
  }

  private var ending: String { (path as NSString).pathExtension.lowercased() }

  /// Whether the file is a survey text (勘测定界), which has a reader of its own.
  var isSurveyText: Bool { ending == "txt" && !isFolder }

  /// Whether the file is a DXF drawing, by its name.
  var isDrawing: Bool { ending == "dxf" && !isFolder }

  /// Whether the file is a FlatGeobuf, by its name.
  var isFlatGeobuf: Bool { ending == "fgb" && !isFolder }

  /// Whether the file is a GeoPackage, by its name.
  var isGeoPackage: Bool { ending == "gpkg" && !isFolder }

  /// The bytes of the file.
  func content() throws(LayerStoreError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw .fileNotReadable(file: path, message: error.localizedDescription)
    }
  }

  /// The bytes of the file as the system pages them in, without a copy of their own.
  func mappedContent() throws(LayerStoreError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw .fileNotReadable(file: path, message: error.localizedDescription)
    }
  }

  /// Refuses what no driver could make sense of; an empty file has no format.
  private func checkContent() throws(LayerStoreError) {
    let content = try head()
    guard !content.isEmpty else { throw .unknownFormat(file: path, message: "empty file") }
    if ["csv", "tsv"].contains(ending), content.contains(0) {
      throw .unknownFormat(file: path, message: "binary data, or text in UTF-16")
    }
    if ending == "shp" { try ShapefileTable.checkCount(shapefile: path) }
  }

  /// The first bytes of the file.
  private func head() throws(LayerStoreError) -> Data {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return try handle.read(upToCount: 4096) ?? Data()
    } catch {
      throw .fileNotReadable(file: path, message: error.localizedDescription)
    }
  }

  /// Whether the file is JSON, by its name or because a bracket comes first.
  func isJSON() throws(LayerStoreError) -> Bool {
    guard !isFolder else { return false }
    let endings = [
      "geojson", "json", "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl", "topojson",
    ]
    if endings.contains(ending) { return true }
    // A byte-order mark, white space and the record separator of RFC 8142 may come before it.
    let first = try head().first {
      ![0xEF, 0xBB, 0xBF, 0x1E, 0x20, 9, 10, 13].contains($0)
    }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// GDAL's open options for this file; what had to be assumed is added to the remarks.
  func openOptions(_ options: ReadOptions, remarks: inout LayerRemarks) -> [String] {
    if let encoding = options.encoding, ending != "shp" { remarks.addUnused(encoding: encoding) }
    switch ending {
    case "csv", "tsv":
      return [
        "X_POSSIBLE_NAMES=" + options.eastingColumns.joined(separator: ","),
        "Y_POSSIBLE_NAMES=" + options.northingColumns.joined(separator: ","),
        "GEOM_POSSIBLE_NAMES=" + options.wktColumns.joined(separator: ","),
        "KEEP_GEOM_COLUMNS=YES",
      ]
    case "shp":
      if ShapefileEncoding.sibling(of: path, "prj") == nil { remarks.addMissingProjection() }
      if let encoding = options.encoding { return ["ENCODING=\(encoding)"] }
      let detected = ShapefileEncoding.detect(shapefile: path)
      remarks.add(detected)
      return detected.gdalName.map { ["ENCODING=\($0)"] } ?? []
    default: return []
    }
  }
}
