import LandModel

/// Ids of scenarios: readable, the same every time, and safe as names of folders.
///
/// `spacing.spacing-5km.land-60km2.s007` is the seventh draw of the sample where the grid of the family
/// `spacing` has 5 km and 60 km2. Where such ids would be long or alike, the scenarios of a family are numbered
/// instead: `spacing.0012`.
enum ScenarioID {
  /// Id of the plan without changes.
  static let base = "base"

  private static let longestName = 40
  private static let longestID = 100
  /// Names that Windows keeps for devices, whatever follows them.
  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3",
  ]

  /// Makes sure that a family's name can begin a folder's.
  static func requireName(_ name: String, at value: PlanValue) throws(PlanError) {
    let isSafe = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isSafe, name.first.map({ $0 != "-" }) == true, name.count <= longestName else {
      throw value.error(
        .wrongValue(
          expected: "a name of at most \(longestName) letters, digits, - and _", found: "“\(name)”")
      )
    }
    guard name.lowercased() != base, !devices.contains(name.lowercased()) else {
      throw value.error(
        .contradiction(
          name.lowercased() == base
            ? "“\(base)” is the plan without changes; choose another name"
            : "“\(name)” is the name of a device on Windows; choose another name"))
    }
  }

  static func text(
    family: String, values: [(path: String, value: String)], draw: Int?, of draws: Int
  ) -> String {
    var parts = [family]
    for (path, value) in values {
      let key = path.split(separator: ".").last.map(String.init) ?? path
      parts.append("\(safe(key))-\(value.isEmpty ? "none" : safe(value))")
    }
    if let draw { parts.append("s" + padded(draw + 1, to: draws)) }
    return parts.joined(separator: ".")
  }

  static func text(family: String, number: Int, of count: Int) -> String {
    "\(family).\(padded(number + 1, to: count))"
  }

  static func isLong(_ id: String) -> Bool { id.utf8.count > longestID }

  /// What a folder's name may hold everywhere: no space, no slash, no point.
  private static func safe(_ text: String) -> String {
    String(
      text.compactMap { character -> Character? in
        if character == " " { return nil }
        if character == "." { return "p" }
        return character.isLetter || character.isNumber || "-+_".contains(character)
          ? character : "_"
      })
  }

  private static func padded(_ number: Int, to most: Int) -> String {
    let (digits, width) = ("\(number)", "\(most)".count)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
