import Scenarios
import Testing

struct ShardTests {
  @Test(arguments: [
    "0/3", "4/3", "-1/3", "+1/3", "1/0", "a/b", "1", "/", "1/2/3", " 1/2", "1/100001",
  ])
  func `a text that is no shard is none`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: [1, 2, 3, 7, 50])
  func `every record is of one shard, and the shares add up`(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
    for record in 1...100 {
      #expect(shards.count { $0.holds(record: record) } == 1)
    }
    for records in [0, 1, 2, 6, 7, 8, 99, 100] {
      let shares = shards.map { $0.share(of: records) }
      #expect(shares.reduce(0, +) == records)
      #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
      for shard in shards {
        let counted = records == 0 ? 0 : (1...records).count { shard.holds(record: $0) }
        #expect(shard.share(of: records) == counted)
      }
    }
  }
}
