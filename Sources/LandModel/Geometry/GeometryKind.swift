/// What a feature's geometry is made of; one or several parts are the same kind.
package enum GeometryKind: String, Sendable, Codable, CaseIterable {
  /// No geometry was stored (not the same as an empty one).
  case null
  /// Points; each part is one ring of one position.
  case point
  /// Lines; each part is one ring of positions that need not close.
  case line
  /// Polygons; each part is a shell followed by its holes. Rings repeat their first position at the end.
  case polygon
}
