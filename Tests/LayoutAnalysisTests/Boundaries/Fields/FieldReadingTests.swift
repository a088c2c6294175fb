import Testing

@testable import LayoutAnalysis

struct FieldReadingTests {
  @Test(arguments: [
    ("1,234.5", "1234.5"), ("１２．５", "12.5"), ("45 公顷", "45"), ("3km2", "3"), ("30%", "30"),
    ("1 200 人", "1200"),
  ])
  func `a number with signs that do not belong is read plainly`(_ text: String, _ plain: String) {
    #expect(FieldReading.plainNumber(in: text) == plain)
    #expect(FieldReading.number(text) == nil)
  }

  @Test(arguments: ["about 1 km2", "", "km2", "12", "1e999", "0x10", "nan"])
  func `what is no number, or one already, has no plain reading`(_ text: String) {
    #expect(FieldReading.plainNumber(in: text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("1900-02-29", false), ("2000-02-29", true), ("2024-04-31", false),
    ("20241231", true), ("20241301", false), ("2024.5.6", true), ("2024-5", false),
    ("24-5-6", false),
    ("2024-05-06T10:00:00Z", true), ("2024", false), ("１２３４５６７８", false),
  ])
  func `a day is one of the calendar`(_ text: String, _ isDay: Bool) {
    #expect(FieldReading.isDay(text) == isDay)
  }

  @Test(arguments: ["1", "O1", "制造"])
  func `a suggestion is the code whose name it is, or the nearest`(_ text: String) {
    let allowed = [
      DomainValue(code: "01", name: "制造"), DomainValue(code: "22", name: "旅游"),
    ]
    #expect(OutsideDomainCheck.suggestion(for: text, among: allowed)?.code == "01")
  }
}
