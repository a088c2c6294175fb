import Foundation
import LandModel

/// Parcels of a rung of the scale ladder: Voronoi cells, small near settlements and large in the hills.
///
/// Counties are drawn one after the other on one lattice, so that memory grows with the largest county
/// and neighbours across a county border still match.
struct ParcelLadder {
  let counties: CountyMap
  let settlements: [Settlement]
  let parcelCount: Int
  let seed: UInt64

  /// Nodes for a parcel on average; the perimeter of a mean parcel has about as many vertices.
  private static let nodesPerParcel = 20.0

  /// Metres between nodes.
  private var cell: Double { (cityArea / (Double(parcelCount) * Self.nodesPerParcel)).squareRoot() }

  private var cityArea: Double { counties.counties.reduce(0) { $0 + Self.area($1) } }

  private static func area(_ county: CountyMap.County) -> Double {
    PlanarMeasure.area(of: .polygon(rings: county.rings)).value
  }

  /// About `parcelCount` polygons in the grid of construction, by county; with the county of each.
  ///
  /// - Complexity: O(n log n) in the parcels, for drawing them near settlements.
  func parcels() -> (geometry: GeometryColumn, counties: [Int]) {
    var column = GeometryColumn()
    var numbers: [Int] = []
    let noise = GradientNoise(seed: seed ^ 0x1ADDE2)
    for number in counties.counties.indices {
      let regions = self.regions(ofCounty: number, noise)
      for region in regions {
        for ring in region.rings {
          for position in ring { column.append(Self.millimetres(position)) }
          column.endRing()
        }
        column.endPart()
        column.endRow(.polygon)
        numbers.append(number)
      }
    }
    return (column, numbers)
  }

  private func regions(ofCounty number: Int, _ noise: GradientNoise) -> [BoundaryNet.Region] {
    let county = counties.counties[number]
    let frame = GridFrame(covering: county.box, margin: 2 * cell, cell: cell)
    let inside = counties.raster(frame: frame)
    var generator = SeededGenerator(seed: seed &* 31 &+ UInt64(number))
    let share = Self.area(county) / cityArea
    let seeds = seedNodes(
      Int((1.06 * Double(parcelCount) * share).rounded()), frame,
      settlements.filter { $0.county == number },
      isInside: { inside[$0] == Int8(number) }, &generator)
    let owners = estates(seeds, frame, &generator)
    var labels = NearestSeeds.labels(seedNodes: seeds, frame: frame)
    for node in labels.indices {
      let isInside = inside[node] == Int8(number) && labels[node] > 0
      labels[node] = isInside ? owners[Int(labels[node]) - 1] : 0
    }
    var net = BoundaryNet(LabelGrid(frame: frame, labels: labels))
    // The shift depends on the place only, so counties agree about the vertices of their border.
    let length = 2.3 * cell
    net.displace { position in
      XY(
        0.7 * cell * noise.value(at: position, wavelength: length),
        0.7 * cell * noise.value(at: XY(position.y, position.x), wavelength: length))
    }
    return net.regions()
  }

  /// Distinct nodes: two of three near a settlement, by a distance of heavy tail, the others anywhere.
  private func seedNodes(
    _ count: Int, _ frame: GridFrame, _ places: [Settlement], isInside: (Int) -> Bool,
    _ generator: inout SeededGenerator
  ) -> [Int] {
    var isTaken = [Bool](repeating: false, count: frame.count)
    var nodes: [Int] = []
    nodes.reserveCapacity(count)
    var attempts = 0
    while nodes.count < count, attempts < 60 * count {
      attempts += 1
      let draw = generator.unit()
      let node: Int
      if draw < 2.0 / 3, !places.isEmpty {
        let place = places[Int(generator.next() % UInt64(places.count))].position
        // Uniform directions on a square, distances 200 m to 6 km with more near by.
        let (dx, dy) = (2 * generator.unit() - 1, 2 * generator.unit() - 1)
        let reach = 200 * pow(30, generator.unit())
        node = frame.nearestNode(to: XY(place.x + dx * reach, place.y + dy * reach))
      } else {
        node = Int(generator.next() % UInt64(frame.count))
      }
      guard isInside(node), !isTaken[node] else { continue }
      isTaken[node] = true
      nodes.append(node)
    }
    return nodes
  }

  /// The parcel of each seed: its own, but one seed in 1500 takes all seeds within a distance of heavy tail
  /// (Pareto with exponent 1.3, 5 to 90 nodes), so that vertex counts have one too.
  private func estates(
    _ seeds: [Int], _ frame: GridFrame, _ generator: inout SeededGenerator
  ) -> [Int32] {
    var seedAt = [Int32](repeating: -1, count: frame.count)
    for (number, node) in seeds.enumerated() { seedAt[node] = Int32(number) }
    var owners = seeds.indices.map { Int32($0 + 1) }
    for number in stride(from: 0, to: seeds.count, by: 1500) {
      let reach = min(90, 5 * pow(1 - generator.unit(), -1 / 1.3)) * frame.cell
      let centre = frame.position(ofNode: seeds[number])
      for node in frame.nodes(round: centre, reach: reach) where seedAt[node] >= 0 {
        if frame.position(ofNode: node).distance(to: centre) <= reach {
          owners[Int(seedAt[node])] = Int32(number + 1)
        }
      }
    }
    return owners
  }

  static func millimetres(_ position: XY) -> XY {
    XY((position.x * 1000).rounded() / 1000, (position.y * 1000).rounded() / 1000)
  }
}
