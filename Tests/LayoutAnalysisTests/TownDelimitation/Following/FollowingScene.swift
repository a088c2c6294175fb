import Foundation
import LandModel
import TestSupport
import Testing
import Topology

@testable import LayoutAnalysis

/// Roads beside a town's smooth line, and what must hold of a town that follows them.
extension TownScene {
  /// The same scene with features to follow.
  func following(_ key: String, _ features: [Geometry]) -> TownScene {
    var scene = self
    scene.followed.append(Self.layer(key, features))
    scene.parameters.follow.append(key)
    return scene
  }

  /// A line beside a part of a ring: a position every so often, at a distance to the right by share of the way.
  static func road(
    beside ring: Geometry, from start: Double, to end: Double, every step: Double = 37,
    offset: (Double) -> Double
  ) -> Geometry {
    let positions = ring.positions
    let lengths = zip(positions, positions.dropFirst()).map { $0.distance(to: $1) }
    let whole = lengths.reduce(0, +)
    let count = Int((whole * (end - start) / step).rounded(.up))
    let road = (0...count).map { number -> XY in
      let share = Double(number) / Double(count)
      var rest = (start + (end - start) * share) * whole
      rest = rest.truncatingRemainder(dividingBy: whole)
      var edge = 0
      while edge < lengths.count - 1, rest > lengths[edge] {
        rest -= lengths[edge]
        edge += 1
      }
      let (a, b) = (positions[edge], positions[edge + 1])
      let unit = XY((b.x - a.x) / lengths[edge], (b.y - a.y) / lengths[edge])
      let aside = offset(share)
      return XY(a.x + unit.x * rest + unit.y * aside, a.y + unit.y * rest - unit.x * aside)
    }
    return .line(road)
  }

  /// Length of a boundary that lies on edges of features, metres, by looking at every edge.
  static func length(of boundary: Geometry, on features: [Geometry]) -> Double {
    let edges = features.flatMap { feature in
      feature.ringEnds.indices.flatMap { ring in
        let positions = feature.positions[feature.range(ofRing: ring)]
        return zip(positions, positions.dropFirst()).map { LayerEdge(start: $0, end: $1) }
      }
    }
    let ring = boundary.positions
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      let (a, b) = edge
      let middle = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
      let isOn = edges.contains { road in
        [a, middle, b].allSatisfy { road.distance(to: $0) < 1e-6 }
      }
      return isOn ? sum + a.distance(to: b) : sum
    }
  }

  /// What must hold of a town that follows features, beside the same town that does not.
  func expectFollowed(_ town: TownProposal, smooth: TownProposal, on features: [Geometry]) throws {
    let workspace = Workspace()
    let boundary = try Shape(town.boundary, in: workspace)
    let built = try Shape(town.constructionBoundary, in: workspace)
    #expect(town.boundary.ringEnds.count == 1 && town.constructionBoundary.ringEnds.count == 1)
    #expect(try boundary.isValid() && built.isValid() && boundary.covers(built))
    // The cells' area, and so all that the search found.
    let cells =
      Double(town.cellCount) * HexagonLattice(cellSize: parameters.cellSize).cellArea.value
    #expect(abs(town.planarArea.value / cells - 1) < 1e-3)
    #expect(town.score == smooth.score && town.objective == smooth.objective)
    #expect(parameters.areas.town.contains(town.ellipsoidalArea))
    #expect(
      TownCells(boundary: town.boundary, cellSize: parameters.cellSize).centres
        == TownCells(boundary: smooth.boundary, cellSize: parameters.cellSize).centres)
    #expect(
      TownCells(boundary: town.constructionBoundary, cellSize: parameters.cellSize).centres
        == TownCells(boundary: smooth.constructionBoundary, cellSize: parameters.cellSize).centres)
    for constraint in constraints where constraint.rule == .forbid {
      for row in 0..<constraint.layer.count {
        let feature = try Shape(row: row, of: constraint.layer.geometry, in: workspace)
        #expect(try !feature.meets(boundary))
      }
    }
    for constraint in buildingConstraints {
      for row in 0..<constraint.layer.count {
        let feature = try Shape(row: row, of: constraint.layer.geometry, in: workspace)
        #expect(try !feature.meets(built))
      }
    }
    let share = try #require(town.followedShare).value
    let onFeatures = Self.length(of: town.boundary, on: features)
    let perimeter = PlanarMeasure.length(of: town.boundary).value
    #expect(
      abs(onFeatures / perimeter - share) < 1e-6,
      "\(onFeatures) m on features, \(share * perimeter) m stated")
  }
}
