import Foundation

/// Field names as a Shapefile's table holds them: ten bytes, which are three Chinese characters.
///
/// GDAL cuts within a character, and then the whole table is no valid UTF-8 (domain facts §3.5).
enum ShapefileFieldNames {
  static let mostBytes = 10

  /// Names cut at whole characters, told apart by a number where that makes them equal.
  ///
  /// Case does not count. Names that fit stay as they are.
  static func shortened(_ names: [String]) -> [String] {
    var taken = Set(names.filter { $0.utf8.count <= mostBytes }.map { $0.lowercased() })
    return names.map { name in
      guard name.utf8.count > mostBytes else { return name }
      var candidate = prefix(of: name, bytes: mostBytes)
      var number = 1
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = prefix(of: name, bytes: mostBytes - "\(number)".utf8.count) + "\(number)"
        number += 1
      }
      return candidate
    }
  }

  private static func prefix(of name: String, bytes: Int) -> String {
    var prefix = ""
    for character in name {
      guard prefix.utf8.count + character.utf8.count <= bytes else { break }
      prefix.append(character)
    }
    return prefix
  }
}
