import Foundation
import LandModel

/// SHA-256 of input files.
enum Checksum {
  /// Bytes read at a time, so that a large file does not fill the memory.
  private static let blockSize = 1 << 20

  /// The checksum of a layer's file.
  ///
  /// A Shapefile is its files of one name, a File Geodatabase all files of its folder: their bytes
  /// follow each other in the order of their names.
  static func sha256(ofLayerFile path: String) throws -> String {
    var checksum = SHA256()
    for file in try files(of: URL(filePath: path)) {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      while let block = try handle.read(upToCount: blockSize), !block.isEmpty {
        checksum.update([UInt8](block))
      }
    }
    return checksum.hexadecimal()
  }

  private static func files(of url: URL) throws -> [URL] {
    let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    let folder = isFolder ? url : url.deletingLastPathComponent()
    guard isFolder || url.pathExtension.lowercased() == "shp" else { return [url] }
    let stem = url.deletingPathExtension().lastPathComponent
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { isFolder || $0.deletingPathExtension().lastPathComponent == stem }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
