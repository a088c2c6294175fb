import LandModel

/// What a reader had to assume or leave out, as sentences of the report.
struct LayerRemarks {
  private(set) var remarks: [SourceRemark] = []

  var texts: [LocalizedText] { remarks.map(\.text) }

  /// GDAL's warnings told one by one; beyond that only their number.
  private static let mostWarnings = 5

  mutating func add(
    _ kind: SourceRemark.Kind, rows: [Int] = [], _ english: String, _ chinese: String
  ) {
    remarks.append(
      SourceRemark(kind, rows: rows, text: LocalizedText(english: english, chinese: chinese)))
  }

  mutating func add(_ remark: SourceRemark) { remarks.append(remark) }

  mutating func append(_ other: LayerRemarks) { remarks += other.remarks }

  mutating func addUnused(encoding: String) {
    add(
      .note,
      "The encoding \(encoding) that was asked for is not used: this format states its own.",
      "未使用指定的编码 \(encoding)：该格式自带编码说明。")
  }

  mutating func addMissingProjection() {
    add(.note, "The Shapefile has no .prj file.", "Shapefile 缺少 .prj 文件。")
  }

  mutating func add(_ encoding: ShapefileEncoding) {
    switch encoding {
    case .stated: break
    case .gbkByHeader:
      add(
        .guess,
        "No .cpg file; attributes read as GBK, the code page in the table's header.",
        "缺少 .cpg 文件；按属性表文件头标明的代码页 GBK 读取。")
    case .gbkByText:
      add(
        .guess,
        "No .cpg file; attributes read as GBK because they are not valid UTF-8.",
        "缺少 .cpg 文件；属性不是有效的 UTF-8，按 GBK 读取。")
    case .utf8ByText:
      add(
        .guess,
        "No .cpg file; attributes read as UTF-8, which they are throughout.",
        "缺少 .cpg 文件；属性全部为有效的 UTF-8，按 UTF-8 读取。")
    case .ascii:
      add(.note, "No .cpg file; attributes are plain ASCII.", "缺少 .cpg 文件；属性仅含 ASCII 字符。")
    case .unknown:
      add(
        .guess,
        "No .cpg file; attributes read in the encoding GDAL assumes.",
        "缺少 .cpg 文件；按 GDAL 默认编码读取属性。")
    }
  }

  mutating func add(_ geometry: GeometryCollector) {
    addHeights(ofRows: geometry.rowsWithHeights)
    if !geometry.rowsWithArcs.isEmpty {
      add(
        .curve, rows: geometry.rowsWithArcs,
        "Arcs of \(geometry.rowsWithArcs.count.counted("feature")) are drawn as chords, at most "
          + "\(geometry.stroker.tolerance) of the layer's unit off the arc.",
        "\(geometry.rowsWithArcs.count) 个要素的圆弧以弦线代替，偏离不超过 \(geometry.stroker.tolerance) 坐标单位。")
    }
    addMissingGeometry(ofRows: geometry.rowsWithout.count)
    addMixed(rows: geometry.mixedRows)
  }

  mutating func addHeights(ofRows count: Int) {
    guard count > 0 else { return }
    add(
      .loss, "Heights or measures of \(count.counted("feature")) are left out.",
      "\(count) 个要素的高程或度量值被略去。")
  }

  mutating func addMissingGeometry(ofRows count: Int) {
    guard count > 0 else { return }
    add(
      .loss,
      count.counted("feature has", "features have")
        + " no geometry, or one that cannot be read as the type it names.",
      "\(count) 个要素没有几何，或几何与所标类型不符而无法读取。")
  }

  mutating func addMixed(rows: [Int]) {
    guard !rows.isEmpty else { return }
    let list = rows.prefix(5).map { "\($0 + 1)" }.joined(separator: ", ")
    add(
      .loss, rows: rows,
      rows.count.counted("feature mixes", "features mix")
        + " points, lines and polygons: read without geometry; "
        + "\(rows.count == 1 ? "row" : "rows") \(list).",
      "\(rows.count) 个要素混合点、线、面，按无几何读取；行 \(list)。")
  }

  mutating func add(unreadableRows rows: [Int]) {
    guard !rows.isEmpty else { return }
    let first = rows.prefix(5).map { "\($0 + 1)" }.joined(separator: ", ")
    add(
      .unreadable, rows: rows,
      rows.count.counted("feature has", "features have")
        + " a geometry that cannot be read as the type it names; "
        + "\(rows.count == 1 ? "row" : "rows") \(first).",
      "\(rows.count) 个要素的几何与所标类型不符，无法读取；行 \(first)。")
  }

  mutating func add(_ decoder: TextDecoder) {
    if decoder.readAsGBK > 0 {
      add(
        .guess,
        "\(decoder.readAsGBK) texts are not UTF-8 and are read as GBK.",
        "\(decoder.readAsGBK) 处文字不是 UTF-8，按 GBK 读取。")
    }
    if decoder.replaced > 0 {
      add(
        .loss,
        "\(decoder.replaced) texts are neither UTF-8 nor GBK; their wrong bytes are replaced.",
        "\(decoder.replaced) 处文字既非 UTF-8 也非 GBK，错误字节已替换。")
    }
  }

  mutating func add(warnings: [String]) {
    for warning in warnings.prefix(Self.mostWarnings) {
      add(.note, "GDAL: \(warning)", "GDAL 提示：\(warning)")
    }
    let more = warnings.count - Self.mostWarnings
    if more > 0 { add(.note, "GDAL gave \(more) more warnings.", "GDAL 另有 \(more) 条提示。") }
  }
}

extension SourceLayer {
  /// The layer with some of its fields only; nil for all.
  func selecting(fields: [String]?) -> SourceLayer {
    guard let fields else { return self }
    let kept = attributes.names.indices.filter { fields.contains(attributes.names[$0]) }
    let table = AttributeTable(
      names: kept.map { attributes.names[$0] }, columns: kept.map { attributes.columns[$0] })
    return SourceLayer(
      address: address, crs: crs, geometry: geometry, numbers: numbers, attributes: table,
      remarks: remarks)
  }

  /// The layer with a remark that the encoding asked for was not used.
  func remarking(unusedEncoding encoding: String) -> SourceLayer {
    var remarks = LayerRemarks()
    remarks.addUnused(encoding: encoding)
    return SourceLayer(
      address: address, crs: crs, geometry: geometry, numbers: numbers, attributes: attributes,
      remarks: self.remarks + remarks.remarks)
  }
}
