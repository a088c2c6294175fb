package import LandModel

/// Land that only stated classes of activity may take, and none of it in the core.
///
/// The red line of 自然资发〔2022〕142号 is of this kind: the core of a nature reserve is closed, the rest is
/// open to limited human activity of ten classes (domain facts §2.1). What is allowed still needs the
/// province's opinion (认定意见).
package struct ConditionalRule: Sendable, Hashable {
  /// Where the rule stands.
  package static let source = "自然资发〔2022〕142号"

  /// Classes that may lie outside the core, ascending.
  package let allowed: [ActivityClass]
  /// Attribute of the constraint layer that tells the zone.
  package let zoneField: String
  /// Values of it that mean the core.
  package let coreValues: [String]

  /// Values that mean the core where none are given: the words of the rule, and its plain English.
  package static let customaryCoreValues = ["核心保护区", "核心区", "core"]

  package init(
    allowed: [ActivityClass], zoneField: String,
    coreValues: [String] = ConditionalRule.customaryCoreValues
  ) {
    self.allowed = Array(Set(allowed)).sorted()
    self.zoneField = zoneField
    self.coreValues = coreValues
  }

  /// Whether a town of an activity class may lie outside the core.
  package func allows(_ reading: ActivityReading) -> Bool {
    reading.activity.map(allowed.contains) ?? false
  }

  /// The zone of each feature; without a value, or without the attribute, it is unstated.
  ///
  /// Values are compared without case and surrounding white space.
  package func zones(of layer: CheckedLayer) -> [RedLineZone] {
    let column = layer.attributes[zoneField]
    let coreValues = Set(coreValues.map(Self.folded))
    return (0..<layer.count).map { row in
      guard let value = column?.classText(at: row) else { return .unstated }
      return coreValues.contains(Self.folded(value)) ? .core : .outsideCore
    }
  }

  private static func folded(_ value: String) -> String {
    var rest = value[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest.lowercased()
  }
}

/// A part of a conditional layer.
package enum RedLineZone: String, Sendable, Codable, CaseIterable {
  case core
  case outsideCore = "outside-core"
  /// The feature does not say; held to be core.
  case unstated = "zone-unstated"

  package var title: LocalizedText {
    switch self {
    case .core: LocalizedText(english: "core", chinese: "核心保护区")
    case .outsideCore: LocalizedText(english: "outside the core", chinese: "核心保护区外")
    case .unstated:
      LocalizedText(english: "zone not stated, held to be core", chinese: "未注明分区，按核心保护区对待")
    }
  }
}

extension AttributeColumn {
  /// A value as classes are compared: no surrounding white space, a whole number without decimals; nil
  /// where there is none.
  package func classText(at row: Int) -> String? {
    if case .real(let values) = self, let number = values[row], number == number.rounded(),
      abs(number) < 1e15
    {
      return "\(Int64(number))"
    }
    return text(at: row).flatMap(MissingText.value)
  }
}
