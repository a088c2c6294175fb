package import Foundation

/// The folder `fixtures` of the repository.
package enum Fixtures {
  /// A folder in it, such as `formats/good`.
  package static func folder(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("fixtures").appendingPathComponent(path)
  }

  /// The rows of the first table in a folder's README, by the file named in the first cell.
  package static func table(in path: String) throws -> [(file: String, cells: [String])] {
    let readme = folder(path).appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells[0].replacingOccurrences(of: "`", with: ""), Array(cells.dropFirst()))
    }
  }
}
