import LandModel

/// Texts that were read in another encoding than they were written in.
struct GarbledTextCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.garbled-text",
    title: LocalizedText(english: "Garbled text", chinese: "文字乱码"),
    statement: LocalizedText(
      english: "Replacement characters, Chinese bytes read as Latin letters, and UTF-8 read as GBK "
        + "are signs of a wrong encoding; the right one can be declared for the layer.",
      chinese: "替换字符、中文字节被读作拉丁字母、UTF-8 被读作 GBK，均表明编码有误；可为图层声明正确编码。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let attributes = layer.layer.attributes
    for (name, column) in zip(attributes.names, attributes.columns) {
      guard case .text(let values) = column else { continue }
      for (row, value) in values.enumerated() {
        guard let value, let fault = GarbledText(value) else { continue }
        let meant = fault.likelyText
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(name) holds “\(value)”: \(fault.cause.title.english)"
              + (meant.map { "; most likely “\($0)” was meant." } ?? "."),
            chinese: "字段 \(name) 的值“\(value)”：\(fault.cause.title.chinese)"
              + (meant.map { "，原文可能是“\($0)”。" } ?? "。")))
      }
    }
  }
}
