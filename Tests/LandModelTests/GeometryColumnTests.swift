import LandModel
import Testing

struct GeometryColumnTests {
  @Test(arguments: 0..<9)
  func `pairs of doubles are taken from any place in memory`(offset: Int) {
    let ordinates = [38_400_000.125, 2_850_000.5, -1, .leastNonzeroMagnitude, 7, .infinity]
    var bytes = [UInt8](repeating: 0xAA, count: offset)
    for ordinate in ordinates {
      withUnsafeBytes(of: ordinate) { bytes.append(contentsOf: $0) }
    }
    var column = GeometryColumn([.point(XY(1, 2))])
    bytes.withUnsafeBytes { all in
      column.append(pairsOfDoubles: UnsafeRawBufferPointer(rebasing: all[offset...]))
      column.append(pairsOfDoubles: UnsafeRawBufferPointer(rebasing: all[all.count...]))
    }
    #expect(
      column.positions == [
        XY(1, 2), XY(38_400_000.125, 2_850_000.5), XY(-1, .leastNonzeroMagnitude), XY(7, .infinity),
      ])
  }
}
