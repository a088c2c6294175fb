import LandModel

/// Layers that reach beyond the zone of the grid that they are delivered on.
struct OutsideZoneCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.outside-zone",
    title: LocalizedText(english: "Beyond its own zone", chinese: "超出本投影带"),
    statement: LocalizedText(
      english:
        "Positions lie farther from the central meridian than the zone reaches (1.5° or 3°). "
        + "They are not wrong, but planar areas and lengths are too large there, and a neighbour "
        + "may deliver the same land in the next zone.",
      chinese: "坐标与中央经线的经差超出投影带半宽（1.5°或3°）；并非错误，但平面面积和长度偏大，相邻单位可能采用邻带交付。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "beyond", value: 0, unit: .degree,
        source: "areas of use of EPSG:4513 to 4554 end at the zone's edge (domain facts §3.1)")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let used = layer.input.source?.usedCRS ?? layer.layer.grid.crs
    guard let code = used.epsg, let zone = GaussKrugerGrid(epsg: code) else { return }
    let halfWidth = code >= 4513 ? 1.5 : 3.0
    let beyond = halfWidth + report.limit("beyond")
    guard !layer.placement.isWholeLayerOutside,
      let found = Beyond(layer, meridian: zone.centralMeridian, limit: beyond)
    else { return }
    let farthest = NumberText.fixed(found.farthest, 3)
    report.report(
      rows: [], value: found.farthest, limit: beyond, unit: .degree, place: .point(found.place),
      message: LocalizedText(
        english:
          "\(found.count.counted("feature reaches", "features reach")) beyond the zone of \(used.text), up to \(farthest)° from "
          + "its meridian \(NumberText.fixed(zone.centralMeridian, 0))°E, where the zone ends at "
          + "\(NumberText.short(halfWidth))°.",
        chinese: "\(found.count) 个要素超出 \(used.text) 的投影带，距中央经线 "
          + "\(NumberText.fixed(zone.centralMeridian, 0))°E 最远 \(farthest)°，半带宽为 "
          + "\(NumberText.short(halfWidth))°。"))
  }
}

/// What of a layer lies farther from a meridian than a limit.
private struct Beyond {
  /// Features with a position beyond.
  private(set) var count = 0
  /// Largest difference of longitude, degrees, and where it is on the grid.
  private(set) var farthest = 0.0
  private(set) var place = XY(0, 0)

  /// Nil where nothing does.
  init?(_ layer: LayerView, meridian: Double, limit: Double) {
    let grid = layer.layer.grid
    var box = BoundingBox.empty
    for row in layer.soundRows { box.extend(to: layer.boxes[row]) }
    let area = layer.placement.area
    guard !box.isEmpty, area.meets(box) else { return nil }
    // A meridian runs monotonously on the grid: within these eastings no position is beyond it.
    let degrees = GridBoxes.geodetic(box, on: grid)
    func eastings(_ longitude: Double) -> [Double] {
      [degrees.minY, degrees.maxY].map { grid.projected(XY(longitude, $0)).x }
    }
    let west = eastings(meridian - limit).max() ?? -.infinity
    let east = eastings(meridian + limit).min() ?? .infinity
    guard box.minX < west || box.maxX > east else { return nil }
    for row in layer.soundRows {
      let own = layer.boxes[row]
      // Strays far outside the working area have findings of their own.
      guard own.minX < west || own.maxX > east, area.contains(own) else { continue }
      var isBeyond = false
      for index in layer.column.range(ofRow: row) {
        let position = layer.column.positions[index]
        guard position.x < west || position.x > east else { continue }
        let distance = abs(grid.geodetic(position).x - meridian)
        guard distance > limit else { continue }
        isBeyond = true
        if distance > farthest { (farthest, place) = (distance, position) }
      }
      if isBeyond { count += 1 }
    }
    guard count > 0 else { return nil }
  }
}
