/// Something that a reader has to tell about a layer: what it assumed, changed or left out.
///
/// A guess, a replaced curve and an unreadable geometry become findings of validation (`source.guess`,
/// `geometry.curve`, `ogc.unreadable-geometry`); the others are told in the report.
package struct SourceRemark: Hashable, Sendable {
  /// What the remark is about.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// The file does not say it, so the reader chose: an encoding, an axis order, a zone.
    case guess
    /// Arcs or other curves were replaced by straight edges.
    case curve
    /// Something of the file is not in the layer, such as heights.
    case loss
    /// A geometry is there but cannot be read as the type it names; the rows hold none.
    case unreadable
    /// Anything else worth knowing, such as a warning of the library.
    case note
  }

  package let kind: Kind
  /// The rows concerned, ascending; empty for the whole layer.
  package let rows: [Int]
  /// One sentence.
  package let text: LocalizedText

  package init(_ kind: Kind, rows: [Int] = [], text: LocalizedText) {
    self.kind = kind
    self.rows = rows
    self.text = text
  }

  /// The remark about a layer of which only some rows are kept.
  ///
  /// - Parameter rows: the rows kept, ascending.
  /// - Returns: nil where the remark was about rows and none of them is kept.
  package func selecting(rows kept: [Int]) -> SourceRemark? {
    guard !rows.isEmpty else { return self }
    let concerned = Set(rows)
    let left = kept.indices.filter { concerned.contains(kept[$0]) }
    return left.isEmpty ? nil : SourceRemark(kind, rows: left, text: text)
  }
}
