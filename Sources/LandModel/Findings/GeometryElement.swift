/// Which element of a feature's geometry a finding is about, each counted from 0 as the file orders them.
package struct GeometryElement: Hashable, Sendable, Codable {
  package let part: Int
  /// Ring of the part, the shell first; nil where the whole part is meant.
  package let ring: Int?
  /// Vertex of the ring; nil where the whole ring is meant.
  package let vertex: Int?

  package init(part: Int, ring: Int? = nil, vertex: Int? = nil) {
    self.part = part
    self.ring = ring
    self.vertex = vertex
  }
}
