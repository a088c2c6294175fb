import LandModel

/// A layer of the report's map: how it looks, and its features as short text.
struct MapLayer {
  /// How a layer is drawn.
  ///
  /// Colours are CSS colours; lengths are in pixels of the screen.
  struct Style {
    var fill = ""
    var stroke = ""
    var width = 1.0
    var dash: [Int] = []
    /// Radius of the marker of a point, or of a polygon too small to be seen; zero for none.
    var marker = 0.0
    /// Outline of the marker: `circle`, `square`, `diamond`, `triangle`.
    var shape = "circle"
    /// Metres per pixel below which labels of features are drawn; zero for never.
    var labelScale = 0.0
  }

  /// A feature as the map needs it.
  struct Feature {
    let geometry: [UInt8]
    /// First line of the tooltip; the label where the layer has labels.
    let title: String
    /// Further lines of the tooltip.
    let lines: [String]
    /// Its own fill colour; empty for the layer's.
    var colour = ""
    /// Short text on the marker.
    var badge = ""
    /// By which tables address the feature; empty for none.
    var anchor = ""
  }

  let key: String
  let title: String
  let group: String
  let kind: GeometryKind
  var style = Style()
  var isShown = true
  /// Whether tooltips answer on this layer.
  var isActive = true
  /// Colours of features in words, where a layer has several.
  var legend: [(colour: String, title: String)] = []
  var features: [Feature] = []
  /// Features of the source, drawn or not.
  var total = 0
  /// Greatest deviation of the drawing away from towns, in metres.
  var tolerance = 0.0
}

extension JSONWriter {
  /// Writes a layer of the map.
  mutating func mapLayer(_ layer: MapLayer) {
    object { entry in
      entry.member("key", layer.key)
      entry.member("title", layer.title)
      entry.member("group", layer.group)
      entry.member("kind", layer.kind.rawValue)
      entry.member("on", layer.isShown)
      entry.member("active", layer.isActive)
      entry.member("total", layer.total)
      entry.object("style") { $0.members(of: layer.style) }
      entry.array("legend") { list in
        for item in layer.legend {
          list.array { pair in
            pair.value(item.colour)
            pair.value(item.title)
          }
        }
      }
      entry.array("features") { list in
        for feature in layer.features { list.mapFeature(feature) }
      }
    }
  }

  private mutating func members(of style: MapLayer.Style) {
    member("fill", style.fill)
    member("stroke", style.stroke)
    member("width", style.width, decimals: 2)
    array("dash") { list in
      for length in style.dash { list.value(length) }
    }
    member("marker", style.marker, decimals: 2)
    member("shape", style.shape)
    member("label", style.labelScale, decimals: 2)
  }

  /// An array to keep the file short: geometry, title, lines, colour, badge, anchor; empty ones at the
  /// end left out.
  private mutating func mapFeature(_ feature: MapLayer.Feature) {
    let extras = [feature.colour, feature.badge, feature.anchor]
    let used = extras.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    array { list in
      list.value(String(decoding: feature.geometry, as: UTF8.self))
      list.value(feature.title)
      list.array { lines in
        for line in feature.lines { lines.value(line) }
      }
      for text in extras.prefix(used) { list.value(text) }
    }
  }
}
