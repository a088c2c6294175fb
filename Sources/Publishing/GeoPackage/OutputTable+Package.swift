import LandModel
import LayerStore

extension OutputTable {
  /// The chosen rows, in the order given.
  func selecting(_ rows: [Int]) -> OutputTable {
    var table = OutputTable(name: name, title: title, geometry: geometry.selecting(rows: rows))
    for field in fields { table.append(field.name, field.values.selecting(rows)) }
    return table
  }

  /// The table as a layer of a GeoPackage; a geometry that is not finite is left out.
  func packageLayer(
    _ crs: CRSIdentifier, named name: String? = nil, kind: GeometryKind = .polygon,
    geometry column: GeometryColumn? = nil, style: LayerStyle? = nil
  ) -> OutputLayer {
    let source = column ?? geometry
    let isFinite = source.positions.allSatisfy(\.isFinite)
    let finite =
      isFinite
      ? source
      : GeometryColumn(
        (0..<source.count).map { row in
          let geometry = source.geometry(ofRow: row)
          return geometry.positions.allSatisfy(\.isFinite) ? geometry : .null
        })
    return OutputLayer(
      name: (name ?? self.name).replacing("-", with: "_"), crs: crs, geometry: finite,
      attributes: AttributeTable(
        names: fields.map(\.name), columns: fields.map(\.values.attributeColumn)),
      kind: kind, style: style)
  }
}
