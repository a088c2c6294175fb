import Foundation
import LandModel

/// A city of 140 km × 200 km with parcels and red lines, the same for a seed on every machine.
///
/// Outlines are valid by construction: the radius is one function of the angle, and holes sit on a grid
/// within the smallest radius. Half of everything lies round sixty towns; one red line in twenty is the
/// copy of a parcel, as where both come from one survey.
struct SeededCity {
  private static let origin = XY(430_000, 2_700_000)
  private static let extent = XY(140_000, 200_000)
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// 1 to 300 ha, median 12; 30 to 200 vertices.
  func parcels(_ count: Int) -> GeometryColumn {
    column(count, seed: seed) { random in
      (
        hectares: min(max(12 * exp(1.1 * normal(&random)), 1), 300),
        corners: Int(min(max(70 * exp(0.5 * normal(&random)), 30), 200))
      )
    }
  }

  /// 200 m² to 5 ha, median half a hectare; 8 to 28 vertices.
  func smallParcels(_ count: Int) -> GeometryColumn {
    column(count, seed: seed + 2) { random in
      (
        hectares: min(max(0.5 * exp(0.9 * normal(&random)), 0.02), 5),
        corners: 8 + 2 * Int(random.next() % 11)
      )
    }
  }

  /// Positions as of schools or wells.
  func points(_ count: Int) -> GeometryColumn {
    var random = SeededGenerator(seed: seed + 3)
    let towns = self.towns(&random)
    var column = GeometryColumn()
    for _ in 0..<count {
      let place = place(&random, towns)
      column.append(.point(XY(rounded(place.x), rounded(place.y))))
    }
    return column
  }

  private func column(
    _ count: Int, seed: UInt64,
    size: @escaping (inout SeededGenerator) -> (hectares: Double, corners: Int)
  ) -> GeometryColumn {
    var random = SeededGenerator(seed: seed)
    let towns = self.towns(&random)
    return GeometryColumn(
      (0..<count).lazy.map { _ in
        let (hectares, corners) = size(&random)
        let area = hectares * 10_000
        let ring = outline(
          &random, centre: place(&random, towns), radius: (area / .pi).squareRoot(),
          corners: corners, lobes: 0.3)
        return .polygon(rings: [ring])
      })
  }

  /// One in eighty is large, one in twenty the copy of a parcel.
  func redLines(_ count: Int, copying parcels: GeometryColumn) -> GeometryColumn {
    var random = SeededGenerator(seed: seed + 1)
    let towns = self.towns(&random)
    let large = max(1, count / 80)
    return GeometryColumn(
      (0..<count).lazy.map { number in
        if number % 20 == 19 {
          return parcels.geometry(ofRow: Int(random.next() % UInt64(parcels.count)))
        }
        if number % 80 == 0 { return largeRedLine(&random, rank: number / 80, of: large) }
        let area = min(max(80 * exp(1.2 * normal(&random)), 3), 3000) * 10_000
        let corners = Int(min(max(160 * exp(0.8 * normal(&random)), 40), 2000))
        return .polygon(rings: [
          outline(
            &random, centre: place(&random, towns), radius: (area / .pi).squareRoot(),
            corners: corners, lobes: 0.4)
        ])
      })
  }

  /// 30 to 900 km², 2000 to 50 000 vertices of which a quarter bound up to 121 holes.
  private func largeRedLine(
    _ random: inout SeededGenerator, rank: Int, of count: Int
  ) -> Geometry {
    let share = count > 1 ? Double(rank) / Double(count - 1) : 1
    let vertices = 2000 * pow(25, share)
    let radius = 3000 + 14_000 * random.unit()
    let centre = XY(
      Self.origin.x + 20_000 + random.unit() * (Self.extent.x - 40_000),
      Self.origin.y + 20_000 + random.unit() * (Self.extent.y - 40_000))
    var rings = [
      outline(&random, centre: centre, radius: radius, corners: Int(vertices * 0.75), lobes: 0.3)
    ]
    let side = 3 + Int(random.next() % 9)
    let inner = (rings[0].map { $0.distance(to: centre) }.min() ?? 0) * 0.65
    let spacing = 2 * inner / Double(side)
    for column in 0..<side {
      for row in 0..<side {
        let hole = XY(
          centre.x - inner + (Double(column) + 0.5) * spacing,
          centre.y - inner + (Double(row) + 0.5) * spacing)
        rings.append(
          outline(
            &random, centre: hole, radius: spacing * (0.1 + 0.15 * random.unit()),
            corners: max(12, Int(vertices * 0.25) / (side * side)), lobes: 0.3))
      }
    }
    return .polygon(rings: rings)
  }

  /// A ragged closed outline: lobes of falling size, and a jitter that keeps angles in order.
  private func outline(
    _ random: inout SeededGenerator, centre: XY, radius: Double, corners: Int, lobes: Double
  ) -> [XY] {
    let waves = (1...min(24, corners / 3)).map { order in
      (
        order: Double(order * order + 1), phase: 2 * .pi * random.unit(),
        height: lobes * random.unit() / pow(Double(order), 1.3)
      )
    }
    var ring = (0..<corners).map { corner in
      let angle = 2 * .pi * (Double(corner) + 0.6 * random.unit()) / Double(corners)
      var height = 0.0
      for wave in waves where wave.order < Double(corners) / 3 {
        height += wave.height * sin(wave.order * angle + wave.phase)
      }
      let length = radius * exp(0.6 * height)
      return XY(rounded(centre.x + length * cos(angle)), rounded(centre.y + length * sin(angle)))
    }
    ring.append(ring[0])
    return ring
  }

  /// To a tenth of a millimetre, as survey data comes.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private func towns(_ random: inout SeededGenerator) -> [(centre: XY, spread: Double)] {
    (0..<60).map { _ in (anywhere(&random), 2000 + 7000 * random.unit()) }
  }

  private func anywhere(_ random: inout SeededGenerator) -> XY {
    XY(
      Self.origin.x + random.unit() * Self.extent.x, Self.origin.y + random.unit() * Self.extent.y)
  }

  private func place(
    _ random: inout SeededGenerator, _ towns: [(centre: XY, spread: Double)]
  ) -> XY {
    guard random.next() & 1 == 0 else { return anywhere(&random) }
    let town = towns[Int(random.next() % UInt64(towns.count))]
    return XY(
      town.centre.x + town.spread * normal(&random), town.centre.y + town.spread * normal(&random))
  }

  /// A normal deviate by Box and Muller.
  private func normal(_ random: inout SeededGenerator) -> Double {
    (-2 * log(1 - random.unit())).squareRoot() * cos(2 * .pi * random.unit())
  }
}
