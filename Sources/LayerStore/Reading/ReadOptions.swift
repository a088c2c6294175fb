/// How a file is read where it does not say itself.
package struct ReadOptions: Equatable, Sendable {
  /// Encoding of the attributes, such as `GBK` or `UTF-8`; nil to find out.
  ///
  /// Shapefiles, survey texts and drawings; other formats state their own, and a remark says that it
  /// was not used.
  package var encoding: String?
  /// Names of a CSV table's easting or longitude column, in order of preference; case does not matter.
  package var eastingColumns: [String]
  /// Names of a CSV table's northing or latitude column, in order of preference.
  package var northingColumns: [String]
  /// Names of a CSV table's column of geometries as WKT.
  package var wktColumns: [String]
  /// Whether each member of a geometry collection becomes a row of its own, with the collection's
  /// number and attributes; by default collections of one kind are one row, mixed ones have none.
  package var splitsCollections: Bool
  /// The fields to read; nil for all.
  package var fields: [String]?

  package init(
    encoding: String? = nil, splitsCollections: Bool = false, fields: [String]? = nil,
    eastingColumns: [String] = ["lon", "lng", "longitude", "经度", "easting", "x"],
    northingColumns: [String] = ["lat", "latitude", "纬度", "northing", "y"],
    wktColumns: [String] = ["wkt", "geometry", "geom", "wkt_geom", "the_geom"]
  ) {
    self.encoding = encoding
    self.splitsCollections = splitsCollections
    self.fields = fields
    self.eastingColumns = eastingColumns
    self.northingColumns = northingColumns
    self.wktColumns = wktColumns
  }
}
