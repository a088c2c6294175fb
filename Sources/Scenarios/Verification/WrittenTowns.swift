import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// The towns as the files of a run hold them, and where the files contradict each other.
///
/// `towns.geojson` is what others read, `plan.gpkg` has its positions unrounded, and `run.json` lists the towns:
/// all three must tell the same.
struct WrittenTowns {
  /// In the order of `towns.geojson`.
  let towns: [StatedTown]
  let check: CertificateCheck

  /// - Throws: ``LayerStoreError`` or ``ProjectionError`` for a file that is missing or cannot be used,
  ///   ``ScenarioError`` for an attribute that is missing or holds what cannot be used.
  init(folder: URL, record: RunRecordText, on grid: GaussKrugerGrid) throws {
    guard !record.towns.isEmpty else {
      towns = []
      check = CertificateCheck(
        .files,
        detail: LocalizedText(english: "no town is stated", chinese: "成果未载小镇"), faults: [])
      return
    }
    let published = try WrittenLayer("towns.geojson", in: folder, crs: "EPSG:4490", on: grid)
    let drawn = try WrittenLayer("plan.gpkg", named: "towns", in: folder, on: grid)
    let building = try WrittenLayer("plan.gpkg", named: "construction_land", in: folder, on: grid)
    var faults: [CertificateFault] = []
    towns = try published.rows.compactMap { (row) -> StatedTown? in
      let id = published.layer.ids[row]
      guard let exact = drawn.row(of: id), let construction = building.row(of: id) else {
        faults.append(
          CertificateFault(
            [id.text], english: "\(id.text) of towns.geojson is not in plan.gpkg.",
            chinese: "towns.geojson 中的 \(id.text) 不在 plan.gpkg 中。"))
        return nil
      }
      let town = try published.town(
        row, boundary: drawn.geometry(exact), construction: building.geometry(construction))
      let other = try drawn.town(
        exact, boundary: drawn.geometry(exact), construction: building.geometry(construction))
      faults += try Self.faults(of: town, drawn: other)
      return town
    }
    let ids = Set(published.layer.ids)
    faults += drawn.layer.ids.filter { !ids.contains($0) }.map { id in
      CertificateFault(
        [id.text], english: "\(id.text) of plan.gpkg is not in towns.geojson.",
        chinese: "plan.gpkg 中的 \(id.text) 不在 towns.geojson 中。")
    }
    faults += Self.faults(of: record.towns, towns)
    check = CertificateCheck(
      .files,
      detail: LocalizedText(
        english:
          "\(published.layer.count.counted("town")) compared in run.json, towns.geojson and plan.gpkg, "
          + "positions to 8 mm",
        chinese: "对照 run.json、towns.geojson 与 plan.gpkg 中的 \(published.layer.count) 个小镇，位置至 8 毫米"),
      faults: faults)
  }

  /// Where the two map files differ about a town.
  private static func faults(
    of town: StatedTown, drawn: StatedTown
  ) throws -> [CertificateFault] {
    var faults: [CertificateFault] = []
    let (published, boundary) = (town.publishedBoundary, drawn.boundary)
    let areCornersKept =
      published.positions.count == boundary.positions.count
      && max(farthest(from: published, to: boundary), farthest(from: boundary, to: published))
        <= StatedRounding.position
    if try !areCornersKept && !town.isPublishedAsDrawn() {
      let apart = max(
        published.farthest(fromEdgesOf: boundary), boundary.farthest(fromEdgesOf: published))
      let number = (apart.value * 1000).rounded() / 1000
      faults.append(
        CertificateFault(
          [town.id.text],
          english:
            "The boundary of \(town.id.text) lies up to \(number) m elsewhere in towns.geojson than "
            + "in plan.gpkg.",
          chinese: "\(town.id.text) 的边界在 towns.geojson 与 plan.gpkg 中最多相差 \(number) 米。"))
    }
    let pairs: [(name: String, one: String, other: String)] = [
      ("industry", town.industry, drawn.industry),
      ("county_id", town.county.text, drawn.county.text),
      ("area_m2", "\(town.ellipsoidalArea.value)", "\(drawn.ellipsoidalArea.value)"),
      ("construction_area_m2", "\(town.constructionArea.value)", "\(drawn.constructionArea.value)"),
      ("score", "\(town.score)", "\(drawn.score)"),
      ("size_class_m2", Self.text(town.sizeClass), Self.text(drawn.sizeClass)),
    ]
    for (name, one, other) in pairs where one != other {
      faults.append(
        difference(town.id, name, ("towns.geojson", one), ("plan.gpkg", other)))
    }
    return faults
  }

  /// Where the record differs from the map files.
  private static func faults(
    of recorded: [RunRecordText.Town], _ towns: [StatedTown]
  ) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    var seen: Set<FeatureID> = []
    for entry in recorded {
      if !seen.insert(entry.id).inserted {
        faults.append(
          CertificateFault(
            [entry.id.text], english: "\(entry.id.text) stands twice in run.json.",
            chinese: "run.json 中 \(entry.id.text) 重复。"))
      }
      guard let town = towns.first(where: { $0.id == entry.id }) else {
        faults.append(
          CertificateFault(
            [entry.id.text], english: "\(entry.id.text) of run.json is not in towns.geojson.",
            chinese: "run.json 中的 \(entry.id.text) 不在 towns.geojson 中。"))
        continue
      }
      if entry.industry != town.industry {
        faults.append(
          difference(
            town.id, "industry", ("towns.geojson", town.industry), ("run.json", entry.industry)))
      }
      if entry.sizeClass != town.sizeClass {
        faults.append(
          difference(
            town.id, "size_class_m2", ("towns.geojson", text(town.sizeClass)),
            ("run.json", text(entry.sizeClass))))
      }
      let numbers = [
        (
          "area_m2", town.ellipsoidalArea.value, entry.ellipsoidalArea.value,
          StatedRounding.area.value
        ),
        (
          "construction_area_m2", town.constructionArea.value, entry.constructionArea.value,
          StatedRounding.area.value
        ),
        ("score", town.score, entry.score, StatedRounding.points),
      ]
      for (name, one, other, tolerance) in numbers where !(abs(one - other) <= tolerance) {
        faults.append(
          difference(town.id, name, ("towns.geojson", "\(one)"), ("run.json", "\(other)")))
      }
    }
    let known = Set(recorded.map(\.id))
    return faults
      + towns.filter { !known.contains($0.id) }.map { town in
        CertificateFault(
          [town.id.text], english: "\(town.id.text) of towns.geojson is not in run.json.",
          chinese: "towns.geojson 中的 \(town.id.text) 不在 run.json 中。")
      }
  }

  private static func text(_ area: SquareMetres?) -> String { area.map { "\($0.value)" } ?? "null" }

  private static func difference(
    _ town: FeatureID, _ name: String, _ one: (file: String, value: String),
    _ other: (file: String, value: String)
  ) -> CertificateFault {
    CertificateFault(
      [town.text],
      english: "\(name) of \(town.text) is \(one.value) in \(one.file) and \(other.value) in "
        + "\(other.file).",
      chinese:
        "\(town.text) 的 \(name) 在 \(one.file) 中为 \(one.value)，在 \(other.file) 中为 \(other.value)。")
  }

  /// The greatest distance from a corner of one boundary to the nearest corner of the other.
  private static func farthest(from one: Geometry, to other: Geometry) -> Metres {
    var farthest = 0.0
    for position in one.positions {
      let nearest = other.positions.reduce(Double.infinity) {
        min($0, $1.distance(to: position))
      }
      // A position that is no number is nowhere near.
      farthest = nearest.isNaN ? .infinity : max(farthest, nearest)
    }
    return Metres(farthest)
  }
}

extension Geometry {
  /// The greatest distance from a corner to the nearest edge of another boundary.
  fileprivate func farthest(fromEdgesOf other: Geometry) -> Metres {
    var farthest = 0.0
    for position in positions {
      var nearest = Double.infinity
      for ring in other.ringEnds.indices {
        let corners = other.positions[other.range(ofRing: ring)]
        for (start, end) in zip(corners, corners.dropFirst()) {
          nearest = min(nearest, position.distance(toEdge: start, end))
        }
      }
      // A position that is no number is nowhere near.
      farthest = nearest.isNaN ? .infinity : max(farthest, nearest)
    }
    return Metres(farthest)
  }
}

extension XY {
  fileprivate func distance(toEdge start: XY, _ end: XY) -> Double {
    let (east, north) = (end.x - start.x, end.y - start.y)
    let square = east * east + north * north
    guard square > 0 else { return distance(to: start) }
    let share = ((x - start.x) * east + (y - start.y) * north) / square
    let inside = min(max(share, 0), 1)
    return distance(to: XY(start.x + inside * east, start.y + inside * north))
  }
}
