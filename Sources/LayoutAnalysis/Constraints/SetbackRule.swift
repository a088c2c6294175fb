package import LandModel

/// What a setback by class is measured from.
package enum SetbackKind: String, Sendable, Codable, CaseIterable {
  case railway
  case road
  case powerLine = "power-line"

  package var title: LocalizedText {
    switch self {
    case .railway: LocalizedText(english: "railway", chinese: "铁路")
    case .road: LocalizedText(english: "road", chinese: "公路")
    case .powerLine: LocalizedText(english: "power line", chinese: "架空电力线路")
    }
  }

  /// The classes and their distances as rules set them.
  package var classes: [SetbackClass] {
    switch self {
    case .railway: SetbackTable.railways
    case .road: SetbackTable.roads
    case .powerLine: SetbackTable.powerLines
    }
  }

  /// Codes that a plan may give distances for.
  package var codes: [String] { classes.map(\.code) + [SetbackTable.unclassified] }
}

/// Distances to keep from railways, roads or power lines, by the class of each feature.
package struct SetbackRule: Sendable, Hashable {
  package let kind: SetbackKind
  /// Attribute of the constraint layer that tells the class.
  package let classField: String
  /// Distances that go before the table's, by class code.
  package var distances: [String: Metres] = [:]
  /// What railways run through; the whole layer's.
  package var surroundings = RailwaySurroundings.other
  /// Whether new towns' distance beyond the control zone of a road is added.
  package var isNewTown = false
  /// From the centreline to the edge of the land, by class code, where a layer holds centrelines only: an
  /// assumption of the user, added to the distance.
  package var halfWidths: [String: Metres] = [:]

  package init(kind: SetbackKind, classField: String) {
    self.kind = kind
    self.classField = classField
  }

  /// The classes that the layer's features may have, in the table's order, the unclassified last.
  package var groups: [SetbackGroup] {
    let known = kind.classes.map(group)
    let largest = known.max { $0.distance < $1.distance }
    let given = distances[SetbackTable.unclassified]
    let halfWidth = halfWidths[SetbackTable.unclassified] ?? .zero
    return known + [
      SetbackGroup(
        code: SetbackTable.unclassified,
        title: given == nil
          ? LocalizedText(english: "class not known, largest distance", chinese: "类别不明，按最大距离")
          : LocalizedText(english: "class not known", chinese: "类别不明"),
        distance: given.map { $0 + halfWidth } ?? largest?.distance ?? .zero,
        halfWidth: given == nil ? largest?.halfWidth ?? .zero : halfWidth,
        // Whether the number applies is not known, however sure it is.
        confidence: given == nil ? .known : .user, source: given == nil ? largest?.source ?? "" : ""
      )
    ]
  }

  /// The classes that names without surroundings may mean, with their distances; not the unclassified.
  package var namedGroups: [SetbackGroup] {
    groups.dropLast().filter {
      kind != .railway || $0.code.hasSuffix("-\(surroundings.rawValue)")
    }
  }

  private func group(_ entry: SetbackClass) -> SetbackGroup {
    let given = distances[entry.code]
    let extra = isNewTown ? entry.newTownExtra : .zero
    let halfWidth = halfWidths[entry.code] ?? .zero
    let addition = extra > .zero ? "，新建村镇再退 \(Int(extra.value)) m（第14条）" : ""
    return SetbackGroup(
      code: entry.code, title: entry.title, distance: (given ?? entry.distance + extra) + halfWidth,
      halfWidth: halfWidth, confidence: given == nil ? entry.confidence : .user,
      source: given == nil ? entry.source + addition : "")
  }

  /// For each feature its place in ``groups``.
  package func groupPlaces(of layer: CheckedLayer) -> [Int] {
    let (column, classes) = (layer.attributes[classField], kind.classes)
    return (0..<layer.count).map { row in
      column?.classText(at: row).flatMap { place(of: $0, among: classes) } ?? classes.count
    }
  }

  /// The class of an attribute value: its code, its Chinese name or one of its other names, or a voltage.
  ///
  /// A railway's name tells the speed; what it runs through is then the rule's.
  private func place(of text: String, among classes: [SetbackClass]) -> Int? {
    let folded = text.lowercased()
    let named = classes.firstIndex { entry in
      entry.code == folded || entry.title.chinese == text
        || (entry.names.contains(folded)
          && (kind != .railway || entry.code.hasSuffix("-\(surroundings.rawValue)")))
    }
    if let named { return named }
    guard kind == .powerLine, let voltage = Voltage(text) else { return nil }
    return classes.firstIndex { $0.code == voltage.classCode }
  }
}

/// Features of one class in a setback, with the distance that they are kept from.
package struct SetbackGroup: Sendable, Hashable {
  package let code: String
  package let title: LocalizedText
  /// From the feature as drawn, the half width included.
  package let distance: Metres
  /// Of that, what was assumed between the centreline and the edge of the land.
  package let halfWidth: Metres
  package let confidence: SourceConfidence
  /// Empty where the user set the number.
  package let source: String
}

/// A power line's voltage as attributes state it.
struct Voltage {
  let kilovolts: Double

  /// Reads `110`, `110kV`, `110 千伏`, `±800kV`, `110000` volts or `380 V`; `110,000` has a separator of
  /// thousands.
  ///
  /// Nil where there is no number, and for one from 1000 to below 10 000 without a unit: `1000` is the
  /// highest class of lines in kilovolts, the unit that layers use, and the lowest in volts. Nil too for a
  /// comma that separates no thousands: nobody knows what `1,5` or `10,35` means.
  init?(_ text: String) {
    // 千 is a number too, by Unicode.
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    func isComma(_ character: Character) -> Bool { ",，".contains(character) }
    let written = text.drop { !isDigit($0) }.prefix { isDigit($0) || $0 == "." || isComma($0) }
    let groups = written.split(omittingEmptySubsequences: false, whereSeparator: isComma)
    guard
      groups.dropFirst().enumerated().allSatisfy({ place, group in
        let whole = place == groups.count - 2 ? group.prefix { $0 != "." } : group
        return whole.count == 3 && whole.allSatisfy(isDigit)
      }), groups.count == 1 || (1...3).contains(groups[0].count),
      let number = Double(groups.joined()), number > 0
    else { return nil }
    let isBare = !text.contains { $0.isLetter }
    guard !isBare || !(1000..<10_000).contains(number) else { return nil }
    let folded = text.lowercased()
    let unit = folded.drop { !isDigit($0) }.drop {
      isDigit($0) || $0 == "." || isComma($0) || $0.isWhitespace
    }
    let isKilovolts = folded.contains("kv") || folded.contains("千伏")
    let isVolts = unit.hasPrefix("v") || unit.hasPrefix("伏") || (number >= 1000 && !isKilovolts)
    kilovolts = isVolts ? number / 1000 : number
  }

  /// The class of the table that holds the voltage; nil between classes and above them.
  var classCode: String? {
    switch kilovolts {
    case 1...10: "kv-1-10"
    case 35...110: "kv-35-110"
    case 154...330: "kv-154-330"
    case 500: "kv-500"
    default: nil
    }
  }
}
