/// One of several equal parts of an input, told from the place of a record alone.
///
/// Record n, from 1, belongs to shard ((n − 1) mod N) + 1. The rule needs no length, so it holds for a
/// stream; parts differ by one record at most; and the records of the parts, taken in turn, are those of
/// the whole in their order.
package struct Shard: Hashable, Sendable {
  /// From 1.
  package let number: Int
  /// How many shards the input has.
  package let count: Int

  /// More parts than this are a slip: each reads the whole input.
  package static let most = 100_000

  /// - Returns: nil unless 1 ≤ number ≤ count ≤ ``most``.
  package init?(number: Int, of count: Int) {
    guard count <= Self.most, count > 0, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `K/N`, such as `3/8`: digits only.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, of: count)
  }

  /// `K/N`.
  package var text: String { "\(number)/\(count)" }

  /// Whether a record is of this shard, by its place from 1.
  package func holds(record: Int) -> Bool { (record - 1) % count == number - 1 }

  /// How many records of an input of a length are of this shard.
  package func share(of records: Int) -> Int {
    records < number ? 0 : (records - number) / count + 1
  }
}
