import LandModel
package import LayoutAnalysis

/// Files and corners that a certificate is sealed with.
package struct CertificateSeals: Sendable, Equatable {
  /// SHA-256 of `proposals.geojson`.
  package let proposals: String
  /// SHA-256 of all corners of the boundaries offered.
  package let corners: String

  /// - Parameter proposals: the bytes of `proposals.geojson`.
  package init(proposals bytes: [UInt8], delimitation: DelimitationResult) {
    proposals = SHA256.hexadecimal(of: bytes)
    var hash = SHA256()
    for proposal in delimitation.proposals {
      hash.update(Self.bytes(of: proposal.boundary))
      hash.update(Self.bytes(of: proposal.constructionBoundary))
    }
    corners = hash.hexadecimal()
  }

  /// Easting and northing of each position as doubles of IEEE 754, the lowest byte first.
  private static func bytes(of geometry: Geometry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * geometry.positions.count)
    for position in geometry.positions {
      for ordinate in [position.x, position.y] {
        withUnsafeBytes(of: ordinate.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }
}

extension JSONWriter {
  /// Writes the certificate of a layout as a member, long lists on one line each; null without one.
  mutating func certificate(of layout: LayoutResult, seals: CertificateSeals) {
    guard let certificate = layout.certificate else {
      key("certificate")
      null()
      return
    }
    object("certificate") { entry in
      entry.member("unit_exponent", certificate.unitExponent)
      entry.member("steps_per_unit", Int(certificate.stepsPerUnit))
      if let level = certificate.greatestLevel { entry.member("greatest_level", Int(level)) }
      entry.member("model_sha256", certificate.modelSHA256)
      entry.member("prices_sha256", certificate.pricesSHA256)
      entry.member("proposals_sha256", seals.proposals)
      entry.member("corners_sha256", seals.corners)
      entry.line("sites", certificate.sites.map(\.text))
      entry.line("industries", certificate.industries)
      entry.key("sizes")
      let sizes = certificate.sizes.map { $0.map { "\($0.value)" } ?? "null" }
      entry.raw("[" + sizes.joined(separator: ",") + "]")
      entry.columns(of: certificate)
      entry.array("rows") { list in
        for row in certificate.rows { list.row(row, of: certificate) }
      }
      entry.object("groups") { groups in
        groups.line("weight", certificate.groups.map(\.weight))
        groups.line("multiplier", certificate.groups.map(\.multiplier))
        groups.line("sites", certificate.groups.map(\.sites))
        groups.line("industries", certificate.groups.map(\.industries))
      }
      entry.object("cliques") { cliques in
        cliques.line("multiplier", certificate.cliques.map(\.multiplier))
        cliques.line("columns", certificate.cliques.map(\.columns))
      }
      entry.line("selection", certificate.selection)
      entry.bounds(of: certificate)
    }
  }

  private mutating func columns(of certificate: LayoutCertificate) {
    object("columns") { columns in
      columns.line("site", certificate.columns.map(\.site))
      columns.line("industry", certificate.columns.map(\.industry))
      columns.line("size", certificate.columns.map(\.size))
      columns.line("value", certificate.columns.map(\.value))
      columns.line("land", certificate.columns.map(\.land))
      columns.line("construction", certificate.columns.map(\.construction))
    }
    object("refused") { refused in
      refused.line("site", certificate.refused.map(\.site))
      refused.line("industry", certificate.refused.map(\.industry))
      refused.line("size", certificate.refused.map(\.size))
    }
  }

  private mutating func row(_ row: LayoutCertificate.Row, of certificate: LayoutCertificate) {
    object { entry in
      entry.member("code", row.code)
      entry.member("subject", row.subject)
      entry.member("sense", row.isMinimum ? "min" : "max")
      entry.member("limit", Int(row.limit))
      entry.member("multiplier", Int(row.multiplier))
      // Null for all columns, and for a coefficient of one.
      if row.columns.count == certificate.columns.count {
        entry.key("columns")
        entry.null()
      } else {
        entry.line("columns", row.columns)
      }
      if row.coefficients.allSatisfy({ $0 == 1 }) {
        entry.key("coefficients")
        entry.null()
      } else {
        entry.line("coefficients", row.coefficients)
      }
      if !row.groups.isEmpty {
        entry.line("groups", row.groups)
        entry.line("group_coefficients", row.groupCoefficients)
      }
    }
  }

  private mutating func bounds(of certificate: LayoutCertificate) {
    object("bounds") { bounds in
      bounds.member("lower", Int(certificate.lower))
      // As text: it may exceed the integers that every JSON reader keeps exact.
      bounds.member("dual_steps", "\(certificate.dualSteps)")
      bounds.member("dual", Int(certificate.dual))
      bounds.member("upper", Int(certificate.upper))
      bounds.member("kept", certificate.keptCount)
      bounds.object("residual") { residual in
        residual.member("columns", certificate.residual.columns)
        residual.member("status", certificate.residual.status)
        residual.member("bound", certificate.residual.bound.map { Int($0) })
      }
    }
  }

  // MARK: Lists on one line

  private mutating func line(_ name: String, _ numbers: [some BinaryInteger]) {
    key(name)
    raw(Self.line(of: numbers))
  }

  private mutating func line(_ name: String, _ lists: [[Int]]) {
    key(name)
    raw("[" + lists.map { Self.line(of: $0) }.joined(separator: ",") + "]")
  }

  private mutating func line(_ name: String, _ texts: [String]) {
    var writer = JSONWriter()
    writer.array { list in
      for text in texts { list.value(text) }
    }
    key(name)
    raw(writer.text)
  }

  private static func line(of numbers: [some BinaryInteger]) -> String {
    "[" + numbers.map { "\($0)" }.joined(separator: ",") + "]"
  }
}
