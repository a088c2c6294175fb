import Foundation
package import LandModel
import LayerStore
package import Scenarios

/// The folder a run is written to: it appears when everything is in it, or not at all.
package struct RunFolder: Sendable {
  package let path: String
  private let isOverwriting: Bool
  private let watch: FolderWatch

  /// Makes sure early, before hours of work, that the folder can be written.
  ///
  /// Folders above it are made. An existing folder is replaced only when asked, and only if it holds an
  /// earlier run, so that a mistyped path destroys nothing.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)``, ``PublishingError/notARun(path:)``,
  ///   ``LayerStoreError/notWritten(file:operation:message:)``.
  package init(path: String, overwriting isOverwriting: Bool, watch: FolderWatch) throws {
    self.path = path
    self.isOverwriting = isOverwriting
    self.watch = watch
    let files = FileManager.default
    let existing = (try? files.contentsOfDirectory(atPath: path)) ?? []
    if isOverwriting, files.fileExists(atPath: path), !existing.isEmpty || !isFolder,
      !existing.contains(RunPublisher.recordName)
    {
      throw PublishingError.notARun(path: path)
    }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw LayerStoreError.notWritten(
        file: path, operation: "mkdir", message: (error as NSError).localizedDescription)
    }
    // Made and given up at once: whether the place can be written is known now.
    watch.willChange()
    defer { watch.didChange() }
    _ = try WholeFolder(path, replacing: isOverwriting)
  }

  /// Writes a run.
  ///
  /// - Parameter plan: name and bytes of the plan file, where it is to lie among the results.
  /// - Throws: ``PublishingError``, ``LayerStoreError``; nothing is left behind then.
  package func write(
    _ run: RunResult, language: Language, plan: (name: String, bytes: [UInt8])? = nil
  ) throws {
    let folder = try begin()
    if let plan { try DurableFile.write(Data(plan.bytes), to: folder.path(of: plan.name)) }
    try RunPublisher.write(
      run, into: URL(fileURLWithPath: folder.path, isDirectory: true), language: language)
    watch.willChange()
    defer { watch.didChange() }
    try folder.commit()
    watch.isStaged(nil)
  }

  private func begin() throws -> WholeFolder {
    watch.willChange()
    defer { watch.didChange() }
    let folder = try WholeFolder(path, replacing: isOverwriting)
    watch.isStaged(folder.path)
    return folder
  }

  private var isFolder: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
