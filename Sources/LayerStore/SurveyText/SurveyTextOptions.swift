package import LandModel

/// How a survey text is written where the layer leaves it open.
package struct SurveyTextOptions: Equatable, Sendable {
  package enum Encoding: String, Sendable, CaseIterable {
    /// GBK, which the receiving programs expect; GB 18030 for characters beyond it.
    case gbk = "GBK"
    /// UTF-8 without a byte-order mark.
    case utf8 = "UTF-8"
  }

  package var encoding: Encoding

  package init(encoding: Encoding = .gbk) { self.encoding = encoding }

  /// The reference system that a survey text of a layer is to be in.
  ///
  /// - Parameters:
  ///   - source: the layer's own.
  ///   - longitude: of the layer's middle, in degrees; asked for only where it decides.
  ///   - zone: number of the zone, 25 to 45 of 3° or 13 to 23 of 6°; nil for the layer's own, or the 3°
  ///     zone that holds its middle where it has none.
  ///   - isPrefixed: whether eastings begin with the zone's number; nil as in the layer's own system,
  ///     and yes where it has no zone, for the number then cannot be lost.
  /// - Returns: nil for a zone that does not exist.
  package static func system(
    of source: CRSIdentifier, longitude: () throws -> Double, zone: Int? = nil,
    isPrefixed: Bool? = nil
  ) rethrows -> CRSIdentifier? {
    let own = source.epsg.flatMap { SurveySystem(epsg: $0) }
    // Degrees stay degrees only where that is asked for by their code.
    let datum = own.map { $0.datum == .wgs84 ? .cgcs2000 : $0.datum } ?? .cgcs2000
    let number = try zone ?? own?.zone?.number ?? Self.zone(at: longitude())
    guard let width = SurveySystem.Zone.width(ofNumber: number) else { return nil }
    let prefix = isPrefixed ?? own?.zone?.isPrefixed ?? true
    return SurveySystem(
      datum: datum,
      zone: SurveySystem.Zone(width: width, number: number, isPrefixed: prefix)
    ).crs
  }

  /// The 3° zone that holds a longitude; 0 outside of the world.
  private static func zone(at longitude: Double) -> Int {
    abs(longitude) <= 180 ? Int((longitude / 3).rounded()) : 0
  }
}
