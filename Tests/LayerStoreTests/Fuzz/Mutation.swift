import Foundation
import LandModel

/// One seeded way of spoiling a file.
enum Mutation: CaseIterable {
  case changeBytes, flipBits, truncate, duplicateBlock, moveBlock, inflateNumber, nest

  /// A spoiled copy of the content; headers are small and decide most, so half of the places fall into
  /// the first 200 bytes.
  func applied(to source: Data, using generator: inout SeededGenerator) -> Data {
    var content = source
    guard content.count > 1 else { return content }
    switch self {
    case .changeBytes:
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        content[place(content, &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
    case .flipBits:
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        content[place(content, &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      }
    case .truncate: content = content.prefix(Int.random(in: 0..<content.count, using: &generator))
    case .duplicateBlock:
      let block = block(content, &generator)
      let times = 1 << Int.random(in: 0...6, using: &generator)
      let copies = (0..<times).reduce(into: Data()) { copy, _ in copy.append(content[block]) }
      content.insert(contentsOf: copies, at: block.upperBound)
    case .moveBlock:
      let block = block(content, &generator)
      let moved = Data(content[block])
      content.removeSubrange(block)
      content.insert(contentsOf: moved, at: Int.random(in: 0...content.count, using: &generator))
    case .inflateNumber: inflate(&content, &generator)
    case .nest:
      let opening =
        ["[", "(", "{\"a\":", "<a>", "POLYGON(("].randomElement(using: &generator) ?? "["
      let depth = 1 << Int.random(in: 1...14, using: &generator)
      content.insert(
        contentsOf: Data(String(repeating: opening, count: depth).utf8),
        at: place(content, &generator))
    }
    return content
  }

  private func place(_ content: Data, _ generator: inout SeededGenerator) -> Int {
    let isInHeader = Bool.random(using: &generator)
    return Int.random(
      in: 0..<(isInHeader ? min(content.count, 200) : content.count), using: &generator)
  }

  private func block(_ content: Data, _ generator: inout SeededGenerator) -> Range<Int> {
    let start = place(content, &generator)
    let length = Int.random(in: 1...256, using: &generator)
    return start..<min(content.count, start + length)
  }

  /// A run of digits becomes a number out of all bounds, or four bytes a count or an offset of such size.
  private func inflate(_ content: inout Data, _ generator: inout SeededGenerator) {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let start = place(content, &generator)
    if let first = content[start...].firstIndex(where: isDigit), Bool.random(using: &generator) {
      let end = content[first...].firstIndex { !isDigit($0) } ?? content.endIndex
      let numbers = [
        "999999999999999999999", "-1", "1e308", "4294967295", "0", "NaN", "2147483647", "1e-320",
      ]
      let number = numbers.randomElement(using: &generator) ?? "0"
      content.replaceSubrange(first..<end, with: Data(number.utf8))
      return
    }
    let values: [UInt32] = [0xFFFF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0x0010_0000, 0, 0x7FF0_0000]
    var value = values.randomElement(using: &generator) ?? 0
    if Bool.random(using: &generator) { value = value.byteSwapped }
    for offset in 0..<4 where start + offset < content.count {
      content[start + offset] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(offset)))
    }
  }
}
