internal import CKernels
import LandModel

/// Tells quickly of most points how far they are from a row.
///
/// A point is within a distance if it is within it of any vertex, and beyond it if it is beyond it of a
/// half-plane that holds the row: sixteen of both leave a narrow band to be measured edge by edge. Made to
/// be filled again and again, for one row after the other, without taking memory anew.
struct ProbeScreen: Sendable {
  /// Points that are screened at once.
  static let size = Int(CK_SCREENED)
  private static let sampleCount = 16

  private var corner = XY(0, 0)
  /// Vertices, spread along the boundary, from the corner of the row's box.
  private var samples: [XY] = []
  /// The least places along each direction, then the greatest.
  private var supports = [Double](repeating: 0, count: 2 * Int(CK_DIRECTIONS))

  init() {}

  /// Takes a row with a position; what was there before is gone.
  ///
  /// Wraps `ck_supports`.
  ///
  /// - Complexity: O(v).
  mutating func load(_ probe: ProbeEdges) {
    let corner = XY(probe.box.minX, probe.box.minY)
    self.corner = corner
    samples.removeAll(keepingCapacity: true)
    probe.forEachVertex(about: Self.sampleCount) {
      samples.append(XY($0.x - corner.x, $0.y - corner.y))
    }
    probe.withBlocks { blocks, count in
      supports.withUnsafeMutableBufferPointer { supports in
        guard let least = supports.baseAddress else { return }
        ck_supports(blocks, count, corner.x, corner.y, least, least + Int(CK_DIRECTIONS))
      }
    }
  }

  /// Which of a run of at most ``size`` points are surely within a distance, and which beyond another, as
  /// bits.
  ///
  /// Wraps `ck_screen_points`.
  func look(
    at points: Range<Int>, of positions: [XY], withinSquare square: Double, beyond distance: Double
  ) -> (within: UInt32, beyond: UInt32) {
    precondition(
      points.count <= Self.size && points.upperBound <= positions.count, "A run of them.")
    let found = positions.withUnsafeBytes { positions in
      samples.withUnsafeBytes { samples in
        supports.withUnsafeBufferPointer { supports in
          guard let positions = positions.baseAddress, let samples = samples.baseAddress,
            let least = supports.baseAddress
          else { return 0 as UInt32 }
          var screen = ck_screen(
            x: corner.x, y: corner.y, samples: samples.assumingMemoryBound(to: Double.self),
            sample_count: self.samples.count, least: least, most: least + Int(CK_DIRECTIONS))
          return ck_screen_points(
            &screen, positions.assumingMemoryBound(to: Double.self) + 2 * points.lowerBound,
            points.count, square, distance)
        }
      }
    }
    return (found & (1 << Self.size - 1), found >> UInt32(Self.size))
  }
}
