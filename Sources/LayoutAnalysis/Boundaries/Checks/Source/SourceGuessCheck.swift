import LandModel

/// What the reader had to assume because the file does not say it, one finding for each assumption.
struct SourceGuessCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "source.guess",
    title: LocalizedText(english: "Assumed in reading", chinese: "读取时的推断"),
    statement: LocalizedText(
      english:
        "The file does not state it (encoding, axis order, zone, closing of a line), so the reader "
        + "chose by the values; a wrong choice garbles names or moves boundaries.",
      chinese: "文件未说明编码、坐标轴顺序、带号或线的闭合，由程序按数值推断；推断有误会使文字乱码或界线移位。"),
    severity: .note)

  /// Features named in one finding; the message counts them all.
  static let mostFeatures = 100

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for remark in layer.input.source?.remarks ?? [] where remark.kind == .guess {
      report.report(
        rows: Array(remark.rows.prefix(Self.mostFeatures)), place: .null, message: remark.text)
    }
  }
}
