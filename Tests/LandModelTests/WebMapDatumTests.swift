import LandModel
import Testing

struct WebMapDatumTests {
  /// The values that wandergis/coordtransform prints in its README, and others repeat.
  @Test func `positions go to GCJ-02 and BD-09 as published`() {
    let place = XY(116.404, 39.915)
    let gcj = WebMapDatum.gcj02.displaced(place)
    #expect(gcj.distance(to: XY(116.410_244_499_169_38, 39.916_404_281_501_64)) < 1e-12)
    let bd = WebMapDatum.bd09.displaced(place)
    #expect(bd.distance(to: XY(116.416_627_243_787_33, 39.922_699_552_216_216)) < 1e-12)
  }

  @Test(arguments: WebMapDatum.allCases)
  func `going there and back ends where it began`(_ datum: WebMapDatum) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let place = XY(75 + 58 * random.unit(), 19 + 33 * random.unit())
      #expect(datum.original(datum.displaced(place)).distance(to: place) < 1e-9)
    }
  }

  /// About 630 to 645 m towards 119° to 126°, and 1 200 to 1 260 m towards 73° to 77° (domain facts §3.1).
  ///
  /// An independent program found the extremes here by geodesics on a lattice of 0.02° over the city's box;
  /// degrees taken as plane differ from it by less than a metre.
  @Test(arguments: [
    (WebMapDatum.gcj02, 592.8...680.2, 117.1...128.0), (.bd09, 1185.7...1288.7, 70.9...79.1),
  ])
  func `the displacement in Chenzhou has the size and direction known`(
    _ datum: WebMapDatum, _ sizes: ClosedRange<Double>, _ azimuths: ClosedRange<Double>
  ) {
    for longitude in stride(from: 112.25, through: 114.25, by: 0.25) {
      for latitude in stride(from: 24.9, through: 26.8, by: 0.2) {
        let place = XY(longitude, latitude)
        let image = datum.displaced(place)
        let scale = Ellipsoid.cgcs2000.metresPerDegree(atLatitude: latitude)
        let shift = Displacement(
          east: Metres((image.x - place.x) * scale.x), north: Metres((image.y - place.y) * scale.y))
        #expect(sizes.contains(shift.size.value), "\(shift.size) at \(place)")
        #expect(azimuths.contains(shift.azimuth), "\(shift.azimuth) at \(place)")
      }
    }
  }
}
