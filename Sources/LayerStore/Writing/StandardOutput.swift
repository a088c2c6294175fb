/// The file name that stands for standard output.
package enum StandardOutput {
  package static let name = "-"

  /// Whether an output goes to standard output.
  package static func isMeant(by file: String?) -> Bool { file == name }
}
