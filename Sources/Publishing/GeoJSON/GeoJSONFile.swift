package import LandModel

/// A feature collection of RFC 7946, one feature on a line.
///
/// Positions are longitude and latitude on CGCS2000, which is realised in the same frame as WGS 84 to
/// within a few centimetres; no `crs` member is written, as the standard asks (§4).
package enum GeoJSONFile {
  /// The bytes of a table as a file, ending in a line break.
  ///
  /// - Parameter members: writes further members of the collection (§6.1), before its features.
  /// - Complexity: O(v), one inverse projection for each vertex; chunks of features in parallel.
  package static func bytes(
    of table: OutputTable, on grid: GaussKrugerGrid, members: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    let chunks = Chunks.map(count: table.count, size: 256) { rows in
      var writer = JSONWriter()
      for row in rows {
        writer.feature(of: table, row: row, on: grid)
        if row + 1 < table.count { writer.comma() }
        writer.newline()
      }
      return writer.bytes
    }
    var head = JSONWriter()
    head.object { head in
      head.member("type", "FeatureCollection")
      head.member("name", table.name)
      members(&head)
    }
    var bytes = Array(head.bytes.dropLast())  // the features go before its closing brace
    bytes.append(contentsOf: ",\"features\":[\n".utf8)
    for chunk in chunks { bytes.append(contentsOf: chunk) }
    bytes.append(contentsOf: "]}\n".utf8)
    return bytes
  }

  /// The bytes of a table as a text sequence (RFC 8142), or as plain lines of features.
  ///
  /// - Complexity: as of a collection.
  package static func sequence(
    of table: OutputTable, on grid: GaussKrugerGrid, isSeparated: Bool = true
  ) -> [UInt8] {
    let chunks = Chunks.map(count: table.count, size: 256) { rows in
      var writer = JSONWriter()
      for row in rows {
        if isSeparated { writer.recordSeparator() }
        writer.feature(of: table, row: row, on: grid)
        writer.newline()
      }
      return writer.bytes
    }
    return Array(chunks.joined())
  }
}

extension JSONWriter {
  /// Writes a row of a table as a feature.
  package mutating func feature(of table: OutputTable, row: Int, on grid: GaussKrugerGrid) {
    object { feature in
      feature.member("type", "Feature")
      feature.object("properties") { properties in
        for field in table.fields {
          properties.key(field.name)
          properties.value(of: field.values, row: row)
        }
      }
      feature.key("geometry")
      feature.geometry(table.geometry, row: row, on: grid)
    }
  }
}
