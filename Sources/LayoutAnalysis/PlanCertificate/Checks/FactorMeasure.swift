import Foundation
import LandModel

/// The value of a factor over a town, looked up again place by place.
struct FactorMeasure {
  let land: LandInput
  let centres: [XY]
  /// The middle of the box that the town was looked for in, and half its side.
  let middle: XY
  let reach: Metres
  /// A place so near to the border of what counts may be on either side by rounding.
  private static let slack = Metres(0.001)
  /// Places count up to so many half distances beyond the box.
  private static let mostHalfDistances = 10.0

  /// The least and the greatest mean of a factor over the centres; nil where an input lacks.
  ///
  /// The two differ by the places at the border of what counts.
  ///
  /// - Complexity: O(cells · places).
  func mean(of factor: SuitabilityFactor) -> ClosedRange<Double>? {
    guard !centres.isEmpty else { return nil }
    switch factor.source {
    case .resource(let category, let decay):
      let places = land.resources.filter {
        $0.category == category && $0.weight > 0 && $0.weight.isFinite
      }
      let greatest = places.map(\.weight).max() ?? 1
      return mean(
        of: places.map { ($0.position, $0.weight / greatest) }, decay, start: 1,
        add: { $0 * (1 - $1) }, value: { 1 - $0 })
    case .settlement(let decay, let saturation):
      let places = land.settlements.filter { $0.population > 0 && $0.population.isFinite }
      return mean(
        of: places.map { ($0.position, $0.population) }, decay, start: 0, add: +,
        value: { $0 / ($0 + saturation) })
    case .access(let key, let full, let none):
      guard let layer = land.access.first(where: { $0.key == key }) else { return nil }
      let edges = edges(of: layer, within: none.value)
      let value = self.mean { centre in
        let distance = edges.reduce(Double.infinity) { min($0, $1.distance(to: centre)) }
        return min(max((none.value - distance) / (none.value - full.value), 0), 1)
      }
      return Self.range(value, value)
    case .relief(let classes):
      guard let elevation = land.elevation else { return nil }
      let value = self.mean { centre in
        let gradient = elevation.surface(at: land.grid.geodetic(centre)).gradient
        let rise = (gradient.x * gradient.x + gradient.y * gradient.y).squareRoot()
        let slope = atan(rise) * 180 / .pi
        return classes.first { slope <= $0.upToDegrees }?.value.value ?? 0
      }
      return Self.range(value, value)
    }
  }

  private func mean(_ value: (XY) -> Double) -> Double {
    centres.reduce(0) { $0 + value($1) } / Double(centres.count)
  }

  /// The mean of what places add up to, without and with those at the border.
  private func mean(
    of places: [(position: XY, weight: Double)], _ decay: DistanceDecay, start: Double,
    add: (Double, Double) -> Double, value: (Double) -> Double
  ) -> ClosedRange<Double>? {
    func mean(upTo distance: Metres) -> Double {
      let counted = places.filter { place in
        let (east, north) = (place.position.x - middle.x, place.position.y - middle.y)
        return max(abs(east), abs(north)) <= distance.value
      }
      return self.mean { centre in
        value(
          counted.reduce(start) { sum, place in
            add(sum, place.weight * Self.worth(of: decay, at: centre.distance(to: place.position)))
          })
      }
    }
    let farthest = reach + Self.mostHalfDistances * decay.half
    let (least, greatest) = (mean(upTo: farthest - Self.slack), mean(upTo: farthest + Self.slack))
    return Self.range(least, greatest)
  }

  /// Nil where a number is none, which no range can hold.
  private static func range(_ one: Double, _ other: Double) -> ClosedRange<Double>? {
    guard one.isFinite, other.isFinite else { return nil }
    return min(one, other)...max(one, other)
  }

  /// 1 at the place, one half at the half distance.
  private static func worth(of decay: DistanceDecay, at distance: Double) -> Double {
    switch decay {
    case .exponential(let half): pow(2, -distance / half.value)
    case .linear(let half): max(0, 1 - distance / (2 * half.value))
    }
  }

  /// Edges of the features that come near enough to count.
  private func edges(of layer: CheckedLayer, within distance: Double) -> [PlainEdge] {
    var box = BoundingBox.empty
    for centre in centres { box.extend(to: centre) }
    let near = box.expanded(by: distance)
    return layer.geometry.boundingBoxes.enumerated().filter { $1.meets(near) }.flatMap { row, _ in
      PlainEdge.all(of: layer.geometry.geometry(ofRow: row))
    }
  }
}
