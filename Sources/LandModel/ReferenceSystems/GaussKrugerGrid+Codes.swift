extension GaussKrugerGrid {
  /// The CGCS2000 Gauss–Krüger grids of the EPSG register, by code; nil for any other code.
  ///
  /// 3° zones 25…45 with prefix are EPSG:4513…4533, without prefix (by central meridian 75°E…135°E)
  /// 4534…4554; 6° zones 13…23 with prefix 4491…4501, without prefix 4502…4512 (domain facts §3.1).
  package init?(epsg: Int) {
    let crs = CRSIdentifier(epsg: epsg)
    switch epsg {
    case 4513...4533:
      let zone = epsg - 4513 + 25
      self.init(
        crs: crs, centralMeridian: Double(3 * zone),
        falseEasting: Metres(Double(zone) * 1_000_000 + 500_000))
    case 4534...4554:
      self.init(
        crs: crs, centralMeridian: Double(75 + 3 * (epsg - 4534)), falseEasting: Metres(500_000))
    case 4491...4501:
      let zone = epsg - 4491 + 13
      self.init(
        crs: crs, centralMeridian: Double(6 * zone - 3),
        falseEasting: Metres(Double(zone) * 1_000_000 + 500_000))
    case 4502...4512:
      self.init(
        crs: crs, centralMeridian: Double(75 + 6 * (epsg - 4502)), falseEasting: Metres(500_000))
    default: return nil
    }
  }
}
