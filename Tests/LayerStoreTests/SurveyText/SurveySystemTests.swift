import LandModel
import TestSupport
import Testing

@testable import LayerStore

struct SurveySystemTests {
  /// Every zone of the three datums against the names of PROJ's register.
  @Test func `each zone has the code that the register gives it`() throws {
    var checked = 0
    for datum in SurveySystem.Datum.allCases where datum != .wgs84 {
      for (width, number) in [(3, 25), (3, 37), (3, 38), (3, 45), (6, 13), (6, 20), (6, 23)] {
        for isPrefixed in [true, false] {
          let zone = SurveySystem.Zone(width: width, number: number, isPrefixed: isPrefixed)
          let system = SurveySystem(datum: datum, zone: zone)
          let code = try #require(system.epsg)
          #expect(SurveySystem(epsg: code) == system)
          let output = try #require(
            CommandLineTool.output(["projinfo", "EPSG:\(code)", "-o", "WKT2:2019"]))
          let meridian = width == 3 ? 3 * number : 6 * number - 3
          let ending = isPrefixed ? "zone \(number)\"" : "CM \(meridian)E\""
          let name = try #require(output.split(separator: "\n").first { $0.hasPrefix("PROJCRS") })
          #expect(name.contains(ending), "\(code) \(name)")
          #expect(name.contains("3-degree") == (width == 3), "\(code) \(name)")
          checked += 1
        }
      }
    }
    #expect(checked == 42)
  }

  @Test func `a zone out of the register has no code`() {
    let zone = SurveySystem.Zone(width: 3, number: 20, isPrefixed: true)
    #expect(SurveySystem(datum: .cgcs2000, zone: zone).epsg == nil)
    #expect(SurveySystem(epsg: 32649) == nil)
  }
}
