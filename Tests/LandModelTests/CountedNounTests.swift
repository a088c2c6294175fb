import LandModel
import Testing

struct CountedNounTests {
  @Test func `one has the singular, none and several the plural`() {
    #expect([0, 1, 2].map { $0.counted("feature") } == ["0 features", "1 feature", "2 features"])
    #expect(1.counted("breach", "breaches") == "1 breach")
    #expect(21.counted("breach", "breaches") == "21 breaches")
  }
}
