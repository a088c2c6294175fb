import LandModel

/// The entities of a DXF drawing as a layer of areas, lines and points with attributes.
///
/// GDAL gives lines for everything drawn and points for texts, one row each, with the drawing's layer in
/// `Layer` and the text in `Text`. Closed lines become polygons, texts attributes of the polygon they stand
/// in.
struct DrawingLayer {
  private(set) var geometry: GeometryColumn
  private(set) var attributes: AttributeTable
  private(set) var numbers: [Int64]
  private(set) var remarks = LayerRemarks()

  /// GDAL's name of the table of entities.
  static let tableName = "entities"

  /// - Parameters:
  ///   - remarks: about the entities as GDAL gave them.
  ///   - stroked: how far chords may be off the arcs, in drawing units.
  ///   - layer: of the drawing, to read alone; nil for all.
  /// - Throws: ``LayerStoreError/layerMissing(file:layer:available:)``.
  init(
    _ drained: LayerReader.Drained, remarks: LayerRemarks, curves: DrawingCurves, stroked: Double,
    layer: String?, file: String
  ) throws(LayerStoreError) {
    attributes = drained.attributes.table(inferringNumbers: false)
    let curved = Self.rows(of: curves, in: attributes)
    let lines = DrawingLines(drained.geometry.column, curvedRows: Set(curved))
    geometry = lines.column
    numbers = drained.numbers
    self.remarks = remarks
    self.remarks.add(lines)
    self.remarks.add(curves, rows: curved, stroked: stroked)
    let (layers, texts) = (texts("Layer"), texts("Text"))
    guard let layer else {
      applyLabels()
      return
    }
    let rows = layers.indices.filter { layers[$0] == layer }
    guard !rows.isEmpty else {
      throw .layerMissing(
        file: file, layer: layer, available: Set(layers.compactMap(\.self)).sorted())
    }
    // A layer of texts alone is asked for because of its texts.
    guard rows.contains(where: { texts[$0] == nil }) else {
      keep(rows)
      return
    }
    applyLabels()
    let kept = self.texts("Layer")
    keep(kept.indices.filter { kept[$0] == layer })
  }

  private static func rows(
    of curves: DrawingCurves, in attributes: AttributeTable
  ) -> [Int] {
    guard let handles = attributes["EntityHandle"] else { return [] }
    return (0..<handles.count).filter { handles.text(at: $0).map(curves.handles.contains) ?? false }
  }

  private func texts(_ name: String) -> [String?] {
    (0..<geometry.count).map { attributes[name]?.text(at: $0) }
  }

  // MARK: Texts

  /// Gives polygons the texts within them; the rows of texts go, but for those of a drawing without areas.
  private mutating func applyLabels() {
    let own = texts("Text")
    let labels = DrawingLabels(geometry, labels: own)
    guard !labels.rowsPlaced.isEmpty || !labels.rowsOutside.isEmpty else { return }
    let merged = own.indices.map { geometry.kinds[$0] == .polygon ? labels.texts[$0] : own[$0] }
    attributes = AttributeTable(
      names: attributes.names,
      columns: attributes.names.enumerated().map { index, name in
        name == "Text" ? .text(merged) : attributes.columns[index]
      })
    let gone = Set(labels.rowsPlaced + labels.rowsOutside)
    keep((0..<geometry.count).filter { !gone.contains($0) })
    remarks.add(labels, texts: own)
  }

  private mutating func keep(_ rows: [Int]) {
    geometry = geometry.selecting(rows: rows)
    attributes = attributes.selecting(rows: rows)
    numbers = rows.map { numbers[$0] }
    remarks = remarks.selecting(rows: rows)
  }
}

extension LayerRemarks {
  /// The remarks about a layer of which only some rows are kept.
  func selecting(rows: [Int]) -> LayerRemarks {
    var kept = LayerRemarks()
    for remark in remarks.compactMap({ $0.selecting(rows: rows) }) { kept.add(remark) }
    return kept
  }

  fileprivate mutating func add(_ lines: DrawingLines) {
    if lines.rowsOfClosedLines > 0 {
      add(
        .guess,
        lines.rowsOfClosedLines.counted("closed line")
          + " of the drawing read as \(lines.rowsOfClosedLines == 1 ? "a polygon" : "polygons").",
        "图中 \(lines.rowsOfClosedLines) 条闭合线按面读取。")
    }
    if !lines.rowsNearlyClosed.isEmpty {
      let gap = DecimalNumber.text(lines.greatestGap, decimals: 6)
      add(
        .guess, rows: lines.rowsNearlyClosed,
        lines.rowsNearlyClosed.count.counted("line ends", "lines end")
          + " within \(DrawingLines.closingTolerance) drawing units of the start, taken as closed; "
          + "the greatest gap is \(gap).",
        "\(lines.rowsNearlyClosed.count) 条线首尾相距不超过 \(DrawingLines.closingTolerance) 图形单位，"
          + "已闭合；最大间隙 \(gap)。")
    }
    if !lines.rowsOpen.isEmpty {
      add(
        .note, rows: lines.rowsOpen,
        lines.rowsOpen.count.counted(
          "line is open and stays a line.", "lines are open and stay lines."),
        "\(lines.rowsOpen.count) 条线未闭合，按线读取。")
    }
  }

  fileprivate mutating func add(_ curves: DrawingCurves, rows: [Int], stroked: Double) {
    let distance = DecimalNumber.text(stroked, decimals: 6)
    if !rows.isEmpty {
      add(
        .curve, rows: rows,
        "Arcs and bulges of \(rows.count.counted("entity", "entities")) are drawn as chords, at most \(distance) drawing "
          + "units off.",
        "\(rows.count) 个图元的圆弧（含凸度）以弦线代替，偏离不超过 \(distance) 图形单位。")
    }
    if curves.hasCurvesInBlocks {
      add(
        .guess,
        "Blocks of the drawing hold arcs, which are drawn as chords at most \(distance) drawing units "
          + "off.", "图块中含圆弧，以弦线代替，偏离不超过 \(distance) 图形单位。")
    }
    if curves.hasSplines {
      add(
        .guess, "Splines of the drawing are drawn by GDAL with chords of its own choice.",
        "样条曲线由 GDAL 自定弦线代替。")
    }
    add(
      .note, "A drawing states no reference system, and its unit of length is not taken from it.",
      "DXF 不含坐标系，其长度单位未予采用。")
  }

  fileprivate mutating func add(_ labels: DrawingLabels, texts: [String?]) {
    if !labels.rowsPlaced.isEmpty {
      add(
        .guess,
        labels.rowsPlaced.count.counted("text")
          + " became the attribute Text of the smallest enclosing polygon.",
        "\(labels.rowsPlaced.count) 个注记作为其所在最小面的属性 Text。")
    }
    if !labels.rowsOutside.isEmpty {
      let shown = labels.rowsOutside.prefix(5).compactMap { texts[$0] }.joined(separator: ", ")
      add(
        .loss,
        labels.rowsOutside.count.counted("text stands", "texts stand")
          + " in no polygon, left out here: \(shown).",
        "\(labels.rowsOutside.count) 个注记不在任何面内，已略去：\(shown)。")
    }
  }
}
