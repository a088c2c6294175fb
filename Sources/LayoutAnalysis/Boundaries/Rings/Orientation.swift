import Foundation
import LandModel

/// On which side of a directed line a position lies, without rounding.
///
/// A filter first, then exact arithmetic (Shewchuk 1997, "Adaptive precision floating-point arithmetic
/// and fast robust geometric predicates", Discrete & Computational Geometry 18): only so does a verdict
/// on validity not depend on where on Earth the polygon lies or where its ring starts.
enum Orientation {
  /// The filter's relative error bound, (3 + 16ε)ε with ε = 2⁻⁵³ (ibid., section 4.3).
  private static let filterBound = 3.3306690738754716e-16
  /// Products that lose bits below the smallest number err by less than 2⁻¹⁰⁷⁴ each; a determinant
  /// above this is far out of their reach.
  private static let smallestCertain = 0x1p-1000
  /// Magnitudes between which sums of products neither overflow nor lose bits below the smallest number.
  private static let expansible = 0x1p-200...0x1p500

  /// 1 where `c` lies to the left of the line from `a` to `b`, -1 to the right, 0 on it.
  ///
  /// Exact for all finite ordinates.
  @inline(__always)
  static func sign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let determinant = left - right
    // Overflow makes one side infinite or no number, and the comparison false.
    if abs(determinant) > filterBound * (abs(left) + abs(right)) + smallestCertain {
      return determinant > 0 ? 1 : -1
    }
    return carefulSign(a, b, c)
  }

  /// Whether a ray from a position to the east crosses the edge from `a` to `b`, exactly.
  ///
  /// An edge counts its lower end only, so that a ray through a vertex counts it once.
  @inline(__always)
  static func isCrossed(_ a: XY, _ b: XY, byRayEastOf position: XY) -> Bool {
    guard (a.y > position.y) != (b.y > position.y) else { return false }
    return a.y < b.y ? sign(a, b, position) > 0 : sign(b, a, position) > 0
  }

  @inline(never)
  private static func carefulSign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    if (a.x == c.x || b.y == c.y) && (a.y == c.y || b.x == c.x) { return 0 }
    return isExpansible(a) && isExpansible(b) && isExpansible(c)
      ? expansionSign(a, b, c) : accumulatorSign(a, b, c)
  }

  private static func isExpansible(_ position: XY) -> Bool {
    (position.x == 0 || expansible.contains(abs(position.x)))
      && (position.y == 0 || expansible.contains(abs(position.y)))
  }

  /// The sign of ax·by − ax·cy − cx·by − ay·bx + ay·cx + cy·bx as an expansion of twelve components.
  static func expansionSign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    var expansion = Expansion()
    expansion.add(a.x, b.y)
    expansion.add(-a.x, c.y)
    expansion.add(-c.x, b.y)
    expansion.add(-a.y, b.x)
    expansion.add(a.y, c.x)
    expansion.add(c.y, b.x)
    return expansion.sign
  }

  /// The same sum in an accumulator that holds every product of two numbers; slow, and never wrong.
  static func accumulatorSign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    var accumulator = ProductAccumulator()
    accumulator.add(a.x, b.y)
    accumulator.add(-a.x, c.y)
    accumulator.add(-c.x, b.y)
    accumulator.add(-a.y, b.x)
    accumulator.add(a.y, c.x)
    accumulator.add(c.y, b.x)
    return accumulator.sign
  }
}

/// A sum of up to six products as components that do not overlap, ascending.
private struct Expansion {
  private var components = InlineArray<12, Double>(repeating: 0)
  private var count = 0

  /// Adds a product, split into its rounded value and its rounding error.
  mutating func add(_ left: Double, _ right: Double) {
    let product = left * right
    grow(by: (-product).addingProduct(left, right))
    grow(by: product)
  }

  /// Grow-Expansion (Shewchuk 1997, figure 6): adds one number without loss.
  private mutating func grow(by addend: Double) {
    var carry = addend
    for index in 0..<count {
      let sum = carry + components[index]
      let virtual = sum - carry
      components[index] = (carry - (sum - virtual)) + (components[index] - virtual)
      carry = sum
    }
    components[count] = carry
    count += 1
  }

  /// The sign of the last component that is not zero, which is that of the sum.
  var sign: Int {
    for index in (0..<count).reversed() where components[index] != 0 {
      return components[index] > 0 ? 1 : -1
    }
    return 0
  }
}
