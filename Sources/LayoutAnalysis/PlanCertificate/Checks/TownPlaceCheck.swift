import Foundation
import LandModel

/// Each town lies at its site: its start near the seed, no part beyond its reach, no building on steep land, and along the
/// borders of parcels where the plan has towns made of them.
///
/// All of it follows from the unrounded boundary, the candidate's position and the plan's parameters (``DelimitationParameters``).
struct TownPlaceCheck {
  let towns: [StatedTown]
  let sites: [Site]
  let land: LandInput
  let parameters: DelimitationParameters
  /// Rounding of a distance between coordinates of millions of metres.
  private static let noise = 1e-6

  /// - Complexity: O(v · edges) in a town's corners and the edges of parcels near to it.
  func check() -> CertificateCheck {
    let borders = parameters.parcels.map {
      ParcelBorders(layer: land.parcels?.layer, gap: $0.gap)
    }
    var faults: [CertificateFault] = []
    for town in towns {
      // That a town has no site is told elsewhere.
      guard let site = sites.first(where: { $0.id == town.id }) else { continue }
      faults += seedFaults(of: town, site) + reachFaults(of: town, site) + slopeFaults(of: town)
      faults += borders?.faults(of: town) ?? []
    }
    let isComplete = borders?.isKnown ?? true
    return CertificateCheck(
      .place,
      detail: LocalizedText(
        english:
          "\(towns.count.counted("town by its seed", "towns by their seeds")), reach and building slope"
          + (borders == nil ? "" : isComplete ? " and parcels" : "; the parcels are missing"),
        chinese: "按选址点、范围与建设坡度核对 \(towns.count) 个小镇"
          + (borders == nil ? "" : isComplete ? "，并核对地块" : "；缺少地块图层")),
      faults: faults, isComplete: isComplete)
  }

  /// Half a diagonal of a cell: from its centre to a corner.
  private var cellSide: Double { parameters.cellSize.value / 3.0.squareRoot() }

  /// The town holds its start, which lies as near to the seed as the plan asks for.
  ///
  /// In cells the start is a cell, whose centre may be a corner's distance off a seed within it.
  private func seedFaults(of town: StatedTown, _ site: Site) -> [CertificateFault] {
    let tolerance = parameters.seedTolerance.value
    let most = parameters.parcels == nil ? max(tolerance, cellSide) : tolerance
    let column = GeometryColumn([town.boundary])
    guard !column.contains(site.seed, inRow: 0) else { return [] }
    let apart = PlainEdge.all(of: town.boundary).reduce(Double.infinity) {
      min($0, $1.distance(to: site.seed))
    }
    guard apart > most + Self.noise else { return [] }
    return [
      fault(
        town, "lies \(Self.shown(apart)) m from its site, farther than \(Self.shown(most)) m",
        "距选址点 \(Self.shown(apart)) 米，超过 \(Self.shown(most)) 米")
    ]
  }

  /// No corner lies beyond the reach.
  ///
  /// Cells have their centres within it, counted from the cell of the seed; the line drawn round them stays on their own
  /// land and that of the two cells beyond.
  private func reachFaults(of town: StatedTown, _ site: Site) -> [CertificateFault] {
    guard let industry = parameters.industries.first(where: { $0.key == town.industry }) else {
      return []
    }
    let range = (industry.areas ?? parameters.areas).town
    let wanted = town.sizeClass ?? range.wanted
    let area = parameters.sizing == .wanted ? wanted.value : range.largest.value
    let reach = parameters.reach.value * (area / .pi).squareRoot()
    let isOfCells = parameters.parcels == nil
    let most = isOfCells ? reach + 2 * parameters.cellSize.value : reach
    let centre =
      isOfCells
      ? TownCells.centre(nearest: site.seed, cellSize: parameters.cellSize) : site.seed
    let farthest = town.boundary.positions.map { $0.distance(to: centre) }.max() ?? 0
    guard farthest > most + Self.noise else { return [] }
    return [
      fault(
        town, "reaches \(Self.shown(farthest)) m from its site, farther than \(Self.shown(most)) m",
        "距选址点最远 \(Self.shown(farthest)) 米，超过 \(Self.shown(most)) 米")
    ]
  }

  /// No cell of the building land is steeper than the plan allows; in parcels, the mean of its cells.
  private func slopeFaults(of town: StatedTown) -> [CertificateFault] {
    guard let steepest = parameters.steepestBuildingDegrees, let elevation = land.elevation else {
      return []
    }
    let cells = TownCells(boundary: town.construction, cellSize: parameters.cellSize).centres
    let slopes = cells.map { centre in
      let gradient = elevation.surface(at: land.grid.geodetic(centre)).gradient
      return atan((gradient.x * gradient.x + gradient.y * gradient.y).squareRoot()) * 180 / .pi
    }
    let slope =
      parameters.parcels == nil
      ? slopes.max() ?? 0 : slopes.reduce(0, +) / Double(max(1, slopes.count))
    guard slope > steepest + 1e-9 else { return [] }
    return [
      fault(
        town, "has building land of \(Self.shown(slope))°, steeper than \(steepest)°",
        "建设用地坡度达 \(Self.shown(slope))°，超过 \(steepest)°")
    ]
  }

  private func fault(_ town: StatedTown, _ english: String, _ chinese: String) -> CertificateFault {
    CertificateFault(
      [town.id.text], english: "\(town.id.text) \(english).", chinese: "\(town.id.text) \(chinese)。"
    )
  }

  private static func shown(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// The borders of parcels, along which the boundaries of towns run.
private struct ParcelBorders {
  private let layer: CheckedLayer?
  private let boxes: [BoundingBox]
  /// Corners and edges within the gap are one, so that a line may run a gap beside either of two.
  private let most: Double

  init(layer: CheckedLayer?, gap: Metres) {
    self.layer = layer
    boxes = layer?.geometry.boundingBoxes ?? []
    most = 2 * gap.value + 1e-6
  }

  var isKnown: Bool { layer != nil }

  /// Where corners, or the middles of edges, lie off all borders.
  func faults(of town: StatedTown) -> [CertificateFault] {
    guard let layer else { return [] }
    let near = town.boundary.boundingBox.expanded(by: most)
    let parcels = boxes.indices.filter { boxes[$0].meets(near) }
      .map {
        (
          box: boxes[$0].expanded(by: most),
          edges: PlainEdge.all(of: layer.geometry.geometry(ofRow: $0))
        )
      }
    let edges = PlainEdge.all(of: town.boundary) + PlainEdge.all(of: town.construction)
    let places = edges.flatMap { edge in
      [edge.start, XY((edge.start.x + edge.end.x) / 2, (edge.start.y + edge.end.y) / 2)]
    }
    let stray = places.first { place in
      !parcels.contains { parcel in
        parcel.box.contains(place) && parcel.edges.contains { $0.distance(to: place) <= most }
      }
    }
    guard let stray else { return [] }
    let (east, north) = (stray.x.rounded(), stray.y.rounded())
    return [
      CertificateFault(
        [town.id.text],
        english:
          "The boundary of \(town.id.text) leaves the borders of the parcels at \(east), \(north).",
        chinese: "\(town.id.text) 的边界在 \(east), \(north) 处偏离地块界线。")
    ]
  }
}
