import Foundation
import LandModel

/// The counties of the city in the grid of construction, with fast tests of where a position lies.
struct CountyMap: Sendable {
  struct County: Sendable {
    /// National code, such as `156431021`.
    let code: String
    let name: String
    /// The polygon's rings in metres; the first is the shell.
    let rings: [[XY]]
    let box: BoundingBox
  }

  let grid: GaussKrugerGrid
  /// By code, ascending.
  let counties: [County]
  let box: BoundingBox
  /// The polygons of ``counties``, row by row.
  private let land: GeometryColumn

  /// Reads the counties from GeoJSON in longitude and latitude.
  ///
  /// - Parameter codes: the counties to keep; nil for all.
  init(geoJSON data: Data, grid: GaussKrugerGrid, codes: Set<String>? = nil) throws {
    let collection = try JSONDecoder().decode(FeatureCollection.self, from: data)
    self.grid = grid
    counties = collection.features.map { feature in
      let rings = feature.geometry.coordinates.map { ring in
        ring.map { grid.projected(XY($0[0], $0[1])) }
      }
      var box = BoundingBox.empty
      for position in rings.joined() { box.extend(to: position) }
      return County(
        code: feature.properties.gb, name: feature.properties.name, rings: rings, box: box)
    }.filter { codes?.contains($0.code) ?? true }.sorted { $0.code < $1.code }
    box = counties.reduce(into: .empty) { $0.extend(to: $1.box) }
    land = GeometryColumn(counties.map { .polygon(rings: $0.rings) })
    guard !counties.isEmpty else {
      throw SampleCityError.unreadableInput("counties", "no feature")
    }
  }

  private struct FeatureCollection: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        let gb: String
        let name: String
      }
      struct PolygonGeometry: Decodable { let coordinates: [[[Double]]] }
      let properties: Properties
      let geometry: PolygonGeometry
    }
    let features: [Feature]
  }

  /// The number of the county a position lies in, or nil outside the city.
  func county(at position: XY) -> Int? {
    counties.indices.first {
      counties[$0].box.contains(position) && land.contains(position, inRow: $0)
    }
  }

  /// Distance from a position to the nearest county boundary of the city.
  func distanceToBoundary(from position: XY) -> Double {
    var nearest = Double.infinity
    for ring in counties.lazy.flatMap(\.rings) {
      for index in 1..<ring.count {
        nearest = min(nearest, position.distance(toSegment: ring[index - 1], ring[index]))
      }
    }
    return nearest
  }

  /// For each node the number of its county, or −1 outside the city.
  ///
  /// - Complexity: O(n + r e) for n nodes, r rows and e edges.
  func raster(frame: GridFrame) -> [Int8] {
    var numbers = [Int8](repeating: -1, count: frame.count)
    for (number, county) in counties.enumerated() {
      for row in 0..<frame.rows {
        let y = frame.origin.y + Double(row) * frame.cell
        var crossings: [Double] = []
        for ring in county.rings {
          for index in 1..<ring.count {
            let (a, b) = (ring[index - 1], ring[index])
            guard (a.y > y) != (b.y > y) else { continue }
            crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
          }
        }
        crossings.sort()
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          let first = Int(((crossings[pair] - frame.origin.x) / frame.cell).rounded(.up))
          let last = Int(((crossings[pair + 1] - frame.origin.x) / frame.cell).rounded(.down))
          for column in max(first, 0)..<max(min(last + 1, frame.columns), max(first, 0)) {
            numbers[frame.index(column, row)] = Int8(number)
          }
        }
      }
    }
    return numbers
  }
}

extension XY {
  func distance(toSegment a: XY, _ b: XY) -> Double { distance(to: nearest(onSegment: a, b)) }

  /// The position of a segment that is nearest to this one.
  func nearest(onSegment a: XY, _ b: XY) -> XY {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return a }
    let t = min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1)
    return XY(a.x + t * dx, a.y + t * dy)
  }
}
