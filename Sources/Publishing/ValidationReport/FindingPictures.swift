import LandModel
import LayoutAnalysis
import Scenarios

/// Makes the pictures of findings: the features near the place, the place, a scale bar, the measure.
struct FindingPictures: ReportWords {
  let language: Language
  private let layers: [String: Source]

  /// A layer to draw from.
  private struct Source {
    let layer: RunLayer
    let rows: [FeatureID: [Int]]
    let boxes: [BoundingBox]
  }

  /// Neighbours drawn round the features concerned.
  private static let neighbourLimit = 24
  /// Features of one id that are drawn; ids may be repeated.
  private static let sameIDLimit = 4

  init(_ run: ValidationRun, language: Language) {
    self.language = language
    let wanted = Set(run.result.findings.flatMap { [$0.layer, $0.otherLayer ?? ""] })
    let all = run.layers + (run.administrative.map { [$0] } ?? [])
    layers = Dictionary(
      all.filter { wanted.contains($0.key) }.map { layer in
        let ids = layer.projected.ids
        return (
          layer.key,
          Source(
            layer: layer, rows: Dictionary(grouping: ids.indices) { ids[$0] },
            boxes: layer.projected.geometry.boundingBoxes)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The picture of a finding as an SVG element; nil where it has no place.
  func picture(of finding: Finding) -> String? {
    let concerned = geometries(finding.featureIDs, of: finding.layer)
    let others = geometries(finding.otherFeatureIDs, of: finding.otherLayer ?? finding.layer)
    var feature = BoundingBox.empty
    for geometry in concerned + others {
      let box = geometry.boundingBox
      if box.centre.isFinite { feature.extend(to: box) }
    }
    let place = finding.geometry.boundingBox
    guard !place.isEmpty, place.centre.isFinite else { return nil }
    let frame = PictureFrame(
      place: place, feature: feature, length: finding.unit == .metre ? finding.value : nil,
      isAngle: finding.unit == .degree)
    var drawing = PictureDrawing(frame)
    for neighbour in neighbours(of: finding, in: frame.clip) {
      drawing.draw(neighbour, class: "nb")
    }
    for geometry in others { drawing.draw(geometry, class: "f2") }
    for (index, geometry) in concerned.enumerated() {
      drawing.draw(geometry, class: index == 0 ? "f1" : "f2")
    }
    for geometry in concerned + others { drawing.vertices(of: geometry) }
    mark(finding, in: &drawing)
    drawing.scaleBar()
    if let value = finding.value {
      let limit = finding.limit.map { " / \(measure($0, finding.unit))" } ?? ""
      drawing.label(measure(value, finding.unit) + limit)
    }
    let isPart = max(feature.width, feature.height) > 1.5 * max(frame.box.width, frame.box.height)
    if isPart { drawing.inset(concerned + others) }
    return "<svg viewBox=\"0 0 480 300\" role=\"img\" aria-label=\"\(finding.rule.text)\">"
      + drawing.markup + "</svg>"
  }

  /// The place itself; one that is too small or thin to be seen has a ring round it.
  private func mark(_ finding: Finding, in drawing: inout PictureDrawing) {
    let place = finding.geometry
    drawing.draw(place, class: place.kind == .point ? "point" : "place")
    let box = place.boundingBox
    let pixels = max(box.width, box.height) / drawing.frame.resolution
    if place.kind == .point {
      for position in place.positions.prefix(20) {
        drawing.circle(position, radius: 11, class: "ring")
      }
    } else if pixels < 12 {
      drawing.circle(box.centre, radius: 14, class: "ring")
    }
  }

  private func geometries(_ ids: [FeatureID], of key: String) -> [Geometry] {
    guard let source = layers[key] else { return [] }
    var seen: Set<FeatureID> = []
    return ids.filter { seen.insert($0).inserted }.flatMap { id in
      (source.rows[id] ?? []).prefix(Self.sameIDLimit).map {
        source.layer.projected.geometry.geometry(ofRow: $0)
      }
    }
  }

  private func neighbours(of finding: Finding, in box: BoundingBox) -> [Geometry] {
    guard let source = layers[finding.layer] else { return [] }
    let own = Set(finding.featureIDs)
    var found: [Geometry] = []
    for (row, other) in source.boxes.enumerated()
    where other.meets(box) && !own.contains(source.layer.projected.ids[row]) {
      found.append(source.layer.projected.geometry.geometry(ofRow: row))
      if found.count == Self.neighbourLimit { break }
    }
    return found
  }
}
