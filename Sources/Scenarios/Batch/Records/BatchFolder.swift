import Foundation
import LandModel
package import LayerStore

/// The folder of a batch: what it is made from, a record for each finished scenario, and the results.
package struct BatchFolder: Sendable {
  /// What is to become of a folder that is there.
  package enum Existing: Sendable {
    case refuse, resume, replace
  }

  /// Path of the folder as given.
  package let path: String
  package let manifest: BatchManifest

  /// The plan file of a run's folder.
  package static let planName = "plan.yaml"
  static let manifestName = "batch.json"
  private static let lockName = ".lock"
  private static let recordsName = "records"
  private static let contextName = "context.json"
  private static let foldersName = "folders"
  /// Everything that a batch writes beside the folders of runs, and nothing else is ever removed.
  package static let resultNames = [
    "scenarios.csv", "scenarios.gpkg", "comparison.html", "summary.json", "timings.csv",
  ]

  package var recordsPath: String { "\(path)/\(Self.recordsName)" }
  package var contextPath: String { "\(recordsPath)/\(Self.contextName)" }
  private var indexPath: String { "\(recordsPath)/index.json" }
  /// Where the folder of a scenario's run comes.
  package func runPath(of scenario: Scenario) -> String {
    "\(path)/\(Self.foldersName)/\(scenario.id)"
  }
  private func recordPath(_ id: String) -> String { "\(recordsPath)/scenario-\(id).json" }

  package init(path: String, manifest: BatchManifest) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.manifest = manifest
  }

  // MARK: Opening

  /// Refuses early what can be told without the inputs.
  ///
  /// - Throws: ``BatchError/folderExists(path:)`` or ``BatchError/notABatch(path:)``.
  package static func require(_ path: String, existing: Existing) throws(BatchError) {
    let files = FileManager.default
    let isThere = files.fileExists(atPath: path)
    let content = (try? files.contentsOfDirectory(atPath: path)) ?? []
    let isBatch = content.contains(manifestName)
    switch existing {
    case .refuse:
      if isThere, !content.isEmpty || !isFolder(path) { throw .folderExists(path: path) }
    case .resume:
      // One that was stopped before its first file is taken for new, as is one that was not begun.
      let isBegun = isBatch || content.allSatisfy { $0.hasPrefix(".") || $0 == recordsName }
      if isThere, !isFolder(path) || !isBegun { throw .notABatch(path: path) }
    case .replace:
      if isThere, !isFolder(path) || !(content.isEmpty || isBatch) { throw .notABatch(path: path) }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Makes the folder, locks it, and begins, continues or replaces what is there.
  ///
  /// - Returns: the lock, to be kept until the batch ends.
  /// - Throws: as ``require(_:existing:)``; ``BatchError/locked(path:)``;
  ///   ``BatchError/changed(path:_:)`` and ``BatchError/otherShard(path:now:before:)`` where the batch
  ///   there was begun with something else; ``LayerStoreError/notWritten(file:operation:message:)``.
  package func open(_ existing: Existing) throws -> FolderLock {
    try Self.require(path, existing: existing)
    do {
      try FileManager.default.createDirectory(
        atPath: recordsPath, withIntermediateDirectories: true)
    } catch {
      throw LayerStoreError.notWritten(
        file: path, operation: "mkdir", message: (error as NSError).localizedDescription)
    }
    guard let lock = try FolderLock.taken("\(path)/\(Self.lockName)") else {
      throw BatchError.locked(path: path)
    }
    DurableFile.sweep(folder: recordsPath)
    DurableFile.sweep(folder: path)
    if existing == .replace { try clear() }
    if existing == .resume, let before = try Self.manifest(in: path) {
      try requireSame(before)
    } else {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      try DurableFile.write(
        encoder.encode(manifest) + Data("\n".utf8), to: "\(path)/\(Self.manifestName)")
    }
    return lock
  }

  /// The manifest of a folder; nil where it has none.
  ///
  /// - Throws: ``BatchError/damaged(path:reason:)``.
  package static func manifest(in path: String) throws(BatchError) -> BatchManifest? {
    let file = "\(path)/\(manifestName)"
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    do { return try JSONDecoder().decode(BatchManifest.self, from: data) } catch {
      throw .damaged(path: file, reason: .notABatch)
    }
  }

  private func requireSame(_ before: BatchManifest) throws(BatchError) {
    if let difference = manifest.difference(from: before) {
      throw .changed(path: path, difference)
    }
    guard manifest.shard == before.shard else {
      throw .otherShard(
        path: path, now: manifest.shard ?? "1/1", before: before.shard ?? "1/1")
    }
  }

  /// Removes what an earlier batch wrote.
  private func clear() throws {
    let files = FileManager.default
    // The manifest last: until then the folder is known as a batch that may be replaced.
    let names = Self.resultNames + [Self.recordsName, Self.foldersName, Self.manifestName]
    for name in names
    where files.fileExists(atPath: "\(path)/\(name)") {
      do { try files.removeItem(atPath: "\(path)/\(name)") } catch {
        throw LayerStoreError.notWritten(
          file: "\(path)/\(name)", operation: "unlink",
          message: (error as NSError).localizedDescription)
      }
    }
    try files.createDirectory(atPath: recordsPath, withIntermediateDirectories: true)
  }

  // MARK: Records

  /// The record of a scenario that is done; nil where it is missing or damaged, or where its run's folder is
  /// missing and there is to be one.
  package func finished(_ scenario: Scenario, withRun: Bool) -> ScenarioRecord? {
    let files = FileManager.default
    guard files.fileExists(atPath: recordPath(scenario.id)),
      let record = try? record(of: scenario)
    else { return nil }
    let needsRun = withRun && record.hasPlan && !record.towns.isEmpty
    return !needsRun || files.fileExists(atPath: runPath(of: scenario)) ? record : nil
  }

  func holdsRecord(of scenario: Scenario) -> Bool {
    FileManager.default.fileExists(atPath: recordPath(scenario.id))
  }

  /// Ids of the scenarios of the folder's shard, or of the batch, that are not done.
  ///
  /// - Throws: ``BatchError/damaged(path:reason:)`` for a folder whose index is damaged.
  func missing() throws(BatchError) -> [String] {
    guard FileManager.default.fileExists(atPath: indexPath) else { return ["…"] }
    return try index().scenarios(of: manifest.shard.flatMap { Shard($0) })
      .filter { finished($0, withRun: false) == nil }.map(\.id)
  }

  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``.
  package func write(_ record: ScenarioRecord) throws {
    try RecordFile.write(record, to: recordPath(record.id), batch: manifest.identity)
  }

  /// - Throws: ``BatchError/damaged(path:reason:)``.
  package func record(of scenario: Scenario) throws(BatchError) -> ScenarioRecord {
    try RecordFile.read(
      ScenarioRecord.self, from: recordPath(scenario.id), batch: manifest.identity)
  }

  package func write(_ context: BatchContext) throws {
    try RecordFile.write(context, to: contextPath, batch: manifest.identity)
  }

  /// - Throws: ``BatchError/damaged(path:reason:)``.
  package func context() throws(BatchError) -> BatchContext {
    try RecordFile.read(BatchContext.self, from: contextPath, batch: manifest.identity)
  }

  /// Whether what the base plan gives is there.
  package var holdsContext: Bool {
    FileManager.default.fileExists(atPath: contextPath) && (try? context()) != nil
  }

  package func write(_ index: BatchIndex) throws {
    try RecordFile.write(index, to: indexPath, batch: manifest.identity)
  }

  /// - Throws: ``BatchError/damaged(path:reason:)``.
  package func index() throws(BatchError) -> BatchIndex {
    try RecordFile.read(BatchIndex.self, from: indexPath, batch: manifest.identity)
  }
}
