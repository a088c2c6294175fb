/// How a file is read where it does not say itself.
package struct ReadOptions: Equatable, Sendable {
  /// Encoding of the attributes, such as `GBK` or `UTF-8`; nil to find out.
  ///
  /// Shapefiles and survey texts; other formats state their own, and a remark says that it was not used.
  package var encoding: String?
  /// Names of a CSV table's easting or longitude column, in order of preference; case does not matter.
  package var eastingColumns: [String]
  /// Names of a CSV table's northing or latitude column, in order of preference.
  package var northingColumns: [String]
  /// Names of a CSV table's column of geometries as WKT.
  package var wktColumns: [String]

  package init(
    encoding: String? = nil,
    eastingColumns: [String] = ["lon", "lng", "longitude", "经度", "easting", "x"],
    northingColumns: [String] = ["lat", "latitude", "纬度", "northing", "y"],
    wktColumns: [String] = ["wkt", "geometry", "geom", "wkt_geom", "the_geom"]
  ) {
    self.encoding = encoding
    self.eastingColumns = eastingColumns
    self.northingColumns = northingColumns
    self.wktColumns = wktColumns
  }
}
