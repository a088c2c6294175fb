import Foundation
package import LayerStore

/// Folders of shards, to become that of one batch.
package struct BatchMerge {
  private let parts: [BatchFolder]

  /// Makes sure that the parts belong together and none is missing.
  ///
  /// - Throws: ``BatchError``: not a part, of another batch, repeated, missing.
  package init(_ paths: [String]) throws(BatchError) {
    var parts: [BatchFolder] = []
    var places: [Int: String] = [:]
    for path in paths {
      guard let manifest = try BatchFolder.manifest(in: path), let text = manifest.shard,
        let shard = Shard(text)
      else { throw .notAPart(path: path) }
      if let first = parts.first {
        if let difference = manifest.difference(from: first.manifest) {
          throw .otherBatch(path: path, first: first.path, difference)
        }
        let count = Shard(first.manifest.shard ?? "")?.count ?? 0
        guard count == shard.count else {
          throw .otherBatch(
            path: path, first: first.path,
            ManifestDifference(.shardCount, "\(shard.count)", "\(count)"))
        }
      }
      if let first = places.updateValue(path, forKey: shard.number) {
        throw .repeated(path: path, first: first, shard: text)
      }
      parts.append(BatchFolder(path: path, manifest: manifest))
    }
    let count = parts.first?.manifest.shard.flatMap { Shard($0) }?.count ?? 0
    let missing = count > 0 ? (1...count).filter { places[$0] == nil } : []
    guard missing.isEmpty else { throw .missingShards(missing, count: count) }
    self.parts = parts
  }

  /// Writes the records of all parts into one folder.
  ///
  /// - Returns: the folder, and its lock.
  /// - Throws: ``BatchError/intoPart(path:)``, ``BatchError/incomplete(path:missing:)``,
  ///   ``BatchError/otherBase(path:first:)``, ``BatchError/damaged(path:reason:)``; as ``BatchFolder/open(_:)``.
  package func folder(
    at path: String, _ existing: BatchFolder.Existing
  ) throws -> (BatchFolder, FolderLock) {
    guard let first = parts.first else { throw BatchError.notAPart(path: path) }
    let index = try first.index()
    let base = try first.record(of: index.scenarios[0])
    for part in parts {
      let missing = try part.missing()
      guard missing.isEmpty else {
        throw BatchError.incomplete(path: part.path, missing: missing)
      }
      guard try part.record(of: index.scenarios[0]).untimed == base.untimed else {
        throw BatchError.otherBase(path: part.path, first: first.path)
      }
    }
    // Replacing a part would remove what is still to be read from it.
    if let part = parts.first(where: { Self.place($0.path) == Self.place(path) }) {
      throw BatchError.intoPart(path: part.path)
    }
    let folder = BatchFolder(path: path, manifest: first.manifest.whole)
    let lock = try folder.open(existing)
    try folder.write(index)
    try folder.write(try first.context())
    try folder.write(base)
    for scenario in index.scenarios.dropFirst() {
      guard let part = parts.first(where: { $0.holdsRecord(of: scenario) }) else {
        throw BatchError.incomplete(path: first.path, missing: [scenario.id])
      }
      try folder.write(try part.record(of: scenario))
    }
    return (folder, lock)
  }

  /// Where a path leads, however it is written.
  private static func place(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardized.path
  }
}
