import Foundation
import LandModel

/// A geometry as records keep it: exact, and short.
struct RecordedGeometry: Codable, Sendable, Equatable {
  private let kind: String
  private let rings: [Int]
  private let parts: [Int]
  /// Ordinates as little-endian doubles, x before y.
  private let ordinates: Data

  init(_ geometry: Geometry) {
    kind = geometry.kind.rawValue
    rings = geometry.ringEnds
    parts = geometry.partEnds
    var bytes = Data(capacity: geometry.positions.count * 16)
    for position in geometry.positions {
      for ordinate in [position.x, position.y] {
        var bits = ordinate.bitPattern.littleEndian
        withUnsafeBytes(of: &bits) { bytes.append(contentsOf: $0) }
      }
    }
    ordinates = bytes
  }

  /// The geometry; nil where the record is damaged.
  var geometry: Geometry? {
    guard let kind = GeometryKind(rawValue: kind), ordinates.count % 16 == 0,
      (rings.last ?? 0) == ordinates.count / 16, (parts.last ?? 0) == rings.count
    else { return nil }
    let bytes = [UInt8](ordinates)
    func ordinate(_ number: Int) -> Double {
      var bits: UInt64 = 0
      for byte in 0..<8 { bits |= UInt64(bytes[8 * number + byte]) << UInt64(8 * byte) }
      return Double(bitPattern: bits)
    }
    return Geometry(
      kind: kind,
      positions: (0..<(ordinates.count / 16)).map { XY(ordinate(2 * $0), ordinate(2 * $0 + 1)) },
      ringEnds: rings, partEnds: parts)
  }
}
