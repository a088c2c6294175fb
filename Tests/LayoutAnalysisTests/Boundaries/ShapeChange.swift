import Foundation
import LandModel

/// A way to write or place a geometry differently that changes nothing about its shape.
enum ShapeChange: CaseIterable {
  case slightTurn
  case quarterTurn
  case largeTurn
  case shift
  case farShift
  case reversal
  case laterStart
  case ringOrder

  func applied(to geometry: Geometry) -> Geometry {
    switch self {
    case .reversal: Self.rewritten(geometry) { Array($0.reversed()) }
    case .laterStart:
      Self.rewritten(geometry, onlyRings: true) { ring in
        let open = Array(ring.dropLast())
        return Array(open[(open.count / 2)...] + open[...(open.count / 2)])
      }
    case .ringOrder: Self.reordered(geometry)
    default: geometry.mapPositions(moved)
    }
  }

  /// Where a position goes.
  func moved(_ position: XY) -> XY {
    switch self {
    case .slightTurn: Self.turned(position, by: 0.003)
    case .quarterTurn: Self.turned(position, by: .pi / 2)
    case .largeTurn: Self.turned(position, by: 2.345)
    case .shift: XY(position.x - 12_345.678, position.y + 98_765.432)
    case .farShift: XY(position.x + 40_000_000, position.y - 1_000_000)
    case .reversal, .laterStart, .ringOrder: position
    }
  }

  private static func turned(_ position: XY, by angle: Double) -> XY {
    let (x, y) = (position.x - 450_000, position.y - 2_850_000)
    return XY(
      450_000 + x * cos(angle) - y * sin(angle), 2_850_000 + x * sin(angle) + y * cos(angle))
  }

  private static func rewritten(
    _ geometry: Geometry, onlyRings: Bool = false, _ change: ([XY]) -> [XY]
  ) -> Geometry {
    guard geometry.kind == .polygon || (geometry.kind == .line && !onlyRings) else {
      return geometry
    }
    let positions = geometry.ringEnds.indices.flatMap { ring in
      let stored = Array(geometry.positions[geometry.range(ofRing: ring)])
      return stored.first == stored.last || !onlyRings ? change(stored) : stored
    }
    return Geometry(
      kind: geometry.kind, positions: positions, ringEnds: geometry.ringEnds,
      partEnds: geometry.partEnds)
  }

  /// Parts and holes the other way round, shells before their holes.
  private static func reordered(_ geometry: Geometry) -> Geometry {
    guard geometry.kind == .polygon else { return geometry }
    return .multiPolygon(
      (0..<geometry.partCount).reversed().map { part in
        let rings = geometry.rings(ofPart: part).map {
          Array(geometry.positions[geometry.range(ofRing: $0)])
        }
        return Array(rings.prefix(1)) + rings.dropFirst().reversed()
      })
  }
}
