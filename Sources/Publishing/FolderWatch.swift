/// What an interruption needs to know of a folder being written, so that it leaves nothing behind.
package struct FolderWatch: Sendable {
  /// The hidden folder is about to be made, or to take its name: not to be interrupted until `didChange`.
  package let willChange: @Sendable () -> Void
  package let didChange: @Sendable () -> Void
  /// Tells the hidden folder while there is one to remove, then nil.
  package let isStaged: @Sendable (String?) -> Void

  package init(
    willChange: @escaping @Sendable () -> Void, didChange: @escaping @Sendable () -> Void,
    isStaged: @escaping @Sendable (String?) -> Void
  ) {
    self.willChange = willChange
    self.didChange = didChange
    self.isStaged = isStaged
  }
}
