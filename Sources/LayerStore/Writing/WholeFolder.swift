import Foundation

/// A folder of output that appears when complete or not at all.
///
/// Files are made in ``path``, a hidden folder beside it; ``commit()`` renames that. Given up without a
/// commit, by an error on the way, everything is removed and what was there before stays.
package struct WholeFolder: ~Copyable {
  private let aside: AsideFolder
  private let isReplacing: Bool

  /// Prepares to write a folder.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)`` where it exists, is not empty and `replacing` is
  ///   not set; ``LayerStoreError/notWritten(file:operation:message:)``.
  package init(_ folder: String, replacing: Bool = false) throws(LayerStoreError) {
    aside = try AsideFolder(for: folder, replacing: replacing)
    isReplacing = replacing
  }

  /// The hidden folder that files are written into until the commit.
  package var path: String { aside.path }

  /// The path of a file in the hidden folder.
  package func path(of name: String) -> String { "\(aside.path)/\(name)" }

  /// Lets the folder appear under its name, in place of the one that was there.
  package consuming func commit() throws(LayerStoreError) {
    let (new, destination) = (aside.path, aside.destination)
    FileSystem.synchronise(folder: new)
    let parent = (new as NSString).deletingLastPathComponent
    // A rename replaces an empty folder in one step, and fails on one that another run has filled
    // meanwhile; a full one that may be replaced is moved out of the way first.
    let old = "\(new)-old"
    let exists = isReplacing && FileManager.default.fileExists(atPath: destination)
    if exists {
      try FileSystem.rename(destination, to: old, replacing: false, as: destination)
    }
    do throws(LayerStoreError) {
      try FileSystem.rename(new, to: destination, replacing: false, as: destination)
    } catch {
      if exists {
        try FileSystem.rename(old, to: destination, replacing: false, as: destination)
      }
      throw error
    }
    FileSystem.synchronise(folder: parent)
    if exists { try? FileManager.default.removeItem(atPath: old) }
  }
}
