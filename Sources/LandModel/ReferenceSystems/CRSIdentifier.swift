/// A coordinate reference system by authority code (`EPSG:4547`) or by its definition text (WKT, PROJ).
package struct CRSIdentifier: Hashable, Sendable, Codable {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(epsg: Int) { text = "EPSG:\(epsg)" }

  /// The EPSG number, where the identifier is one.
  package var epsg: Int? {
    let prefix = "EPSG:"
    guard text.uppercased().hasPrefix(prefix) else { return nil }
    return Int(text.dropFirst(prefix.count))
  }
}
