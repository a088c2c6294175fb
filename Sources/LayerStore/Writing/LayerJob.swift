internal import CGDAL
import LandModel

/// One layer on its way into a dataset, in the manner of a format.
struct LayerJob {
  private let layer: OutputLayer
  private let format: OutputFormat
  private let file: String
  private let builder: GeometryBuilder
  /// Names of the fields as the format holds them.
  private let fieldNames: [String]
  /// What the format leaves out.
  private(set) var remarks: [LocalizedText] = []

  init(_ layer: OutputLayer, format: OutputFormat, file: String) {
    self.layer = layer
    self.format = format
    self.file = file
    let names = layer.attributes.names
    fieldNames = format == .shapefile ? ShapefileFieldNames.shortened(names) : names
    builder = GeometryBuilder(layer, drawsBoundaries: format == .dxf)
    if format == .dxf, !layer.attributes.names.isEmpty {
      remarks.append(
        LocalizedText(
          english: "A drawing holds no attributes; those of \(layer.name) are left out.",
          chinese: "DXF 不含属性；图层 \(layer.name) 的属性被略去。"))
    }
    let cut = zip(names, fieldNames).filter { $0 != $1 }.map { "\($0) → \($1)" }
    if !cut.isEmpty {
      let all = cut.joined(separator: ", ")
      remarks.append(
        LocalizedText(
          english: "Names in a Shapefile have \(ShapefileFieldNames.mostBytes) bytes: \(all).",
          chinese: "Shapefile 字段名不超过 \(ShapefileFieldNames.mostBytes) 字节：\(all)。"))
    }
    // The drivers pass over them without a word, or refuse the file for one of them.
    let missing = layer.geometry.kinds.count { $0 == .null }
    if format == .flatGeobuf || format == .dxf, missing > 0 {
      let name = format == .dxf ? "DXF" : "FlatGeobuf"
      remarks.append(
        LocalizedText(
          english:
            "\(name) has no place for features without geometry; \(missing) of \(layer.name) "
            + "are left out.",
          chinese: "\(name) 不能存放无几何的要素；图层 \(layer.name) 中 \(missing) 个被略去。"))
    }
  }

  /// Makes the layer and its features, in one transaction where the format has them.
  func run(in dataset: GDALDatasetH?, isFirst: Bool) throws(LayerStoreError) {
    if format == .shapefile, builder.declared == .mixed {
      throw .notRepresentable(
        file: file, layer: layer.name, reason: "points, lines and polygons in one layer")
    }
    try layer.requireFinite(file: file)
    let handle = try unsafe makeLayer(in: dataset, isFirst: isFirst)
    let isTransaction =
      unsafe format == .geoPackage
      && GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE
    let definition = unsafe OGR_L_GetLayerDefn(handle)
    for row in 0..<layer.geometry.count {
      if format == .dxf, layer.geometry.kinds[row] == .null { continue }
      let feature = unsafe OGR_F_Create(definition)
      defer { unsafe OGR_F_Destroy(feature) }
      if let geometry = unsafe builder.geometry(ofRow: row) {
        unsafe OGR_F_SetGeometryDirectly(feature, geometry)
      }
      unsafe setFields(of: feature, row: row)
      guard unsafe OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
        throw failure("OGR_L_CreateFeature")
      }
    }
    if isTransaction, unsafe GDALDatasetCommitTransaction(dataset) != OGRERR_NONE {
      throw failure("GDALDatasetCommitTransaction")
    }
  }

  private func failure(_ operation: String) -> LayerStoreError {
    .notWritten(
      file: file, operation: operation, message: unsafe String(cString: CPLGetLastErrorMsg()))
  }

  private func makeLayer(
    in dataset: GDALDatasetH?, isFirst: Bool
  ) throws(LayerStoreError) -> OGRLayerH? {
    // A drawing has one table of entities; our layers are its layers, named in a field.
    if format == .dxf, !isFirst { return unsafe GDALDatasetGetLayer(dataset, 0) }
    let options = StringList(creationOptions)
    let system = try SpatialReference(layer.crs, file: file)
    let made = unsafe options.lend { list in
      unsafe GDALDatasetCreateLayer(
        dataset, layer.name, system.pointer, builder.layerType,
        UnsafeMutablePointer(OpaquePointer(list)))
    }
    guard let made = unsafe made else { throw failure("GDALDatasetCreateLayer") }
    guard format != .dxf else { return unsafe made }
    for (name, column) in zip(fieldNames, layer.attributes.columns) {
      let type =
        switch column {
        case .text: OFTString
        case .integer: OFTInteger64
        case .real: OFTReal
        }
      let field = unsafe OGR_Fld_Create(name, type)
      defer { unsafe OGR_Fld_Destroy(field) }
      guard unsafe OGR_L_CreateField(made, field, 1) == OGRERR_NONE else {
        throw failure("OGR_L_CreateField")
      }
    }
    return unsafe made
  }

  private func setFields(of feature: OGRFeatureH?, row: Int) {
    guard format != .dxf else {
      unsafe OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, "Layer"), layer.name)
      return
    }
    for (index, column) in layer.attributes.columns.enumerated() {
      let field = Int32(index)
      switch column {
      case .text(let values):
        if let value = values[row] { unsafe OGR_F_SetFieldString(feature, field, value) }
      case .integer(let values):
        if let value = values[row] { unsafe OGR_F_SetFieldInteger64(feature, field, value) }
      case .real(let values):
        if let value = values[row] { unsafe OGR_F_SetFieldDouble(feature, field, value) }
      }
    }
  }

  /// GDAL's layer creation options of the format.
  private var creationOptions: [String] {
    switch format {
    case .geoPackage:
      return [
        "GEOMETRY_NAME=\(unusedName(like: "geom"))", "FID=\(unusedName(like: "fid"))",
        "SPATIAL_INDEX=YES",
      ]
    // The table's header holds the day of writing; a fixed one keeps the bytes the same.
    case .shapefile: return ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2000-01-01"]
    // The index orders the features and has no place for one without geometry.
    case .flatGeobuf:
      let isComplete = !layer.geometry.kinds.contains(.null) && layer.geometry.count > 0
      return ["SPATIAL_INDEX=\(isComplete ? "YES" : "NO")"]
    case .geoJSON, .geoJSONSequence, .geoJSONLines: return []
    case .csv:
      let isPoints = builder.declared == .one(.point, isMulti: false)
      return builder.declared == .none
        ? [] : ["GEOMETRY=\(isPoints ? "AS_XY" : "AS_WKT")", "STRING_QUOTING=IF_AMBIGUOUS"]
    case .dxf, .surveyText: return []
    }
  }

  /// A column name that no attribute has, whatever its case.
  private func unusedName(like name: String) -> String {
    let taken = Set(layer.attributes.names.map { $0.lowercased() })
    var candidate = name
    while taken.contains(candidate) { candidate += "_" }
    return candidate
  }
}
