import LandModel

/// Files that do not say which reference system they are in, or say another than the plan.
struct DeclaredByPlanCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.declared-by-plan",
    title: LocalizedText(english: "Reference system from the plan", chinese: "坐标系由方案指定"),
    statement: LocalizedText(
      english:
        "The file declares no reference system, or another than the plan; the plan's word was "
        + "taken.",
      chinese: "文件未声明坐标系，或与方案不一致，已按方案读取。"),
    severity: .note)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let source = layer.input.source, source.declaredCRS != source.usedCRS,
      !source.isGuessed
    else { return }
    let used = source.usedCRS.text
    report.report(
      rows: [], place: .null,
      message: source.declaredCRS.map {
        LocalizedText(
          english: "The file declares \($0.text); it was read as \(used), as declared for it.",
          chinese: "文件声明为 \($0.text)，按方案以 \(used) 读取。")
      }
        ?? LocalizedText(
          english:
            "The file declares no reference system; it was read as \(used), as declared for it.",
          chinese: "文件未声明坐标系，按方案以 \(used) 读取。"))
  }
}
