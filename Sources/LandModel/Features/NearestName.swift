/// Finds the valid name that a mistyped one most likely meant.
package enum NearestName {
  /// The name with the fewest single-character edits, if few enough for a typing mistake.
  package static func of(_ name: String, in names: [String]) -> String? {
    let limit = max(2, name.count / 3)
    let ranked = names.map { (name: $0, distance: edits(name, $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
      return nil
    }
    return best.name
  }

  /// Distance by Levenshtein; names are short, and a hostile long one is cut.
  private static func edits(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.lowercased().prefix(64)), Array(right.lowercased().prefix(64)))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substitution = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
