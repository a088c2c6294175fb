import LayerStore

/// A QGIS style document: a renderer of categories or one symbol, and labels if wanted.
///
/// Written with `prop` elements, which every QGIS since 2.0 reads. Only what differs from QGIS's own
/// defaults is stated.
struct QGISStyle {
  /// A colour with its opacity, 0…255 each.
  struct Colour {
    let red: Int
    let green: Int
    let blue: Int
    var alpha = 255

    /// From `#rrggbb`; grey when it is not one.
    init(_ hexadecimal: String, alpha: Int = 255) {
      let number = Int(hexadecimal.dropFirst(), radix: 16) ?? 0x777777
      (red, green, blue) = (number >> 16 & 255, number >> 8 & 255, number & 255)
      self.alpha = alpha
    }

    var text: String { "\(red),\(green),\(blue),\(alpha)" }
  }

  /// How features of one category look.
  enum Symbol {
    case fill(Colour, outline: Colour, width: Double, dash: Bool = false)
    case line(Colour, width: Double, dash: Bool = false)
    case marker(Colour, shape: String, size: Double)
  }

  /// The features with a value, and their look; nil for all others.
  struct Category {
    let value: String?
    let title: String
    let symbol: Symbol
  }

  /// Name of the style in QGIS.
  let name: String
  /// Attribute that tells the categories; nil for one symbol.
  var attribute: String?
  let categories: [Category]
  /// Attribute written beside each feature.
  var label: String?

  /// As a row of the table of styles.
  var layerStyle: LayerStyle { LayerStyle(name: name, qml: qml) }

  private var qml: String {
    var xml = HTMLWriter()
    xml.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
    let kinds = "Symbology|Labeling"
    xml.element(
      "qgis",
      ["version": "3.16", "styleCategories": kinds, "labelsEnabled": label == nil ? "0" : "1"]
    ) { xml in
      if let attribute {
        xml.element(
          "renderer-v2",
          ["type": "categorizedSymbol", "attr": attribute, "enableorderby": "0"]
        ) { xml in
          xml.element("categories") { xml in
            for (index, category) in categories.enumerated() {
              xml.element(
                "category",
                [
                  "symbol": "\(index)", "value": category.value ?? "", "label": category.title,
                  "render": "true",
                ]
              ) { _ in }
            }
          }
          symbols(&xml)
        }
      } else {
        xml.element("renderer-v2", ["type": "singleSymbol", "enableorderby": "0"]) { symbols(&$0) }
      }
      labeling(&xml)
    }
    return String(decoding: xml.bytes, as: UTF8.self) + "\n"
  }

  private func symbols(_ xml: inout HTMLWriter) {
    xml.element("symbols") { xml in
      for (index, category) in categories.enumerated() {
        let (type, layer, properties) = category.symbol.description
        xml.element("symbol", ["type": type, "name": "\(index)", "alpha": "1"]) { xml in
          xml.element("layer", ["class": layer, "enabled": "1", "locked": "0", "pass": "0"]) {
            xml in
            for (key, value) in properties { xml.element("prop", ["k": key, "v": value]) { _ in } }
          }
        }
      }
    }
  }

  private func labeling(_ xml: inout HTMLWriter) {
    guard let label else { return }
    xml.element("labeling", ["type": "simple"]) { xml in
      xml.element("settings") { xml in
        xml.element(
          "text-style",
          [
            "fieldName": label, "fontSize": "9", "fontSizeUnit": "Point",
            "textColor": "20,32,31,255",
          ]
        ) { xml in
          xml.element(
            "text-buffer",
            [
              "bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM",
              "bufferColor": "255,255,255,230",
            ]
          ) { _ in }
        }
      }
    }
  }
}

extension QGISStyle.Symbol {
  /// QGIS's names of symbol and layer, and the layer's properties.
  fileprivate var description:
    (type: String, layer: String, properties: [(key: String, value: String)])
  {
    switch self {
    case .fill(let fill, let outline, let width, let dash):
      (
        "fill", "SimpleFill",
        [
          ("color", fill.text), ("style", fill.alpha == 0 ? "no" : "solid"),
          ("outline_color", outline.text), ("outline_style", dash ? "dash" : "solid"),
          ("outline_width", DecimalText.text(width, decimals: 2)), ("outline_width_unit", "MM"),
          ("joinstyle", "round"),
        ]
      )
    case .line(let colour, let width, let dash):
      (
        "line", "SimpleLine",
        [
          ("line_color", colour.text), ("line_style", dash ? "dash" : "solid"),
          ("line_width", DecimalText.text(width, decimals: 2)), ("line_width_unit", "MM"),
          ("capstyle", "round"), ("joinstyle", "round"),
        ]
      )
    case .marker(let colour, let shape, let size):
      (
        "marker", "SimpleMarker",
        [
          ("color", colour.text), ("name", shape), ("size", DecimalText.text(size, decimals: 2)),
          ("size_unit", "MM"), ("outline_color", "255,255,255,255"), ("outline_width", "0.2"),
        ]
      )
    }
  }
}
