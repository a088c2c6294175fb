import Foundation
import LandModel

/// A file to be read, looked at before GDAL sees it.
struct SourceFile {
  let path: String

  /// Refuses what is not a readable local file, and JSON text that would harm or mislead the parser.
  init(_ path: String) throws(LayerStoreError) {
    self.path = path
    guard !path.hasPrefix("/vsi"), !path.contains("://") else {
      throw .notALocalFile(address: path)
    }
    guard !path.isEmpty, FileManager.default.fileExists(atPath: path) else {
      throw .fileMissing(file: path)
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw .fileNotReadable(file: path, message: "")
    }
    let isFolder = (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]))
    if isFolder?.isDirectory != true { try checkContent() }
  }

  private var ending: String { (path as NSString).pathExtension.lowercased() }

  /// Scans JSON before it is parsed; an empty file has no format.
  private func checkContent() throws(LayerStoreError) {
    let content: Data
    do {
      content = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw .fileNotReadable(file: path, message: error.localizedDescription)
    }
    guard !content.isEmpty else { throw .unknownFormat(file: path, message: "empty file") }
    if ["csv", "tsv", "txt"].contains(ending), content.prefix(4096).contains(0) {
      throw .unknownFormat(file: path, message: "binary data, or text in UTF-16")
    }
    if ending == "shp" { try ShapefileTable.checkCount(shapefile: path) }
    guard Self.isJSON(content, ending: ending) else { return }
    do throws(JSONGuard.Failure) { try JSONGuard.check(content.span) } catch {
      throw .brokenJSON(file: path, line: error.line, byte: error.byte, fault: error.fault)
    }
  }

  /// Whether a file is JSON, by its name or because a bracket comes first.
  private static func isJSON(_ content: Data, ending: String) -> Bool {
    if ["geojson", "json", "geojsonl", "geojsons", "topojson"].contains(ending) { return true }
    // A byte-order mark, white space and the record separator of RFC 8142 may come before it.
    let first = content.prefix(64).first {
      ![0xEF, 0xBB, 0xBF, 0x1E, 0x20, 9, 10, 13].contains($0)
    }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// GDAL's open options for this file; what had to be assumed is added to the remarks.
  func openOptions(_ options: ReadOptions, remarks: inout LayerRemarks) -> [String] {
    switch ending {
    case "csv", "tsv", "txt":
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
