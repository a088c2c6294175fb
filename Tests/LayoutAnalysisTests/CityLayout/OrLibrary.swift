import Foundation
import TestSupport
import Testing

/// Instances of OR-Library in `fixtures/published`.
enum OrLibrary {
  /// Shortest paths between all vertices of an instance of OR-Library, and its p.
  static func distances(_ file: String) throws -> (distances: [[Int]], p: Int) {
    let text = try String(
      contentsOf: Fixtures.folder("published").appending(path: file), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
    let head = try #require(rows.first)
    var distances = [[Int]](
      repeating: [Int](repeating: 1_000_000, count: head[0]), count: head[0])
    for vertex in 0..<head[0] { distances[vertex][vertex] = 0 }
    for row in rows.dropFirst() {
      distances[row[0] - 1][row[1] - 1] = row[2]
      distances[row[1] - 1][row[0] - 1] = row[2]
    }
    for middle in 0..<head[0] {
      let onward = distances[middle]
      for from in 0..<head[0] {
        let first = distances[from][middle]
        for to in 0..<head[0] where first + onward[to] < distances[from][to] {
          distances[from][to] = first + onward[to]
        }
      }
    }
    return (distances, head[2])
  }
}
