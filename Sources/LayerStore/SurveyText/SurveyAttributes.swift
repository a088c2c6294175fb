import LandModel

/// The attributes of a survey text's layer: parcel fields, point names, header and other sections.
struct SurveyAttributes {
  private(set) var table: AttributeTable
  private(set) var remarks = LayerRemarks()

  /// - Parameters:
  ///   - geometry: one row for each parcel.
  ///   - unit: of its positions.
  init(_ text: SurveyText, geometry: SurveyGeometry, unit: SurveyAxes.Unit) {
    let areas = text.parcels.indices.map { row in
      SurveyArea(
        text.parcels[row].field(1),
        measured: Self.measured(geometry.column.geometry(ofRow: row), unit))
    }
    table = AttributeTable()
    for (index, name) in SurveyField.parcelFields.enumerated() {
      switch name {
      case SurveyField.count:
        let counts = text.parcels.map { $0.field(index).flatMap { Int64($0) } }
        table.append(name: name, column: .integer(counts))
      case SurveyField.area: table.append(name: name, column: .real(areas.map(\.hectares)))
      default: table.append(name: name, column: .text(text.parcels.map { $0.field(index) }))
      }
    }
    appendExtras(text)
    table.append(name: SurveyField.pointNames, column: .text(geometry.pointNames))
    appendHeader(text)
    tell(areas)
  }

  /// Fields behind the eighth; empty ones within a line are kept as empty, for their number counts.
  private mutating func appendExtras(_ text: SurveyText) {
    let known = SurveyField.parcelFields.count
    let most = text.parcels.map { $0.fields.count - known }.max() ?? 0
    for (offset, name) in SurveyField.extraFields(count: max(0, most)).enumerated() {
      let values = text.parcels.map { parcel in
        known + offset < parcel.fields.count ? parcel.fields[known + offset] : nil
      }
      table.append(name: name, column: .text(values))
    }
  }

  /// The same values in each row, as a layer has no attributes of its own.
  private mutating func appendHeader(_ text: SurveyText) {
    func append(_ name: String, _ value: String?) {
      table.append(
        name: name, column: .text(Array(repeating: value, count: text.parcels.count)))
    }
    for entry in text.header {
      if SurveyField.headerKeys.contains(entry.key) {
        append(entry.key, entry.value.isEmpty ? nil : entry.value)
      } else {
        append(SurveyField.otherKeyPrefix + entry.key, entry.value)
      }
    }
    if !text.extensionLines.isEmpty {
      append(SurveyField.extensions, text.extensionLines.joined(separator: "\n"))
    }
  }

  private mutating func tell(_ areas: [SurveyArea]) {
    let squareMetres = areas.indices.filter { areas[$0].assumption == .squareMetres }
    if !squareMetres.isEmpty {
      remarks.add(
        .guess, rows: squareMetres,
        "Areas of \(squareMetres.count.counted("parcel")) agree with the boundary as square metres, not as "
          + "hectares; they are converted.",
        "\(squareMetres.count) 个地块的面积按平方米（而非公顷）与图形相符，已换算为公顷。")
    }
    let mu = areas.indices.filter { areas[$0].assumption == .mu }
    if !mu.isEmpty {
      remarks.add(
        .guess, rows: mu,
        "Areas of \(mu.count.counted("parcel")) agree with the boundary as mu, not as hectares; they are "
          + "converted.",
        "\(mu.count) 个地块的面积按亩（而非公顷）与图形相符，已换算为公顷。")
    }
    let unreadable = areas.indices.filter { areas[$0].isUnreadable }
    if !unreadable.isEmpty {
      remarks.add(
        .loss, rows: unreadable,
        "Areas of \(unreadable.count.counted("parcel")) are no numbers; left out.",
        "\(unreadable.count) 个地块的面积不是数字，已略去。")
    }
  }

  /// Area by which a unit is told: in the plane, or on the ellipsoid for degrees.
  private static func measured(_ geometry: Geometry, _ unit: SurveyAxes.Unit) -> SquareMetres? {
    guard geometry.kind == .polygon else { return nil }
    guard unit != .metres else { return PlanarMeasure.area(of: geometry) }
    return EllipsoidalArea.area(ofGeodetic: geometry)
  }
}
