import Foundation
import LandModel

/// Says why a town is smaller than wanted, or why there is none, with the land each layer takes.
struct ShortfallCause {
  let land: SiteLand
  let search: TownSearch

  /// For a site without a free cell near its seed.
  func withoutStart() -> LocalizedText {
    let tolerance = search.parameters.seedTolerance.value
    return LocalizedText(
      english:
        "No free land within \(Int(tolerance)) m of the seed: \(shares(land.closed).english).",
      chinese: "选址点 \(Int(tolerance)) 米范围内没有可用土地：\(shares(land.closed).chinese)。")
  }

  /// For too little land in one piece.
  func landShort(reached: SquareMetres, exceeded: [ClosedLand]) -> LocalizedText {
    let taken = shares(land.closed + exceeded)
    let (area, radius) = (squareKilometres(reached), kilometres(search.radius))
    return LocalizedText(
      english: "Only \(area) km² of free land in one piece without holes within \(radius) km of the"
        + " seed: \(taken.english).",
      chinese: "选址点 \(radius) 公里范围内连片且无孔洞的可用土地仅 \(area) 平方公里：\(taken.chinese)。")
  }

  /// For too little building land.
  func buildingShort(reached: SquareMetres, exceeded: [ClosedLand]) -> LocalizedText {
    let taken = shares(land.closed + exceeded + land.closedForBuilding)
    let (area, radius) = (squareKilometres(reached), kilometres(search.radius))
    return LocalizedText(
      english: "Only \(area) km² of building land in one piece within \(radius) km of the seed:"
        + " \(taken.english).",
      chinese: "选址点 \(radius) 公里范围内连片的可建设用地仅 \(area) 平方公里：\(taken.chinese)。")
  }

  /// What each layer takes of the window, in per cent and hectares, the greatest first.
  ///
  /// Cells are counted in full for each layer that meets them, so shares of layers that overlap add
  /// up to more than is closed.
  private func shares(_ closed: [ClosedLand]) -> LocalizedText {
    let (cells, counts, order) = taken(by: closed)
    guard !order.isEmpty else {
      return LocalizedText(
        english: "no layer takes any, the reach is too small", chinese: "无图层占用，搜索半径过小")
    }
    let parts = order.map { index in
      let percent = Int((100 * Double(counts[index]) / Double(cells.count)).rounded())
      let hectares = Int((Double(counts[index]) * land.cellArea.hectares).rounded())
      return LocalizedText(
        english: "\(closed[index].title.english) \(percent) % (\(hectares) ha)",
        chinese: "\(closed[index].title.chinese) \(percent)%（\(hectares) 公顷）")
    }
    return LocalizedText(
      english: parts.map(\.english).joined(separator: ", "),
      chinese: parts.map(\.chinese).joined(separator: "，"))
  }

  /// The layer that takes most of the window; nil where none takes any.
  func greatestTaker(exceeded: [ClosedLand]) -> LocalizedText? {
    let closed = land.closed + exceeded
    return taken(by: closed).order.first.map { closed[$0].title }
  }

  /// The cells within reach, how many each layer takes, and the layers that take any by falling number.
  private func taken(by closed: [ClosedLand]) -> (cells: [Int], counts: [Int], order: [Int]) {
    let window = land.window
    let cells = (0..<window.count).filter {
      window.position($0).distance(to: window.centre) <= search.radius
    }
    let counts = closed.map { layer in cells.count { layer.isTaken[$0] } }
    let order = closed.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$1], $0) < (counts[$0], $1)
    }
    return (cells, counts, order)
  }

  private func squareKilometres(_ area: SquareMetres) -> String {
    String(format: "%.2f", area.squareKilometres)
  }

  private func kilometres(_ length: Double) -> String { String(format: "%.2f", length / 1000) }
}
