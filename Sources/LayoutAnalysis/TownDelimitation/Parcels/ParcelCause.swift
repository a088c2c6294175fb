import Foundation
import LandModel

/// Says why a town of parcels is smaller than wanted, or why there is none, with the land each cause takes.
struct ParcelCause {
  let land: ParcelSite
  let radius: Double

  func withoutStart() -> LocalizedText {
    let tolerance = Int(land.parameters.seedTolerance.value)
    let taken = shares(building: false)
    return LocalizedText(
      english: "No free parcel within \(tolerance) m of the seed: \(taken.english).",
      chinese: "选址点 \(tolerance) 米范围内没有可用地块：\(taken.chinese)。")
  }

  func landShort(_ reached: Double) -> LocalizedText {
    let (area, far) = (squareKilometres(reached), String(format: "%.2f", radius / 1000))
    let taken = shares(building: false)
    return LocalizedText(
      english: "Only \(area) km² of free parcels in one piece without holes within \(far) km of the"
        + " seed: \(taken.english).",
      chinese: "选址点 \(far) 公里范围内连片且无孔洞的可用地块仅 \(area) 平方公里：\(taken.chinese)。")
  }

  func buildingShort(_ reached: Double) -> LocalizedText {
    let (area, far) = (squareKilometres(reached), String(format: "%.2f", radius / 1000))
    let taken = shares(building: true)
    return LocalizedText(
      english: "Only \(area) km² of parcels to build on in one piece within \(far) km of the seed:"
        + " \(taken.english).",
      chinese: "选址点 \(far) 公里范围内连片的可建设地块仅 \(area) 平方公里：\(taken.chinese)。")
  }

  /// The class before has the same parcels: a step between them is larger than the classes are apart.
  func sameAsSmaller(_ reached: Double) -> LocalizedText {
    let area = squareKilometres(reached)
    return LocalizedText(
      english: "The best parcels for this size, \(area) km², are those of the smaller size.",
      chinese: "该规模的最优地块（\(area) 平方公里）与较小规模的相同。")
  }

  func bordersMeet(_ reached: Double) -> LocalizedText {
    let area = squareKilometres(reached)
    return LocalizedText(
      english: "The borders of the best parcels, \(area) km², meet themselves and are no one ring.",
      chinese: "最优地块（\(area) 平方公里）的外缘自相接触，不成单一闭合环。")
  }

  /// - Parameter isBuilding: whether it is the building land whose area misses its limits.
  func outsideLimits(
    _ area: SquareMetres, _ range: AreaRange, isBuilding: Bool
  ) -> LocalizedText {
    let (found, low, high) = (
      squareKilometres(area.value), squareKilometres(range.smallest.value),
      squareKilometres(range.largest.value)
    )
    return LocalizedText(
      english: "The best \(isBuilding ? "parcels to build on" : "parcels") measure \(found) km², "
        + "outside \(low) to \(high) km².",
      chinese: "最优\(isBuilding ? "可建设" : "")地块面积 \(found) 平方公里，超出 \(low) 至 \(high) 平方公里。")
  }

  /// What each cause takes of the parcels in reach, the greatest first; causes may overlap.
  private func shares(building: Bool) -> LocalizedText {
    var causes = land.parcels.closed + (building ? land.parcels.closedForBuilding : [])
    if land.parameters.staysInCounty, let outside = land.parcels.isOutside[land.site.county] {
      causes.append(
        ClosedParcels(
          title: LocalizedText(english: "outside the county", chinese: "县（市、区）界外"),
          isTaken: outside))
    }
    let near = Set(land.near.map { Int32($0) })
    let leftOut = land.net.leftOut.filter(isInReach)
    let rows =
      land.net.unitOfParcel.indices.filter { near.contains(land.net.unitOfParcel[$0]) } + leftOut
    if !leftOut.isEmpty {
      var isTaken = [Bool](repeating: false, count: land.net.unitOfParcel.count)
      for row in leftOut { isTaken[row] = true }
      causes.append(
        ClosedParcels(
          title: LocalizedText(
            english: "parcels of several parts, or with holes or borders that are not theirs alone",
            chinese: "多部件地块，或孔洞、边界与其他地块不衔接的地块"),
          isTaken: isTaken))
    }
    let total = rows.reduce(0) { $0 + area($1) }
    let areas = causes.map { cause in
      rows.reduce(0) { $0 + (cause.isTaken[$1] ? area($1) : 0) }
    }
    let order = causes.indices.filter { areas[$0] > 0 }.sorted {
      (areas[$1], $0) < (areas[$0], $1)
    }
    guard !order.isEmpty, total > 0 else {
      return LocalizedText(
        english: "no layer takes any; parcels are missing, or the reach is too small",
        chinese: "无图层占用，地块不足或搜索半径过小")
    }
    let parts = order.map { index in
      let percent = Int((100 * areas[index] / total).rounded())
      let hectares = Int((areas[index] / 1e4).rounded())
      return LocalizedText(
        english: "\(causes[index].title.english) \(percent) % (\(hectares) ha)",
        chinese: "\(causes[index].title.chinese) \(percent)%（\(hectares) 公顷）")
    }
    return LocalizedText(
      english: parts.map(\.english).joined(separator: ", "),
      chinese: parts.map(\.chinese).joined(separator: "，"))
  }

  private func area(_ row: Int) -> Double {
    PlanarMeasure.area(of: land.parcels.layer.geometry.geometry(ofRow: row)).value
  }

  /// Whether a parcel lies wholly in reach of the seed, as units must.
  private func isInReach(_ row: Int) -> Bool {
    let column = land.parcels.layer.geometry
    return column.range(ofRow: row).allSatisfy {
      column.positions[$0].distance(to: land.site.seed) <= radius
    }
  }

  private func squareKilometres(_ area: Double) -> String {
    String(format: "%.2f", area / 1e6)
  }
}
