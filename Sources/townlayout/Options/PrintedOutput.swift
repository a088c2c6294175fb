import ArgumentParser
import LayerStore

/// Outputs that may go to standard output, by the file name `-`: at most one of them does.
enum PrintedOutput {
  /// Refuses what would mix two results on standard output.
  ///
  /// - Parameters:
  ///   - outputs: options that name an output file, with what they name.
  ///   - json: whether the result itself is asked for as JSON.
  static func refuseSeveral(of outputs: [(option: String, file: String?)], json: Bool) throws {
    let printed = outputs.filter { StandardOutput.isMeant(by: $0.file) }.map { "\($0.option) -" }
    let all = printed + (json && !printed.isEmpty ? ["--json"] : [])
    guard all.count <= 1 else {
      throw ValidationError(
        "\(all.joined(separator: " and ")) both go to standard output; name a file for one of them."
      )
    }
  }
}

extension Output {
  /// Prints what is said beside a layer: on standard error where a layer takes standard output itself.
  static func write(_ text: String, beside files: [String?]) throws {
    guard files.contains(where: StandardOutput.isMeant) else { return try write(text) }
    write(line: text)
  }
}
