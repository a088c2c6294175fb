import LandModel
import Testing

@testable import LayoutAnalysis

/// Where a layer lies, and which reference system explains where it does not.
struct PlacementTests {
  private static let city = BoundingBox(minX: 112.2, minY: 24.8, maxX: 114.3, maxY: 26.9)

  private static func square(_ x: Double, _ y: Double) -> Geometry {
    .polygon(rings: [
      [XY(x, y), XY(x + 1000, y), XY(x + 1000, y + 1000), XY(x, y + 1000), XY(x, y)]
    ])
  }

  private static func findings(_ geometries: [Geometry], _ source: SourceFacts) throws -> [String] {
    let parameters = BoundaryParameters(workingArea: city)
    return try BoundaryValidation(parameters: parameters).result(
      of: [LayerInput(layer: .test(geometries), source: source)]
    ).result.findings.filter { $0.rule.text.hasPrefix("crs.") }.map {
      "\($0.rule.text) \($0.featureIDs.map(\.text).joined())"
    }
  }

  @Test func `a feature that the projection lost is explained by its stored position`() throws {
    let lost = Self.square(450_000, 2_850_000).mapPositions { _ in XY(.infinity, .infinity) }
    let source = SourceFacts(
      declaredCRS: CRSIdentifier(epsg: 4490), usedCRS: CRSIdentifier(epsg: 4490),
      rawBoundingBox: BoundingBox(minX: 25.7, minY: 25.7, maxX: 113.5, maxY: 113.5),
      rawCentres: [XY(113.5, 25.76), XY(25.76, 113.5)])
    let found = try Self.findings([Self.square(450_000, 2_850_000), lost], source)
    #expect(found == ["crs.mixed-axes ", "crs.swapped-axes 2"])
  }

  @Test func `invalid features alone are judged by where they lie`() throws {
    let bowTie = Geometry.polygon(rings: [
      [
        XY(752_000, 2_850_000), XY(753_000, 2_851_000), XY(753_000, 2_850_000),
        XY(752_000, 2_851_000), XY(752_000, 2_850_000),
      ]
    ])
    let source = SourceFacts(
      declaredCRS: CRSIdentifier(epsg: 4547), usedCRS: CRSIdentifier(epsg: 4547),
      rawBoundingBox: bowTie.boundingBox)
    let found = try Self.findings([bowTie], source)
    #expect(found == ["crs.outside-working-area ", "crs.zone-mismatch "])
  }

  @Test(arguments: [
    (XY(113.0, 25.8), "EPSG:4490"), (XY(25.8, 113.0), "EPSG:4490"),
    (XY(450_000, 2_850_000), "EPSG:4547"), (XY(38_450_000, 2_850_000), "EPSG:4526"),
    (XY(700_000, 2_850_000), "EPSG:4546"), (XY(37_700_000, 2_850_000), "EPSG:4525"),
    (XY(19_700_000, 2_850_000), "EPSG:4497"), (XY(2_850_000, 450_000), "EPSG:4547"),
  ])
  func `magnitudes tell the system within the city`(_ position: XY, _ system: String) {
    var box = BoundingBox.empty
    box.extend(to: position)
    #expect(ReferenceSystemGuess.system(of: box, in: Self.city)?.text == system)
  }

  @Test(arguments: [
    (XY(113.0, 25.8), "EPSG:4490"), (XY(38_450_000, 2_850_000), "EPSG:4526"),
    (XY(37_700_000, 2_850_000), "EPSG:4525"), (XY(450_000, 2_850_000), nil), (XY(1, 2), nil),
    (XY(12_600_000, 2_970_000), nil),
  ])
  func `without a city eastings tell the zone by their prefix only`(
    _ position: XY, _ system: String?
  ) {
    var box = BoundingBox.empty
    box.extend(to: position)
    #expect(ReferenceSystemGuess.system(of: box)?.text == system)
  }

  @Test func `eastings without prefix, read as degrees, are metres of a zone untold`() throws {
    let reading = CoordinateReading(
      of: XY(450_000, 2_850_000), in: Placement.china, otherThan: CRSIdentifier(epsg: 4490))
    #expect(reading == .gridOfUnknownZone(isSwapped: false))
  }
}
