import Foundation
import LandModel
import LayerStore

/// A file of the batch folder that proves itself: a line with the checksum of all that follows, and of the batch
/// it belongs to, then JSON.
enum RecordFile {
  private static let opening = "townlayout-batch 1 "

  /// Writes a value, whole or not at all.
  ///
  /// - Parameter batch: what the batch is known by, of ``BatchManifest/identity``.
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``.
  static func write(_ value: some Encodable, to path: String, batch: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = try encoder.encode(value)
    try DurableFile.write(head(of: body, batch: batch) + body, to: path)
  }

  /// Reads a value.
  ///
  /// - Throws: ``BatchError/damaged(path:reason:)`` where the file is not as it was written, or of another batch.
  static func read<Value: Decodable>(
    _ type: Value.Type, from path: String, batch: String
  ) throws(BatchError) -> Value {
    func damaged(_ reason: BatchError.Damage) -> BatchError { .damaged(path: path, reason: reason) }
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw damaged(.unreadable((error as NSError).localizedDescription))
    }
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")) else {
      throw damaged(.headless)
    }
    let body = data[data.index(after: end)...]
    guard Data(data[..<end]) + Data("\n".utf8) == head(of: Data(body), batch: batch) else {
      throw damaged(.checksum)
    }
    do { return try JSONDecoder().decode(type, from: Data(body)) } catch {
      throw damaged(.form("\(error)"))
    }
  }

  private static func head(of body: Data, batch: String) -> Data {
    let sum = SHA256.hexadecimal(of: [UInt8](body))
    return Data("\(opening)\(batch) \(sum)\n".utf8)
  }
}
