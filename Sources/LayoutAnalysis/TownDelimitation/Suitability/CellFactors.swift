import Foundation
import LandModel
import SpatialIndex

/// The values of the suitability factors at the centres of a window's cells.
///
/// A centre stands for its cell; what is farther than ten half distances adds less than a thousandth of
/// its worth and is left out.
struct CellFactors {
  private let window: CellWindow
  private let land: LandIndex
  private static let mostHalfDistances = 10.0

  init(window: CellWindow, land: LandIndex) {
    self.window = window
    self.land = land
  }

  /// The values of a factor, 0…1, one for each cell.
  func values(of factor: SuitabilityFactor) -> [Double] {
    switch factor.source {
    case .resource(let category, let decay):
      resourceValues(category: category, decay: decay)
    case .settlement(let decay, let saturation):
      settlementValues(decay: decay, saturation: saturation)
    case .access(let layer, let full, let none):
      accessValues(layer: layer, full: full.value, none: none.value)
    case .relief(let classes):
      slopes().map { slope in classes.first { slope <= $0.upToDegrees }?.value.value ?? 0 }
    }
  }

  /// Slopes in degrees, one for each cell; all zero without an elevation grid.
  func slopes() -> [Double] {
    guard let elevation = land.input.elevation else {
      return [Double](repeating: 0, count: window.count)
    }
    return (0..<window.count).map { cell in
      let position = land.input.grid.geodetic(window.position(cell))
      let gradient = elevation.surface(at: position).gradient
      return atan((gradient.x * gradient.x + gradient.y * gradient.y).squareRoot()) * 180 / .pi
    }
  }

  private func resourceValues(category: String, decay: DistanceDecay) -> [Double] {
    guard let resources = land.resources[category] else {
      return [Double](repeating: 0, count: window.count)
    }
    let range = window.box.expanded(by: Self.mostHalfDistances * decay.half.value)
    let near = resources.tree.rows(meeting: range).map { row in
      (
        position: resources.points[row].position,
        weight: resources.points[row].weight / resources.greatestWeight
      )
    }
    return (0..<window.count).map { cell in
      let here = window.position(cell)
      let left = near.reduce(1) {
        $0 * (1 - $1.weight * decay.worth(at: here.distance(to: $1.position)))
      }
      return 1 - left
    }
  }

  private func settlementValues(decay: DistanceDecay, saturation: Double) -> [Double] {
    let range = window.box.expanded(by: Self.mostHalfDistances * decay.half.value)
    let near = land.settlementTree.rows(meeting: range).map { land.input.settlements[$0] }
      .filter { $0.population > 0 && $0.population.isFinite }
    return (0..<window.count).map { cell in
      let here = window.position(cell)
      let people = near.reduce(0) {
        $0 + $1.population * decay.worth(at: here.distance(to: $1.position))
      }
      return people / (people + saturation)
    }
  }

  private func accessValues(layer key: String, full: Double, none: Double) -> [Double] {
    guard let layer = land.access[key] else {
      return [Double](repeating: 0, count: window.count)
    }
    var edges: [LayerEdge] = []
    var nearest = Double.infinity
    for row in layer.tree.rows(meeting: window.box.expanded(by: none)) {
      for edge in LayerEdges(layer.layer.geometry, row: row) {
        nearest = min(nearest, edge.distance(to: window.centre))
        edges.append(edge)
      }
    }
    // No cell is nearer to an edge than the centre is, by more than the window's radius: edges beyond
    // the nearest by twice that are nearest to no cell.
    let reach = min(nearest + 2 * window.radius, none + window.radius)
    edges.removeAll { $0.distance(to: window.centre) > reach }
    return (0..<window.count).map { cell in
      let here = window.position(cell)
      let distance = edges.reduce(Double.infinity) { min($0, $1.distance(to: here)) }
      return min(max((none - distance) / (none - full), 0), 1)
    }
  }
}

extension DistanceDecay {
  /// The worth of a place at a distance in metres, 1 at the place itself.
  func worth(at distance: Double) -> Double {
    switch self {
    case .exponential(let half): exp2(-distance / half.value)
    case .linear(let half): max(0, 1 - distance / (2 * half.value))
    }
  }
}
