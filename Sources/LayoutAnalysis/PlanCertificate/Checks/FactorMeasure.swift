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

  /// The value at each centre: the least, and the greatest where places at the border of what counts leave it open.
  struct Values {
    let least: [Double]
    /// Nil where it is the least.
    let greatest: [Double]?

    /// The least and the greatest mean over some centres; nil over none, or where a number is none.
    func mean(of rows: [Int]) -> ClosedRange<Double>? {
      guard !rows.isEmpty else { return nil }
      let count = Double(rows.count)
      let low = rows.reduce(0) { $0 + least[$1] } / count
      let high = greatest.map { greatest in rows.reduce(0) { $0 + greatest[$1] } / count } ?? low
      guard low.isFinite, high.isFinite else { return nil }
      return min(low, high)...max(low, high)
    }
  }

  /// The value of a factor at each centre; nil where an input lacks.
  ///
  /// - Complexity: O(cells · places).
  func values(of factor: SuitabilityFactor) -> Values? {
    guard !centres.isEmpty else { return nil }
    switch factor.source {
    case .resource(let category, let decay):
      let places = land.resources.filter {
        $0.category == category && $0.weight > 0 && $0.weight.isFinite
      }
      let greatest = places.map(\.weight).max() ?? 1
      return values(
        of: places.map { ($0.position, $0.weight / greatest) }, decay, start: 1,
        add: { $0 * (1 - $1) }, value: { 1 - $0 })
    case .settlement(let decay, let saturation):
      let places = land.settlements.filter { $0.population > 0 && $0.population.isFinite }
      return values(
        of: places.map { ($0.position, $0.population) }, decay, start: 0, add: +,
        value: { $0 / ($0 + saturation) })
    case .access(let key, let full, let none):
      guard let layer = land.access.first(where: { $0.key == key }) else { return nil }
      let edges = edges(of: layer, within: none.value)
      let values = centres.map { centre in
        let distance = edges.reduce(Double.infinity) { min($0, $1.distance(to: centre)) }
        return min(max((none.value - distance) / (none.value - full.value), 0), 1)
      }
      return Values(least: values, greatest: nil)
    case .relief(let classes):
      guard let elevation = land.elevation else { return nil }
      let values = centres.map { centre in
        let gradient = elevation.surface(at: land.grid.geodetic(centre)).gradient
        let rise = (gradient.x * gradient.x + gradient.y * gradient.y).squareRoot()
        let slope = atan(rise) * 180 / .pi
        return classes.first { slope <= $0.upToDegrees }?.value.value ?? 0
      }
      return Values(least: values, greatest: nil)
    }
  }

  /// What places add up to at each centre, without and with those at the border.
  private func values(
    of places: [(position: XY, weight: Double)], _ decay: DistanceDecay, start: Double,
    add: (Double, Double) -> Double, value: (Double) -> Double
  ) -> Values {
    func counted(upTo distance: Metres) -> [(position: XY, weight: Double)] {
      places.filter { place in
        let (east, north) = (place.position.x - middle.x, place.position.y - middle.y)
        return max(abs(east), abs(north)) <= distance.value
      }
    }
    func values(_ counted: [(position: XY, weight: Double)]) -> [Double] {
      centres.map { centre in
        value(
          counted.reduce(start) { sum, place in
            add(sum, place.weight * Self.worth(of: decay, at: centre.distance(to: place.position)))
          })
      }
    }
    let farthest = reach + Self.mostHalfDistances * decay.half
    let (few, many) = (counted(upTo: farthest - Self.slack), counted(upTo: farthest + Self.slack))
    return Values(
      least: values(few), greatest: few.count == many.count ? nil : values(many))
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
