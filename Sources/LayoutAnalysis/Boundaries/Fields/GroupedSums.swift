import LandModel

/// The sums that a control total is compared with: of the layer, and of each group.
struct GroupedSums {
  struct Sum {
    /// In the unit of the control total.
    var value = 0.0
    /// Features that were added up.
    var count = 0
    /// Features whose value cannot be read, or whose geometry cannot be measured.
    var unreadable = 0
  }

  /// What was summed, at the start of a sentence.
  let title: LocalizedText
  private(set) var whole = Sum()
  /// The groups in the order of their first feature; the empty text for features without a group.
  private(set) var keys: [String] = []
  private var sums: [String: Sum] = [:]

  /// Nil where the layer lacks a field that is needed, which another rule reports.
  init?(of control: ControlTotal, in layer: LayerView) {
    guard let values = Self.values(of: control, in: layer) else { return nil }
    title =
      switch control.summand {
      case .field(let name):
        LocalizedText(english: "Values of field \(name)", chinese: "字段 \(name)")
      case .ellipsoidalArea:
        LocalizedText(english: "Ellipsoidal areas", chinese: "椭球面积")
      }
    var groups: AttributeColumn?
    if case .layer = control.totals {
    } else {
      guard let column = control.groupField.flatMap({ layer.layer.attributes[$0] }) else {
        return nil
      }
      groups = column
    }
    for (row, value) in values.enumerated() {
      let key = groups.map { DeclaredField.value(in: $0, row) ?? "" } ?? ""
      if groups != nil, sums[key] == nil { keys.append(key) }
      Self.add(value, to: &whole)
      Self.add(value, to: &sums[key, default: Sum()])
    }
  }

  /// The sum of a group; zero for one that no feature belongs to.
  subscript(key: String) -> Sum { sums[key] ?? Sum() }

  private static func add(_ value: Double?, to sum: inout Sum) {
    if let value {
      sum.value += value
      sum.count += 1
    } else {
      sum.unreadable += 1
    }
  }

  /// One value for each feature; nil where it cannot be told.
  private static func values(of control: ControlTotal, in layer: LayerView) -> [Double?]? {
    switch control.summand {
    case .field(let name):
      guard let column = layer.layer.attributes[name] else { return nil }
      return (0..<layer.layer.count).map {
        DeclaredField.value(in: column, $0).flatMap(FieldReading.number)
      }
    case .ellipsoidalArea:
      let measure = EllipsoidalArea(grid: layer.layer.grid)
      let unit = control.areaUnit ?? .squareMetre
      var values = [Double?](repeating: nil, count: layer.layer.count)
      for row in layer.soundRows where layer.column.kinds[row] == .polygon {
        values[row] = unit.number(of: measure.area(of: layer.column.geometry(ofRow: row)))
      }
      return values
    }
  }
}
