package import LandModel

/// A constraint layer as the check understood it: its rule, where numbers come from, what was assumed.
package struct CheckedRule: Sendable, Equatable {
  /// A class of features that the layer holds.
  package struct Class: Sendable, Equatable {
    package let code: String
    package let title: LocalizedText
    package let featureCount: Int
    /// Nil where the rule knows no distance.
    package let distance: Metres?
    /// Of the distance, what was assumed between a centreline and the edge of the land.
    package let halfWidth: Metres
    package let confidence: SourceConfidence
    /// Empty where the user set the number.
    package let source: String
  }

  /// Key of the constraint layer.
  package let key: String
  package let rule: ConstraintRule
  /// Where the rule's number comes from; empty where nobody says.
  package let source: String
  /// The state of the data; nil where nobody says.
  package let vintage: String?
  package let featureCount: Int
  /// Classes that occur, in the order of the rule; empty for a rule without classes.
  package let classes: [Class]
  /// What a reader must know to trust the result.
  package let remarks: [LocalizedText]

  /// A constraint that is not checked with others.
  package init(_ constraint: Constraint) {
    self.init(constraint, parts: RuleExpansion([constraint]).members[0])
  }

  init(_ constraint: Constraint, parts: [RuleExpansion.Member]) {
    key = constraint.layer.key
    rule = constraint.rule
    source = constraint.source
    vintage = constraint.vintage
    featureCount = constraint.layer.count
    classes = parts.compactMap { part in
      let count = part.constraint.layer.count
      switch part.kind {
      case .whole: return nil
      case .setback(let group):
        return Class(
          code: group.code, title: group.title, featureCount: count, distance: group.distance,
          halfWidth: group.halfWidth, confidence: group.confidence, source: group.source)
      case .zone(let zone):
        return Class(
          code: zone.rawValue, title: zone.title, featureCount: count, distance: nil,
          halfWidth: .zero, confidence: .official, source: ConditionalRule.source)
      }
    }
    remarks = Self.remarks(on: constraint, classes)
  }

  private static func remarks(on constraint: Constraint, _ classes: [Class]) -> [LocalizedText] {
    switch constraint.rule {
    case .setback(let rule): remarks(on: constraint.layer, rule, classes)
    case .conditional(let rule): remarks(on: constraint.layer, rule)
    case .forbid, .limit, .buffer, .inside: []
    }
  }

  private static func remarks(
    on layer: CheckedLayer, _ rule: SetbackRule, _ classes: [Class]
  ) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    let places = rule.groupPlaces(of: layer)
    let unknown = places.indices.filter { places[$0] == rule.groups.count - 1 }
    if let group = classes.last, !unknown.isEmpty {
      let values = values(of: rule.classField, in: layer, rows: unknown)
      let distance = group.distance?.value ?? 0
      remarks.append(
        LocalizedText(
          english: "\(unknown.count) of \(layer.count) features have no known class "
            + "(\(rule.classField): \(values.english)); they are kept \(distance) m away",
          chinese: "\(layer.count) 个要素中有 \(unknown.count) 个类别不明"
            + "（\(rule.classField)：\(values.chinese)），按 \(distance) m 退让"))
    }
    let widened = classes.filter { $0.halfWidth > .zero }
    if !widened.isEmpty {
      let english = widened.map { "\($0.halfWidth.value) m (\($0.title.english))" }
      let chinese = widened.map { "\($0.title.chinese) \($0.halfWidth.value) m" }
      remarks.append(
        LocalizedText(
          english: "assumed: lines are centrelines, the land's edge lies "
            + english.joined(separator: ", ") + " beside them",
          chinese: "假定：要素为中心线，用地边缘距中心线" + chinese.joined(separator: "、")))
    } else if layer.geometry.kinds.contains(.line), rule.kind != .powerLine {
      remarks.append(
        LocalizedText(
          english: "distances are measured from the lines as drawn; the rule means the edge of the "
            + "\(rule.kind.title.english)'s land",
          chinese: "距离自所绘线量起；规定的起算线为\(rule.kind.title.chinese)用地外缘"))
    }
    if classes.contains(where: { $0.confidence == .known && $0.code != SetbackTable.unclassified })
    {
      remarks.append(
        LocalizedText(
          english: "default distances of this kind are not confirmed from an official text: "
            + "breaches warn; distances set by the user are errors",
          chinese: "该类默认退让距离未经官方文本核实：违反仅作警告；用户自定的距离按错误处理"))
    }
    return remarks
  }

  private static func remarks(
    on layer: CheckedLayer, _ rule: ConditionalRule
  ) -> [LocalizedText] {
    let zones = rule.zones(of: layer)
    let unstated = zones.count { $0 == .unstated }
    var remarks = [
      LocalizedText(
        english: "an activity that is allowed still needs the province's opinion",
        chinese: "允许的有限人为活动仍须取得省级认定意见")
    ]
    if unstated > 0 {
      remarks.append(
        LocalizedText(
          english: "\(unstated) of \(layer.count) features state no zone (\(rule.zoneField)); "
            + "they are held to be core",
          chinese: "\(layer.count) 个要素中有 \(unstated) 个未注明分区（\(rule.zoneField)），按核心保护区对待"))
    }
    let outside = zones.indices.filter { zones[$0] == .outsideCore }
    if !outside.isEmpty {
      let values = values(of: rule.zoneField, in: layer, rows: outside, atMost: 10)
      remarks.append(
        LocalizedText(
          english: "\(outside.count) of \(layer.count) features were taken as outside the core "
            + "(\(rule.zoneField): \(values.english))",
          chinese: "\(layer.count) 个要素中有 \(outside.count) 个按核心保护区外对待"
            + "（\(rule.zoneField)：\(values.chinese)）"))
    }
    return remarks
  }

  /// The first of the different values in some rows, in layer order.
  private static func values(
    of field: String, in layer: CheckedLayer, rows: [Int], atMost limit: Int = 3
  ) -> LocalizedText {
    var values: [String] = []
    var hasMissing = false
    for row in rows {
      guard let value = layer.attributes[field]?.classText(at: row) else {
        hasMissing = true
        continue
      }
      if values.count < limit, !values.contains(value) { values.append(value) }
    }
    let quoted = values.map { "“\($0)”" }
    return LocalizedText(
      english: (quoted + (hasMissing ? ["no value"] : [])).joined(separator: ", "),
      chinese: (quoted + (hasMissing ? ["无值"] : [])).joined(separator: "、"))
  }
}
