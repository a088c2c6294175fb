import LandModel
import Scenarios
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("500 m", 500.0), ("6 km", 6000), ("0.5km", 500), ("1e3 m", 1000), ("+3 m", 3),
  ])
  func `a length is read in metres`(text: String, metres: Double) {
    #expect(Quantity.length(text)?.value == metres)
  }

  @Test(arguments: [
    ("3 km2", 3e6), ("20 ha", 2e5), ("400 m2", 400.0), ("15 mu", 10_000.0), ("1 亩", 10_000 / 15.0),
    ("2 公顷", 20_000.0), ("1 km²", 1e6),
  ])
  func `an area is read in square metres`(text: String, squareMetres: Double) {
    #expect(Quantity.area(text)?.value == squareMetres)
  }

  @Test(arguments: ["", "m", "3", "3 m2 m", "inf m", "0x10 m", "1 mile", "--3 m"])
  func `what is no length is none`(text: String) {
    #expect(Quantity.length(text) == nil)
  }

  @Test func `a share is a number or a percentage`() {
    #expect(Quantity.ratio("5 %")?.value == 0.05)
    #expect(Quantity.ratio("0.05")?.value == 0.05)
    #expect(Quantity.ratio("5 m") == nil)
  }
}
