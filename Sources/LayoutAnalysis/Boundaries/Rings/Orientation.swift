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

  /// 1 where `c` lies to the left of the line from `a` to `b`, -1 to the right, 0 on it.
  ///
  /// Exact for ordinates between 2⁻²⁰⁰ and 2⁵⁰⁰ in magnitude, and zeros.
  static func sign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let determinant = left - right
    if abs(determinant) > filterBound * (abs(left) + abs(right)) {
      return determinant > 0 ? 1 : -1
    }
    if left == 0 && right == 0 && (a.x == c.x || b.y == c.y) && (a.y == c.y || b.x == c.x) {
      return 0
    }
    return exactSign(a, b, c)
  }

  /// The sign of ax·by − ax·cy − cx·by − ay·bx + ay·cx + cy·bx as an expansion of twelve components.
  private static func exactSign(_ a: XY, _ b: XY, _ c: XY) -> Int {
    var expansion: [Double] = []
    expansion.reserveCapacity(13)
    add(a.x, b.y, to: &expansion)
    add(-a.x, c.y, to: &expansion)
    add(-c.x, b.y, to: &expansion)
    add(-a.y, b.x, to: &expansion)
    add(a.y, c.x, to: &expansion)
    add(c.y, b.x, to: &expansion)
    // The components do not overlap and ascend, so the last that is not zero has the sign of the sum.
    guard let greatest = expansion.last(where: { $0 != 0 }) else { return 0 }
    return greatest > 0 ? 1 : -1
  }

  /// Adds a product, split into its rounded value and its rounding error, to an expansion.
  private static func add(_ left: Double, _ right: Double, to expansion: inout [Double]) {
    let product = left * right
    grow(&expansion, by: (-product).addingProduct(left, right))
    grow(&expansion, by: product)
  }

  /// Grow-Expansion (ibid., figure 6): adds one number without loss.
  private static func grow(_ expansion: inout [Double], by addend: Double) {
    var carry = addend
    for index in expansion.indices {
      let sum = carry + expansion[index]
      let virtual = sum - carry
      expansion[index] = (carry - (sum - virtual)) + (expansion[index] - virtual)
      carry = sum
    }
    expansion.append(carry)
  }
}
