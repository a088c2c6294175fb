import LandModel
import Testing

@testable import LayoutAnalysis

/// What ties a written town to its site, its size and its land.
struct CertificatePlaceTests {
  @Test func `a town away from its site by more than the tolerance is found`() throws {
    var question = CertificateCase()
    question.delimitation.reach = Ratio(3)
    // The border lies 750 m from the middle; 500 m are allowed.
    question.moveSite(1, east: -1249)
    #expect(try question.faults() == [:])
    question.moveSite(1, east: -2)
    #expect(
      try question.faults() == ["place": ["T2 lies 501.0 m from its site, farther than 500.0 m."]])
  }

  @Test func `a town beyond its reach is found`() throws {
    var question = CertificateCase()
    // 977 m and two cells for a corner at 1060.66 m, as a cell's centre tells it.
    question.delimitation.reach = Ratio(1)
    #expect(try question.faults() == [:])
    question.delimitation.areas.town.wanted = SquareMetres(squareKilometres: 2)
    #expect(try question.faults().keys.sorted() == ["place"])
    #expect(try question.faults()["place"]?.count == 3)
    #expect(
      try question.faults()["place"]?[0].hasSuffix(" m from its site, farther than 997.88 m.")
        == true)
    // Without a wanted size the largest area tells how far a town may reach.
    question.delimitation.sizing = .paying(price: Ratio(0.1))
    #expect(try question.faults() == [:])
  }

  @Test func `building on land steeper than the plan allows is found`() throws {
    var question = CertificateCase()
    // 3° eastwards all over: 0.05° of longitude are 5 km.
    let rise = 5014.0 * 0.0524
    question.elevation = ElevationGrid(
      origin: XY(112.8, 25.6), step: XY(0.05, 0.05), columnCount: 13, rowCount: 9,
      elevations: (0..<9).flatMap { _ in (0..<13).map { rise * Double($0) } })
    #expect(try question.faults() == [:])
    question.delimitation.steepestBuildingDegrees = 2.9
    let faults = try question.faults()
    #expect(faults.keys.sorted() == ["place"])
    #expect(faults["place"]?.count == 3)
    #expect(faults["place"]?[0].hasSuffix("°, steeper than 2.9°.") == true)
    question.delimitation.steepestBuildingDegrees = nil
    #expect(try question.faults() == [:])
  }

  @Test func `a town of parcels runs along their borders`() throws {
    var question = CertificateCase()
    question.delimitation.parcels = ParcelUnits(layer: "parcels")
    // Without the layer nothing is told.
    let place = try #require(try question.checks().first { $0.code == "place" })
    #expect(place.outcome == .unchecked)
    #expect(place.detail.english.hasSuffix("; the parcels are missing"))
    // Bricks of 50 m, which squares of 1500 m and 800 m round the middles are made of.
    question.parcels = ParcelLand(
      layer: RedLineSamples.layer(
        "parcels",
        rings: question.towns.flatMap { town in
          [town.boundary, town.construction].map { Array($0.positions) }
        }))
    #expect(try question.faults() == [:])
    let boundary = question.towns[0].boundary
    question.towns[0] = question.towns[0].stating(
      boundary: boundary.mapPositions { XY($0.x + 0.3, $0.y) })
    #expect(
      try question.faults()["place"]?.first?.hasPrefix(
        "The boundary of T1 leaves the borders of the parcels at ") == true)
  }

  @Test func `a town that lacks more of its class than 5 % is found`() throws {
    var question = CertificateCase()
    question.delimitation.sizes = [SquareMetres(2_360_000), SquareMetres(2_400_000)]
    func faults(_ size: Double) throws -> [String]? {
      question.towns = question.towns.map { $0.stating(sizeClass: SquareMetres(size)) }
      return try question.faults()["areas"]
    }
    // The squares measure 2.2497 km².
    #expect(try faults(2_360_000) == nil)
    #expect(try faults(2_400_000)?.count == 3)
    // Nor may a town of cells exceed its class by more than a cell; one of parcels may by their tolerance.
    question.delimitation.sizes = [SquareMetres(2_200_000)]
    #expect(try faults(2_200_000)?.count == 3)
    question.delimitation.parcels = ParcelUnits(layer: "parcels")
    #expect(try faults(2_200_000) == nil)
  }

  @Test func `without a layer of counties it is not told whether towns stay in theirs`() throws {
    var question = CertificateCase()
    question.hasCounties = false
    let county = try #require(try question.checks().first { $0.code == "county" })
    #expect(county.outcome == .unchecked)
    question.delimitation.staysInCounty = false
    #expect(try question.checks().first { $0.code == "county" }?.outcome == .holds)
  }

  @Test func `boundaries offered are told apart by more than the text they make`() {
    func offer(_ site: FeatureID, _ industry: String) -> ProposalCheck.Offer {
      ProposalCheck.Offer(site: site, industry: industry, size: nil)
    }
    let (one, other) = (offer("a/b", "c"), offer("a", "b/c"))
    #expect(
      StatedProof.name(one.site, one.industry, one.size)
        == StatedProof.name(other.site, other.industry, other.size))
    #expect(one != other)
  }
}
