/// In what two batches differ: the part, and its value in each of them.
package struct ManifestDifference: Sendable, Equatable {
  package enum Part: Sendable, Equatable {
    /// Version of the batch folder's format.
    case format
    /// Version of the program or of a library.
    case version(of: String)
    /// The plan file, by name.
    case plan(String)
    /// The scenarios file, by name.
    case scenarios(String)
    /// A file that the plan names.
    case input(String)
    /// How many scenarios the file asks for.
    case count
    /// How many shards there are.
    case shardCount
  }

  package let part: Part
  /// Nil where it is missing.
  package let value: String?
  /// Nil where it is missing.
  package let other: String?

  init(_ part: Part, _ value: String?, _ other: String?) {
    self.part = part
    self.value = value
    self.other = other
  }
}
