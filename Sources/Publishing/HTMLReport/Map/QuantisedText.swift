import LandModel

/// Geometry as short text for the report's map: whole steps from an origin, as differences.
///
/// Each ring is a run of numbers, x and y of its first position and then the steps to the next, written
/// in groups of five bits with a continuation bit, least significant first, in an alphabet of 64 letters
/// that need no escape in JSON or HTML. Rings are set apart by `,`, parts by `;`; `!` opens lines.
struct QuantisedText {
  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

  /// Lower left corner of the map, in metres on the grid.
  let origin: XY
  /// Length of a step in metres.
  let step: Double

  /// A geometry thinned and quantised; nil when nothing of it is large enough to be seen.
  func text(of geometry: GeometryColumn, row: Int, tolerance: (XY) -> Double) -> [UInt8]? {
    var text: [UInt8] = geometry.kinds[row] == .line ? [UInt8(ascii: "!")] : []
    let head = text.count
    for part in geometry.parts(ofRow: row) {
      let start = text.count
      if start > head { text.append(UInt8(ascii: ";")) }
      let rings = geometry.rings(ofPart: part)
      for ring in rings {
        let positions = geometry.positions[geometry.range(ofRing: ring)]
        guard positions.allSatisfy(\.isFinite) else { continue }
        let kept =
          geometry.kinds[row] == .polygon
          ? LineSimplification.ring(positions, tolerance: tolerance)
          : LineSimplification.line(positions, tolerance: tolerance)
        if kept.isEmpty {
          if ring == rings.lowerBound { break }  // without its shell a part has no holes
          continue
        }
        if ring > rings.lowerBound { text.append(UInt8(ascii: ",")) }
        append(kept, to: &text)
      }
      if text.last == UInt8(ascii: ";") { text.removeLast() }
    }
    return text.count == head ? nil : text
  }

  private func append(_ positions: [XY], to text: inout [UInt8]) {
    var previous = (x: 0, y: 0)
    for position in positions {
      let (x, y) = (steps(position.x - origin.x), steps(position.y - origin.y))
      append(x - previous.x, to: &text)
      append(y - previous.y, to: &text)
      previous = (x, y)
    }
  }

  /// Whole steps of a length; what lies a thousand million steps away is drawn there.
  private func steps(_ length: Double) -> Int {
    Int(min(1e9, max(-1e9, (length / step).rounded())))
  }

  private func append(_ number: Int, to text: inout [UInt8]) {
    var rest = number < 0 ? -2 * number - 1 : 2 * number
    repeat {
      let more = rest >= 32
      text.append(Self.alphabet[(rest & 31) | (more ? 32 : 0)])
      rest >>= 5
    } while rest > 0
  }
}
