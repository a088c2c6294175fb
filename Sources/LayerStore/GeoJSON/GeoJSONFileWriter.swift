import LandModel

/// Writes one layer to a GeoJSON file, in the memory of a chunk of text.
struct GeoJSONFileWriter {
  private let layer: OutputLayer
  private let frame: FeatureWriter.Frame
  private let precision: GeoJSONPrecision

  /// Bytes of text that are gathered before they go to the disk.
  private static let chunk = 1 << 20

  /// - Parameters:
  ///   - precision: nil for what the reference system asks for.
  ///   - file: the output in errors.
  /// - Throws: ``LayerStoreError/notRepresentable(file:layer:reason:)`` where an ordinate is no number;
  ///   ``LayerStoreError/notWritten(file:operation:message:)`` where the reference system is unknown.
  init(
    _ layer: OutputLayer, format: OutputFormat, precision: GeoJSONPrecision?, file: String
  ) throws(LayerStoreError) {
    if case .decimals(let decimals) = precision {
      precondition((0...15).contains(decimals), "A double has at most 15 decimals that matter.")
    }
    try layer.requireFinite(file: file)
    self.layer = layer
    frame =
      switch format {
      case .geoJSONSequence: .sequence
      case .geoJSONLines: .lines
      default: .collection
      }
    self.precision =
      if let precision { precision } else { try Self.precision(of: layer.crs, file: file) }
  }

  /// Writes the layer.
  ///
  /// - Returns: what could not be kept.
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``.
  func write(to output: inout WholeFile) throws(LayerStoreError) -> [LocalizedText] {
    var writer = FeatureWriter(layer, frame: frame, precision: precision)
    var stream = try output.stream()
    var sink = ByteSink(capacity: 2 * Self.chunk)
    writer.begin(&sink)
    for row in 0..<layer.geometry.count {
      writer.write(row: row, to: &sink)
      if sink.count >= Self.chunk { try Self.hand(&sink, to: &stream) }
    }
    writer.end(&sink)
    try Self.hand(&sink, to: &stream)
    try stream.close()
    var remarks = LayerRemarks()
    remarks.addLost(values: writer.valuesLost)
    return remarks.texts
  }

  private static func hand(
    _ sink: inout ByteSink, to stream: inout FileStream
  ) throws(LayerStoreError) {
    try unsafe sink.withBytes { (bytes) throws(LayerStoreError) in try unsafe stream.write(bytes) }
    sink.removeAll()
  }

  /// The digits that a reference system asks for.
  ///
  /// Seven decimals of a degree on WGS 84 (RFC 7946 §11.2: a centimetre), nine in other degrees, which
  /// are for going on with and not for exchange (domain facts §3.2), 0.1 mm in metres. Where no system is
  /// known, nothing is rounded.
  private static func precision(
    of crs: CRSIdentifier?, file: String
  ) throws(LayerStoreError) -> GeoJSONPrecision {
    guard let crs else { return .shortest }
    if crs.epsg == 4326 { return .decimals(7) }
    return try SpatialReference(crs, file: file).isGeographic ? .decimals(9) : .decimals(4)
  }
}

extension OutputLayer {
  /// Refuses ordinates that are no finite numbers.
  ///
  /// Drivers differ: some write text that no reader takes, a GeoPackage fails when it is closed.
  ///
  /// - Throws: ``LayerStoreError/notRepresentable(file:layer:reason:)`` for the first row that has one.
  func requireFinite(file: String) throws(LayerStoreError) {
    let positions = geometry.positions
    for row in 0..<geometry.count {
      for index in geometry.range(ofRow: row) where !positions[index].isFinite {
        throw .notRepresentable(
          file: file, layer: name,
          reason: "row \(row + 1) has an ordinate that is not a finite number")
      }
    }
  }
}

extension LayerRemarks {
  mutating func addLost(values count: Int) {
    guard count > 0 else { return }
    add(
      .loss,
      count.counted("value that is no finite number is", "values that are not finite numbers are")
        + " written as null.",
      "\(count) 个非有限数值写为 null。")
  }
}
