import Foundation
import LandModel
import LayerStore
import LayoutAnalysis

/// Whether plan file and inputs are still those of the run, byte for byte.
struct RunSeals {
  let record: RunRecordText
  /// Where the plan file is now.
  let planFile: String

  private var folder: URL { URL(filePath: planFile).deletingLastPathComponent() }

  /// Whether the plan file has the bytes of the run.
  ///
  /// - Throws: ``RunRecordError/planMissing(file:)``, or the system's error.
  func planHolds() throws -> Bool {
    guard FileManager.default.fileExists(atPath: planFile) else {
      throw RunRecordError.planMissing(file: planFile)
    }
    return try Checksum.sha256(ofLayerFile: planFile) == record.planSHA256
  }

  /// - Parameter plan: nil where the plan file cannot be read any more.
  func planCheck(_ plan: Plan?, holds: Bool) -> CertificateCheck {
    var faults: [CertificateFault] = []
    if !holds {
      faults.append(
        CertificateFault(
          [planFile], english: "\(planFile) was changed after the run: its SHA-256 is another.",
          chinese: "\(planFile) 在运行之后被改动：SHA-256 不符。"))
    }
    if let plan { faults += parameterFaults(of: plan) }
    return CertificateCheck(
      .planFile,
      detail: LocalizedText(
        english:
          "\(planFile): SHA-256, reference system and \(record.effectiveParameters.count.counted("parameter"))",
        chinese: "\(planFile)：SHA-256、坐标系与 \(record.effectiveParameters.count) 项参数"),
      faults: faults)
  }

  private func parameterFaults(of plan: Plan) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    if plan.crs != record.crs {
      faults.append(
        CertificateFault(
          ["working_crs"],
          english: "run.json works in \(record.crs.text), the plan in \(plan.crs.text).",
          chinese: "run.json 的坐标系为 \(record.crs.text)，规划为 \(plan.crs.text)。"))
    }
    let stated = plan.effectiveParameters
    let known = Set(stated.map(\.path))
    for (path, value) in stated where record.effectiveParameters[path] != value {
      let recorded = record.effectiveParameters[path]
      faults.append(
        CertificateFault(
          [path],
          english: "\(path) is \(value) by the plan and \(recorded ?? "missing") in run.json.",
          chinese: "参数 \(path) 按规划为 \(value)，run.json 中为 \(recorded ?? "缺失")。"))
    }
    for path in record.effectiveParameters.keys.sorted() where !known.contains(path) {
      faults.append(
        CertificateFault(
          [path], english: "\(path) of run.json is no parameter of the plan.",
          chinese: "run.json 中的参数 \(path) 不属于该规划。"))
    }
    return faults
  }

  func inputCheck(_ plan: Plan?) -> CertificateCheck {
    var faults = record.inputs.flatMap(self.faults(of:))
    if let plan {
      let (recorded, planned) = (record.inputs.map(\.layer), plan.layers.map(\.key))
      faults += planned.filter { !recorded.contains($0) }.map { key in
        CertificateFault(
          [key], english: "Layer “\(key)” of the plan is not among the inputs of run.json.",
          chinese: "规划图层“\(key)”不在 run.json 的输入中。")
      }
      faults += plan.layers.compactMap(misplaced)
      faults += recorded.filter { !planned.contains($0) }.map { key in
        CertificateFault(
          [key], english: "Input “\(key)” of run.json is no layer of the plan.",
          chinese: "run.json 的输入“\(key)”不是规划图层。")
      }
    }
    return CertificateCheck(
      .inputs,
      detail: LocalizedText(
        english: "\(record.inputs.count.counted("layer")) by the SHA-256 of the files",
        chinese: "按文件 SHA-256 核对 \(record.inputs.count) 个图层"),
      faults: faults)
  }

  private func faults(of input: RunRecordText.Input) -> [CertificateFault] {
    let file = path(of: input.address)
    guard FileManager.default.fileExists(atPath: file) else {
      return [
        CertificateFault(
          [input.layer], english: "\(file) of layer “\(input.layer)” is missing.",
          chinese: "图层“\(input.layer)”的文件 \(file) 缺失。")
      ]
    }
    let found: String
    do { found = try Checksum.sha256(ofLayerFile: file) } catch {
      let reason = (error as NSError).localizedDescription
      return [
        CertificateFault(
          [input.layer],
          english: "\(file) of layer “\(input.layer)” cannot be read: \(reason)",
          chinese: "图层“\(input.layer)”的文件 \(file) 无法读取：\(reason)")
      ]
    }
    guard found != input.sha256 else { return [] }
    let twin = record.inputs.first { $0.sha256 == found }
    return [
      CertificateFault(
        [input.layer],
        english: "\(file) of layer “\(input.layer)” was changed after the run"
          + (twin.map { ": it holds what “\($0.layer)” held." } ?? ": its SHA-256 is another."),
        chinese: "图层“\(input.layer)”的文件 \(file) 在运行之后被改动"
          + (twin.map { "：其内容是“\($0.layer)”的。" } ?? "：SHA-256 不符。"))
    ]
  }

  /// Whether the record has a layer from another file than the plan names.
  private func misplaced(_ layer: PlanLayer) -> CertificateFault? {
    guard let input = record.inputs.first(where: { $0.layer == layer.key }) else { return nil }
    let (recorded, planned) = (path(of: input.address), path(of: layer.file))
    guard URL(filePath: recorded).standardized != URL(filePath: planned).standardized else {
      return nil
    }
    return CertificateFault(
      [layer.key],
      english: "Layer “\(layer.key)” is \(recorded) by run.json and \(planned) by the plan.",
      chinese: "图层“\(layer.key)”在 run.json 中为 \(recorded)，在规划中为 \(planned)。")
  }

  /// The file of an address, which the record states from the plan's folder and with the layer's name.
  private func path(of address: String) -> String {
    var text =
      address.hasPrefix("/") ? address : folder.appending(path: address).path(percentEncoded: false)
    while !FileManager.default.fileExists(atPath: text) {
      let parsed = LayerAddress.parse(text)
      guard parsed.layer != nil else { return text }
      text = parsed.file
    }
    return text
  }
}
