import LandModel
import Testing

struct MissingTextTests {
  @Test(arguments: [
    "", " ", "\u{3000}\t", "NULL", "null", "<Null>", " N/A ", "无", "暂无", "-", "——", "/", "\0\0",
    "NaN",
  ])
  func `a text that means nothing is no value`(_ text: String) {
    #expect(MissingText.value(text) == nil)
  }

  @Test(arguments: [(" 北湖区 ", "北湖区"), ("0", "0"), ("无量寺", "无量寺"), ("-1", "-1"), ("NA", "NA")])
  func `other text is a value, without blanks round it`(_ text: String, _ value: String) {
    #expect(MissingText.value(text) == value)
  }
}
