import LandModel
import Testing

@testable import LayoutAnalysis

struct FlowNetworkTests {
  @Test(arguments: 1...40)
  func `the cut is the best of all, and the smallest of the best`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = 2 + seed % 8
    let worths = (0..<count).map { _ in Int(random.next() % 41) - 20 }
    var links: [FlowNetwork.Link] = []
    for from in 0..<count {
      for to in (from + 1)..<max(from + 1, count) where random.unit() < 0.6 {
        links.append(
          FlowNetwork.Link(
            from: from, to: to, forward: Int(random.next() % 12),
            backward: random.unit() < 0.1 ? 1 << 40 : Int(random.next() % 12)))
      }
    }
    func value(_ bits: Int) -> Int {
      func holds(_ node: Int) -> Bool { bits >> node & 1 == 1 }
      var total = 0
      for node in 0..<count where holds(node) { total += worths[node] }
      for link in links {
        if holds(link.from), !holds(link.to) { total -= link.forward }
        if holds(link.to), !holds(link.from) { total -= link.backward }
      }
      return total
    }
    var network = FlowNetwork(worths: worths, links: links)
    let side = network.sourceSide()
    let found = side.indices.reduce(0) { $0 | (side[$1] ? 1 << $1 : 0) }
    let best = (0..<(1 << count)).map(value).max()
    #expect(value(found) == best)
    for bits in 0..<(1 << count) where value(bits) == best { #expect(found & ~bits == 0) }
  }
}
