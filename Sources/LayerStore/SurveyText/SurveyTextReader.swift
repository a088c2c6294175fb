import Foundation
import LandModel

/// Reads a survey text (勘测定界 TXT) as a layer of one feature for each parcel.
///
/// Parcel fields, point names, header and other sections become attributes, so that ``SurveyTextWriter``
/// makes the same text of them. Whatever the file does not say is a remark of kind
/// ``SourceRemark/Kind/guess``.
enum SurveyTextReader {
  /// - Throws: ``LayerStoreError/brokenSurveyText(file:line:parcel:fault:)``,
  ///   ``LayerStoreError/layerMissing(file:layer:available:)``.
  /// - Complexity: O(n) in bytes, and the square of the rings of one parcel.
  static func read(
    _ address: LayerAddress, content: Data, options: ReadOptions
  ) throws(LayerStoreError) -> SourceLayer {
    let name = layerName(of: address.file)
    guard address.layer == nil || address.layer == name else {
      throw .layerMissing(
        file: address.file, layer: address.layer ?? "", available: [name])
    }
    do throws(SurveyTextFailure) {
      return try layer(
        LayerAddress(file: address.file, layer: name), content: Array(content), options: options)
    } catch {
      throw .brokenSurveyText(
        file: address.file, line: error.line, parcel: error.parcel, fault: error.fault)
    }
  }

  /// A survey text has one layer, named after the file.
  static func layerName(of file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private static func layer(
    _ address: LayerAddress, content: [UInt8], options: ReadOptions
  ) throws(SurveyTextFailure) -> SourceLayer {
    let encoding = try SurveyTextEncoding(content, encoding: options.encoding)
    let text = try SurveyTextParser.parse(encoding.bytes)
    let axes = SurveyAxes(text)
    let zone = try SurveyZone(text, axes: axes)
    let geometry = try SurveyGeometry(text, axes: axes)
    let attributes = SurveyAttributes(text, geometry: geometry, unit: axes.unit)
    var remarks = LayerRemarks()
    remarks.add(encoding.assumption)
    remarks.add(axes, pointCount: text.points.count)
    remarks.addOddities(of: text)
    return SourceLayer(
      address: address, crs: zone.system?.crs, geometry: geometry.column,
      numbers: text.parcels.indices.map { Int64($0 + 1) }, attributes: attributes.table,
      remarks: remarks.remarks + zone.remarks.remarks + geometry.remarks.remarks
        + attributes.remarks.remarks)
  }
}

extension LayerRemarks {
  fileprivate mutating func add(_ encoding: SurveyTextEncoding.Assumption) {
    switch encoding {
    case .none: break
    case .utf8:
      add(
        .guess, "The text names no encoding; it is read as UTF-8, which it is throughout.",
        "文本未注明编码；全文为有效的 UTF-8，按 UTF-8 读取。")
    case .gbk:
      add(
        .guess, "The text names no encoding; it is read as GBK because it is not valid UTF-8.",
        "文本未注明编码；不是有效的 UTF-8，按 GBK 读取。")
    }
  }

  fileprivate mutating func add(_ axes: SurveyAxes, pointCount: Int) {
    if axes.isAmbiguous {
      add(
        .guess,
        "The magnitudes do not tell northing from easting; the first is taken for the northing, as "
          + "the format says.",
        "由数值大小无法区分纵横坐标；按标准以前者为 X（北）。")
    } else if axes.isEastingFirst {
      add(
        .guess,
        "By their magnitudes the ordinates are easting before northing, against the format.",
        "由数值大小判断，坐标顺序为先东后北，与标准相反。")
    }
    switch axes.unit {
    case .metres: break
    case .degrees(isPacked: false):
      add(.guess, "By their magnitudes the ordinates are decimal degrees.", "由数值大小判断，坐标为十进制度。")
    case .degrees(isPacked: true):
      add(
        .guess,
        "The ordinates are degrees packed as ddd.mmss: minutes and seconds of all \(pointCount) points "
          + "are below 60.",
        "坐标为 ddd.mmss 形式的度分秒：全部 \(pointCount) 个点的分、秒均小于 60。")
    }
  }

  fileprivate mutating func addOddities(of text: SurveyText) {
    for key in text.repeatedKeys {
      add(.guess, "“\(key)” is given more than once; the last one counts.", "“\(key)”重复出现，以最后一个为准。")
    }
    if text.linesWithWideCommas > 0 {
      add(
        .guess,
        text.linesWithWideCommas.counted("line parts its", "lines part their")
          + " fields by full-width commas.",
        "\(text.linesWithWideCommas) 行以全角逗号分隔。")
    }
    if text.pointsWithMore > 0 {
      add(
        .loss,
        "Fields behind the ordinates of \(text.pointsWithMore.counted("point")) are left out.",
        "\(text.pointsWithMore) 个界址点坐标之后的字段被略去。")
    }
  }
}
