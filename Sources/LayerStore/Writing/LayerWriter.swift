internal import CGDAL
import Foundation
package import LandModel

/// Writes layers to a vector file, which appears on ``close()`` and not before.
///
/// Given up without a close, by an error on the way, it leaves nothing behind. The same layers give the
/// same bytes: times in headers are fixed.
@safe package struct LayerWriter: ~Copyable {
  private let file: String
  private let format: OutputFormat
  private let survey: SurveyTextOptions
  private let precision: GeoJSONPrecision?
  private let memory: MemoryFolder
  private var output: WholeFile?
  private var dataset: GDALDatasetH?
  /// The whole content, of a format that is written without GDAL.
  private var content: [UInt8]?
  private var layerCount = 0
  private var styles: [(layer: String, style: LayerStyle)] = []
  private var remarks: [LocalizedText] = []

  /// Opens a new file.
  ///
  /// - Parameters:
  ///   - file: where the output is to appear.
  ///   - format: nil to take the one that the file's ending names.
  ///   - replacing: whether an existing file is replaced.
  ///   - survey: how a survey text is written.
  ///   - precision: how many digits of an ordinate GeoJSON keeps; nil for what its reference system asks
  ///     for.
  /// - Throws: ``LayerStoreError``, one of its writing cases.
  package init(
    file: String, format: OutputFormat? = nil, replacing: Bool = false,
    survey: SurveyTextOptions = SurveyTextOptions(), precision: GeoJSONPrecision? = nil
  ) throws(LayerStoreError) {
    let chosen = if let format { format } else { try OutputFormat(file: file) }
    let output = try WholeFile(file, replacing: replacing)
    let memory = MemoryFolder()
    let path = "\(memory.path)/\((file as NSString).lastPathComponent)"
    let made = try unsafe Self.dataset(chosen, at: path, for: file)
    self.file = file
    self.format = chosen
    self.survey = survey
    self.precision = precision
    self.memory = memory
    self.output = consume output
    unsafe dataset = made
  }

  /// A new dataset; nil for a format that is written without GDAL.
  ///
  /// Wraps `GDALCreate`.
  private static func dataset(
    _ format: OutputFormat, at path: String, for file: String
  ) throws(LayerStoreError) -> GDALDatasetH? {
    guard let driver = format.driver else { return nil }
    let options = StringList(format == .geoPackage ? ["VERSION=1.3"] : [])
    return try unsafe checked(file, "GDALCreate") { () -> GDALDatasetH? in
      unsafe options.lend { list in
        unsafe GDALCreate(
          GDALGetDriverByName(driver), path, 0, 0, 0, GDT_Unknown,
          UnsafeMutablePointer(OpaquePointer(list)))
      }
    }.value
  }

  deinit { if let dataset = unsafe dataset { unsafe GDALClose(dataset) } }

  /// Adds a layer.
  ///
  /// - Throws: ``LayerStoreError/notRepresentable(file:layer:reason:)`` where the format cannot hold it;
  ///   ``LayerStoreError/notWritten(file:operation:message:)``.
  /// - Complexity: O(v) in vertices.
  package mutating func write(_ layer: OutputLayer) throws(LayerStoreError) {
    guard layerCount == 0 || format.holdsSeveralLayers else {
      throw .notRepresentable(file: file, layer: layer.name, reason: "one layer per file")
    }
    layerCount += 1
    if format.isGeoJSON { return try writeGeoJSON(layer) }
    guard format.driver != nil else { return try writeSurveyText(layer) }
    let job = LayerJob(layer, format: format, file: file)
    let dataset = unsafe self.dataset
    let isFirst = layerCount == 1
    let written = try Self.checked(file, "OGR_L_CreateFeature") {
      () throws(LayerStoreError) -> Bool in
      try unsafe job.run(in: dataset, isFirst: isFirst)
      return true
    }
    remarks += job.remarks + written.warnings
    if let style = layer.style, format == .geoPackage { styles.append((layer.name, style)) }
  }

  private mutating func writeSurveyText(_ layer: OutputLayer) throws(LayerStoreError) {
    var writer = try SurveyTextWriter(layer, file: file)
    content = try writer.bytes(in: survey.encoding)
    remarks += writer.remarks.texts
  }

  private mutating func writeGeoJSON(_ layer: OutputLayer) throws(LayerStoreError) {
    guard var file = output.take() else { return }
    remarks += try GeoJSONFileWriter(layer, format: format, precision: precision, file: self.file)
      .write(to: &file)
    output = consume file
  }

  /// Finishes the file and lets it appear.
  ///
  /// - Returns: what the format could not hold as given (names cut short), to be reported.
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also when the disk is full.
  @discardableResult
  package consuming func close() throws(LayerStoreError) -> [LocalizedText] {
    if format.driver == nil {
      guard var output = output.take() else { return remarks }
      if let content { try output.write(Data(content)) }
      try output.commit()
      return remarks
    }
    let (styles, handle) = unsafe (self.styles, dataset.take())
    let closed = try Self.checked(file, "GDALClose") { () throws(LayerStoreError) -> Bool in
      defer { unsafe GDALClose(handle) }
      if !styles.isEmpty { try unsafe StyleTable.write(styles, to: handle, file: file) }
      return true
    }
    let remarks = remarks + closed.warnings
    guard var output = output.take() else { return remarks }
    try memory.copy(to: &output)
    try output.commit()
    return remarks
  }

  /// Writes layers to a file at once.
  @discardableResult
  package static func write(
    _ layers: [OutputLayer], to file: String, format: OutputFormat? = nil, replacing: Bool = false,
    survey: SurveyTextOptions = SurveyTextOptions(), precision: GeoJSONPrecision? = nil
  ) throws(LayerStoreError) -> [LocalizedText] {
    var writer = try LayerWriter(
      file: file, format: format, replacing: replacing, survey: survey, precision: precision)
    for layer in layers { try writer.write(layer) }
    return try writer.close()
  }

  /// Runs GDAL calls; any error message of theirs is thrown, warnings are returned as remarks.
  private static func checked<Value>(
    _ file: String, _ operation: String, _ body: () throws(LayerStoreError) -> Value
  ) throws(LayerStoreError) -> (value: Value, warnings: [LocalizedText]) {
    try Messages.collected { messages throws(LayerStoreError) in
      let value = try body()
      guard messages.errorCount == 0 else {
        throw .notWritten(file: file, operation: operation, message: messages.lastError)
      }
      var remarks = LayerRemarks()
      remarks.add(warnings: messages.warnings)
      return (value, remarks.texts)
    }
  }
}
