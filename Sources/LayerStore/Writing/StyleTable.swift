internal import CGDAL

/// The table `layer_styles` of a GeoPackage, with the columns that QGIS makes and looks for.
enum StyleTable {
  private static let texts = [
    "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
    "styleQML", "styleSLD",
  ]

  /// Writes one default style for each layer named.
  static func write(
    _ styles: [(layer: String, style: LayerStyle)], to dataset: GDALDatasetH?, file: String
  ) throws(LayerStoreError) {
    let table = unsafe GDALDatasetCreateLayer(dataset, "layer_styles", nil, wkbNone, nil)
    for name in texts { unsafe addField(name, OFTString, to: table) }
    unsafe addField("useAsDefault", OFTInteger, to: table)
    for name in ["description", "owner", "ui"] { unsafe addField(name, OFTString, to: table) }
    unsafe addField("update_time", OFTDateTime, to: table)
    for (layer, style) in styles {
      let feature = unsafe OGR_F_Create(OGR_L_GetLayerDefn(table))
      defer { unsafe OGR_F_Destroy(feature) }
      let source = unsafe GDALDatasetGetLayerByName(dataset, layer)
      let geometry = unsafe String(cString: OGR_L_GetGeometryColumn(source))
      let values = ["", "", layer, geometry, style.name, style.qml, style.sld]
      for (index, value) in values.enumerated() {
        unsafe OGR_F_SetFieldString(feature, Int32(index), value)
      }
      unsafe OGR_F_SetFieldInteger(feature, 7, 1)
      for index in 8...10 { unsafe OGR_F_SetFieldString(feature, Int32(index), "") }
      unsafe OGR_F_SetFieldString(feature, 11, FixedDate.text)
      guard unsafe OGR_L_CreateFeature(table, feature) == OGRERR_NONE else {
        throw .notWritten(
          file: file, operation: "layer_styles",
          message: unsafe String(cString: CPLGetLastErrorMsg()))
      }
    }
  }

  private static func addField(_ name: String, _ type: OGRFieldType, to table: OGRLayerH?) {
    let field = unsafe OGR_Fld_Create(name, type)
    if name == "useAsDefault" { unsafe OGR_Fld_SetSubType(field, OFSTBoolean) }
    unsafe OGR_L_CreateField(table, field, 1)
    unsafe OGR_Fld_Destroy(field)
  }
}

/// The time that files state as that of their writing, so that the same content has the same bytes.
enum FixedDate {
  static let text = "2000-01-01T00:00:00Z"
}
