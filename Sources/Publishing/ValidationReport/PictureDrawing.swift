import LandModel
import LayerStore

/// Draws geometry as SVG elements into a picture's frame.
struct PictureDrawing {
  let frame: PictureFrame
  private(set) var markup = ""

  /// Vertices beyond this many are not marked: they would hide the line.
  private static let vertexLimit = 60

  init(_ frame: PictureFrame) { self.frame = frame }

  /// A geometry, filled or stroked by its class; a point is a dot.
  mutating func draw(_ geometry: Geometry, class name: String) {
    var path = ""
    for ring in geometry.ringEnds.indices {
      let positions = geometry.positions[geometry.range(ofRing: ring)]
      guard positions.allSatisfy(\.isFinite) else { continue }
      switch geometry.kind {
      case .null: continue
      case .point:
        for position in positions where frame.clip.contains(position) {
          circle(position, radius: 4, class: name)
        }
      case .line:
        for run in RingClip.line(positions, to: frame.clip) { path += self.path(run) }
      case .polygon:
        let clipped = RingClip.ring(positions, to: frame.clip)
        if clipped.count > 2 { path += self.path(clipped) + "Z" }
      }
    }
    guard !path.isEmpty else { return }
    markup += "<path class=\"\(name)\(geometry.kind == .line ? " line" : "")\" d=\"\(path)\"/>"
  }

  /// The vertices of a geometry that are in the picture, if they are few.
  mutating func vertices(of geometry: Geometry) {
    let seen = geometry.positions.filter { $0.isFinite && frame.box.contains($0) }
    guard geometry.kind != .point, seen.count <= Self.vertexLimit else { return }
    for position in seen { circle(position, radius: 2.2, class: "vx") }
  }

  mutating func circle(_ position: XY, radius: Double, class name: String) {
    markup +=
      "<circle class=\"\(name)\" cx=\"\(Self.number(frame.x(position)))\" "
      + "cy=\"\(Self.number(frame.y(position)))\" r=\"\(Self.number(radius))\"/>"
  }

  /// A bar of round length with its text.
  mutating func scaleBar() {
    let (pixels, text) = frame.scaleBar
    let end = Self.number(14 + pixels)
    let y = Self.number(PictureFrame.height - 14)
    let top = Self.number(PictureFrame.height - 20)
    markup +=
      "<path class=\"bar\" d=\"M14 \(top)V\(y)H\(end)V\(top)\"/>"
      + "<text class=\"bartext\" x=\"14\" y=\"\(Self.number(PictureFrame.height - 26))\">"
      + "\(text)</text>"
  }

  /// What was measured, in a corner; the text is our own.
  mutating func label(_ text: String) {
    let (x, y) = (
      Self.number(PictureFrame.width - 14), Self.number(PictureFrame.height - 16)
    )
    markup += "<text class=\"value\" x=\"\(x)\" y=\"\(y)\">\(Self.escaped(text))</text>"
  }

  /// The whole of the features, small, with the place marked: where on the boundary this is.
  mutating func inset(_ geometries: [Geometry]) {
    var box = BoundingBox.empty
    for geometry in geometries { box.extend(to: geometry.boundingBox) }
    guard !box.isEmpty, box.centre.isFinite, box.width + box.height > 0 else { return }
    let (width, height, margin) = (104.0, 78.0, 6.0)
    let scale = min(
      (width - 2 * margin) / max(box.width, 1e-9), (height - 2 * margin) / max(box.height, 1e-9))
    let left = PictureFrame.width - width - 8
    func pixel(_ position: XY) -> (x: Double, y: Double) {
      (
        left + width / 2 + (position.x - box.centre.x) * scale,
        8 + height / 2 - (position.y - box.centre.y) * scale
      )
    }
    var path = ""
    for geometry in geometries where geometry.kind != .point {
      for ring in geometry.ringEnds.indices {
        let positions = geometry.positions[geometry.range(ofRing: ring)]
        guard positions.allSatisfy(\.isFinite) else { continue }
        let kept = LineSimplification.line(positions) { _ in 0.6 / scale }
        path += Self.path(kept.map(pixel)) + (geometry.kind == .polygon ? "Z" : "")
      }
    }
    guard !path.isEmpty else { return }
    let centre = pixel(frame.box.centre)
    markup +=
      "<rect class=\"inset\" x=\"\(Self.number(left))\" y=\"8\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\"/><path class=\"insetline\" d=\"\(path)\"/>"
      + "<circle class=\"insetplace\" cx=\"\(Self.number(centre.x))\" "
      + "cy=\"\(Self.number(centre.y))\" r=\"5\"/>"
  }

  private func path(_ positions: [XY]) -> String {
    Self.path(positions.map { (frame.x($0), frame.y($0)) })
  }

  /// Moves and lines to a tenth of a pixel; positions that fall together are drawn once.
  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    var path = ""
    var last = ""
    for point in points {
      let text = "\(number(point.x)) \(number(point.y))"
      guard text != last else { continue }
      path += (path.isEmpty ? "M" : "L") + text
      last = text
    }
    return path
  }

  private static func number(_ value: Double) -> String {
    // What lies far beyond the picture is drawn there; long numbers would only swell the file.
    DecimalText.text(min(1e5, max(-1e5, value)), decimals: 1)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
