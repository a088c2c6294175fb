import Foundation
import LandModel

/// Reads a whole GeoJSON file into columns.
enum GeoJSONReader {
  /// Reads every feature of a file.
  ///
  /// - Returns: nil where the file is JSON, but not GeoJSON.
  /// - Throws: ``LayerStoreError/brokenJSON(file:place:fault:)``,
  ///   ``LayerStoreError/fileNotReadable(file:message:)``.
  /// - Complexity: O(n) in bytes; memory for the columns, one feature and a chunk of text.
  static func read(
    _ address: LayerAddress, options: ReadOptions = ReadOptions()
  ) throws(LayerStoreError) -> SourceLayer? {
    var reader = FeatureReader(try ByteWindow(file: address.file))
    var layer = FeatureColumns(splitsCollections: options.splitsCollections)
    do throws(LayerStoreError) {
      while try reader.next() { try layer.append(from: reader) }
    } catch {
      guard reader.isOtherFormat else { throw error }
      return nil
    }
    guard reader.textCount > 0 else {
      throw .unknownFormat(file: address.file, message: "empty file")
    }
    let name = reader.name ?? stem(of: address.file)
    guard address.layer == nil || address.layer == name else {
      throw .layerMissing(file: address.file, layer: address.layer ?? "", available: [name])
    }
    return layer.sourceLayer(
      address: LayerAddress(file: address.file, layer: name), crs: reader.system.identifier)
  }

  /// The name of the one layer in a file, or nil where the file is JSON, but not GeoJSON.
  static func layerName(in file: String) throws(LayerStoreError) -> String? {
    var reader = FeatureReader(try ByteWindow(file: file))
    do throws(LayerStoreError) {
      while try reader.next() {}
    } catch {
      guard reader.isOtherFormat else { throw error }
      return nil
    }
    return reader.name ?? stem(of: file)
  }

  private static func stem(of file: String) -> String {
    ((file as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}
