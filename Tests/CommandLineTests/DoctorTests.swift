import TestSupport
import Testing

struct DoctorTests {
  @Test func `every component has its whole name, and details stand in one column`() throws {
    let outcome = try BuiltProgram().run(["doctor"])
    #expect(outcome.output.contains(" ESRI Shapefile "))
    let formats = outcome.output.split(separator: "\n").filter { $0.hasSuffix(" can be read") }
    try #require(!formats.isEmpty)
    #expect(Set(formats.map(\.count)).count == 1)
  }
}
