import Foundation
import LandModel
import LayerStore
import Projections
import Topology

/// The candidates of a city against each of its polygon layers, beside Shapely and pyproj in Python.
///
/// Both start from the files: reading, projection and validity are their own. Python gives the planar area on
/// the grid, and the statutory one twice: the published formula on the piece that Shapely cut out on the grid,
/// and Shapely's overlay in the equal-area plane, where the edges between the files' own vertices are straight.
struct CityPairs {
  let folder: URL
  let python: String
  let workers: Int?

  private static let layers = [
    "red-lines", "basic-farmland", "protection-zones", "reservoirs", "settlements",
    "urban-boundary", "townships", "counties",
  ]
  private static let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))

  /// What the peer's script prints for a pair.
  private struct Peer: Decodable {
    let layer: String
    let town: Int
    let feature: Int
    let planar: Double
    let formula: Double
    let plane: Double
  }

  func report() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "peers/pair_areas.py")
    let peers = try ChildProcess(
      URL(filePath: python), [script.path, folder.path] + Self.layers, codes: 0...0
    ).lastLine(as: [Peer].self)
    let towns = try column("candidates")
    var all: [(own: Own, peer: Peer)] = []
    var missing = 0
    for layer in Self.layers {
      let own = try areas(of: towns, with: try column(layer))
      var theirs: [Key: Peer] = [:]
      for peer in peers where peer.layer == layer {
        theirs[Key(town: peer.town, feature: peer.feature)] = peer
      }
      for (key, area) in own {
        if let peer = theirs.removeValue(forKey: key) {
          all.append((area, peer))
        } else if area.planar >= AreaDifferences.smallest {
          missing += 1
        }
      }
      missing += theirs.values.count { $0.planar >= AreaDifferences.smallest }
    }
    print("candidates of \(folder.lastPathComponent) against \(Self.layers.count) layers, m²")
    print("  pairs that one side alone knows: \(missing)")
    print(" planar, on the grid")
    AreaDifferences(all.map { ($0.own.planar, $0.peer.planar) }).report("Shapely")
    print(" statutory, both in the equal-area plane")
    AreaDifferences(all.map { ($0.own.statutory, $0.peer.plane) }).report("Shapely")
    print(" statutory, by the published formula on pieces cut on the grid: other curves, see below")
    AreaDifferences(all.map { ($0.own.statutory, $0.peer.formula) }).report("formula")
    print("  An edge straight on the grid bends by L² tan φ / 8R in the equal-area plane.")
  }

  private struct Key: Hashable {
    let town: Int
    let feature: Int
  }

  private struct Own {
    let planar: Double
    let statutory: Double
  }

  /// Both areas of all pairs whose boxes meet.
  private func areas(
    of towns: GeometryColumn, with features: GeometryColumn
  ) throws -> [(key: Key, value: Own)] {
    let pairs = try MeasuredPair.pairs(of: towns, with: features, workers: workers)
    let plane = EqualAreaCylinder(grid: Self.grid)
    let statutory = MeasuredPair.areas(
      of: pairs.map { ($0.town, $0.feature) }, plane.column(towns), plane.column(features))
    return zip(pairs, statutory).map { pair, area in
      (Key(town: pair.town, feature: pair.feature), Own(planar: pair.kernel, statutory: area))
    }
  }

  /// A layer's polygons on the grid; what is invalid there is empty, so that rows keep their numbers.
  private func column(_ name: String) throws -> GeometryColumn {
    let source = try LayerReader.read(
      LayerAddress(file: folder.appending(path: "\(name).geojson").path))
    let projected = try LayerProjection(of: source, key: name, to: Self.grid).layer.geometry
    let workspace = Workspace()
    return GeometryColumn(
      try (0..<projected.count).map { row in
        guard projected.kinds[row] == .polygon, !projected.parts(ofRow: row).isEmpty,
          let shape = try? Shape(row: row, of: projected, in: workspace), try shape.isValid()
        else { return .null }
        return projected.geometry(ofRow: row)
      })
  }
}
