import Foundation
import LandModel
import LayerStore

/// The window of a finding's picture: which land it shows, and where a position falls in it.
struct PictureFrame {
  /// Size in pixels.
  static let width = 480.0
  static let height = 300.0

  /// The land shown, on the grid.
  let box: BoundingBox
  private let scale: Double

  /// - Parameters:
  ///   - centre: the middle of the picture.
  ///   - reach: half the extent, in metres, that must be seen across the picture's lesser side.
  init(centre: XY, reach: (x: Double, y: Double)) {
    let scale = min(Self.width / (2 * reach.x), Self.height / (2 * reach.y))
    let (x, y) = (Self.width / 2 / scale, Self.height / 2 / scale)
    self.scale = scale
    box = BoundingBox(
      minX: centre.x - x, minY: centre.y - y, maxX: centre.x + x, maxY: centre.y + y)
  }

  /// A place whose picture shows what was measured, and enough of the feature to know it by.
  ///
  /// - Parameters:
  ///   - place: box of the place; not empty, finite.
  ///   - feature: box of the features concerned; may be empty.
  ///   - length: a length that was measured there, in metres; nil for none.
  ///   - isAngle: whether an angle was measured, whose arms should be seen.
  init(place: BoundingBox, feature: BoundingBox, length: Double?, isAngle: Bool = false) {
    let (x, y) = (place.width / 2, place.height / 2)
    var least = max(max(feature.width, feature.height) / (isAngle ? 9 : 24), 0.005)
    // A distance of millimetres is seen only from near by.
    if let length, length > 0 { least = min(least, 4 * length) }
    let isExtended = max(x, y) > 0
    let reach = isExtended ? max(0.35 * least, 0.005) : least
    self.init(
      centre: place.centre, reach: (max(1.35 * x, reach), max(1.35 * y, reach)))
  }

  /// Metres of a pixel.
  var resolution: Double { 1 / scale }

  /// The land shown and a little round it, so that edges of clipped areas fall outside the picture.
  var clip: BoundingBox { box.expanded(by: 24 * resolution) }

  func x(_ position: XY) -> Double { (position.x - box.minX) * scale }
  func y(_ position: XY) -> Double { (box.maxY - position.y) * scale }

  /// A round length for the scale bar, at most a quarter of the width: its pixels and its text.
  var scaleBar: (pixels: Double, text: String) {
    let longest = Self.width / 4 * resolution
    let power = pow(10, log10(longest).rounded(.down))
    let length = [5.0, 2, 1].map { $0 * power }.first { $0 <= longest } ?? power
    let text =
      switch length {
      case 1000...: "\(DecimalText.text(length / 1000, decimals: 0)) km"
      case 1...: "\(DecimalText.text(length, decimals: 0)) m"
      case 0.0095...: "\(DecimalText.text(length * 100, decimals: 0)) cm"
      default: "\(DecimalText.text(length * 1000, decimals: 3)) mm"
      }
    return (length * scale, text)
  }
}
