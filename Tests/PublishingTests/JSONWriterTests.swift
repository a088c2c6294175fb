import Foundation
import LayerStore
import Publishing
import Testing

struct JSONWriterTests {
  @Test func `a number that is not finite is null`() {
    var writer = JSONWriter()
    writer.array { list in
      list.value(.nan, decimals: 2)
      list.value(-.infinity, decimals: 2)
    }
    #expect(writer.text == "[null,null]")
  }

  @Test func `numbers for readers have thousands and all decimals`() {
    #expect(DecimalText.grouped(1_234_567.5, decimals: 2) == "1,234,567.50")
    #expect(DecimalText.grouped(-999, decimals: 0) == "−999")
    #expect(DecimalText.grouped(0, decimals: 1) == "0.0")
  }

  @Test func `text survives the way through JSON`() throws {
    let hostile = "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7f}\u{2028}\u{2029}</script>&<é😀郴州"
    for isForMarkup in [false, true] {
      var writer = JSONWriter(isForMarkup: isForMarkup)
      writer.array { $0.value(hostile) }
      let parsed = try JSONSerialization.jsonObject(with: Data(writer.bytes))
      #expect(parsed as? [String] == [hostile])
      #expect(writer.bytes.contains(UInt8(ascii: "<")) != isForMarkup)
      #expect(!writer.text.unicodeScalars.contains { (0x2028...0x2029).contains($0.value) })
    }
  }

  @Test func `indented objects keep the order of their members`() {
    var writer = JSONWriter(layout: .indented)
    writer.object { object in
      object.member("b", 1)
      object.array("a") { _ in }
      object.object("c") { $0.member("d", true) }
    }
    #expect(writer.text == "{\n  \"b\": 1,\n  \"a\": [],\n  \"c\": {\n    \"d\": true\n  }\n}")
  }
}
